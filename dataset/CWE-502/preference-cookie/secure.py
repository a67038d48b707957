"""Preferences of visitors in cookies."""

import base64
import json


class PreferenceCodec:
    """Turns preferences into the value of a cookie and back. The value is JSON, so mere data."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.urlsafe_b64encode(json.dumps(prefs).encode("utf-8")).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            prefs = json.loads(base64.urlsafe_b64decode(cookie))
        except RecursionError as error:
            raise ValueError("the cookie is nested too deeply") from error
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        return prefs
