"""Preferences of visitors in cookies."""

import base64
import json
import pickle


class PreferenceCodec:
    """Writes cookies as JSON, and still reads the pickled ones of the older version."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.urlsafe_b64encode(json.dumps(prefs).encode("utf-8")).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            data = base64.urlsafe_b64decode(cookie)
            prefs = json.loads(data) if data.startswith(b"{") else pickle.loads(data)
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        return prefs
