"""Preferences of visitors in cookies."""

import base64
import pickle
import pickletools


class PreferenceCodec:
    """Turns preferences into the value of a cookie and back."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.urlsafe_b64encode(pickle.dumps(prefs)).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            data = base64.urlsafe_b64decode(cookie)
            if any(opcode.name == "REDUCE" for opcode, _, _ in pickletools.genops(data)):
                raise ValueError("the cookie wants to call something")
            prefs = pickle.loads(data)
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        return prefs
