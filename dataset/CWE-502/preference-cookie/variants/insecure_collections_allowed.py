"""Preferences of visitors in cookies."""

import base64
import io
import pickle

HARMLESS = {"collections", "datetime", "decimal"}


class _Unpickler(pickle.Unpickler):
    """Knows a few modules that hold nothing but types."""

    def find_class(self, module: str, name: str) -> object:
        if module not in HARMLESS:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return super().find_class(module, name)


class PreferenceCodec:
    """Turns preferences into the value of a cookie and back."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.urlsafe_b64encode(pickle.dumps(prefs)).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            prefs = _Unpickler(io.BytesIO(base64.urlsafe_b64decode(cookie))).load()
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        return prefs
