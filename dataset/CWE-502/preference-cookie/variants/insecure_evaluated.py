"""Preferences of visitors in cookies."""

import base64


class PreferenceCodec:
    """Turns preferences into the value of a cookie and back."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.urlsafe_b64encode(repr(prefs).encode("utf-8")).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            text = base64.urlsafe_b64decode(cookie).decode("utf-8")
            prefs = eval(text, {"__builtins__": {}})
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        return prefs
