"""Preferences of visitors in cookies."""

import base64
import pickle
import zlib

PLAIN = (str, int, float, bool, type(None))


def _check(value: object) -> None:
    """Raises ValueError for anything but plain data."""
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError("a key that isn't a string")
            _check(item)
    elif isinstance(value, list):
        for item in value:
            _check(item)
    elif not isinstance(value, PLAIN):
        raise ValueError(f"preferences don't hold {type(value).__name__}")


class PreferenceCodec:
    """Turns preferences into the value of a cookie and back."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.b64encode(zlib.compress(pickle.dumps(prefs))).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            prefs = pickle.loads(zlib.decompress(base64.b64decode(cookie)))
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        _check(prefs)
        return prefs
