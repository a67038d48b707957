"""Preferences of visitors in cookies: read by an unpickler that knows no classes or functions."""

import io
import math
import pickle


class _DataUnpickler(pickle.Unpickler):
    """Reads numbers, texts, lists and dicts, for which a pickle needs no names."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"preferences need no {module}.{name}")

    def persistent_load(self, pid: object) -> object:
        raise pickle.UnpicklingError("preferences need no objects from elsewhere")


def _is_plain(value: object, depth: int = 0) -> bool:
    if depth > 11:
        return False
    if type(value) is dict:
        return all(type(key) is str and _is_plain(value[key], depth + 1) for key in value)
    if type(value) is list:
        return all(_is_plain(item, depth + 1) for item in value)
    if type(value) is float:
        return math.isfinite(value)
    return type(value) in (str, int, bool, type(None))


class PreferenceCodec:
    """Turns preferences into a pickle in hexadecimal digits and back."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return pickle.dumps(prefs, protocol=4).hex()

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            prefs = _DataUnpickler(io.BytesIO(bytes.fromhex(cookie))).load()
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
        if type(prefs) is not dict or not _is_plain(prefs):
            raise ValueError("the cookie holds no preferences")
        return prefs
