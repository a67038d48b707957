"""Import of saved games of the older version."""

import collections
import datetime
import io
import pickle

PLAIN = (str, int, float, bool, bytes, type(None), datetime.date, datetime.datetime)
BLOCKED = {"os", "posix", "nt", "subprocess", "sys", "shutil", "socket", "builtins"}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if module.split(".")[0] in BLOCKED:
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)


def _check(value: object) -> None:
    """Raises ValueError if the value isn't made of the types of a saved game."""
    kind = type(value)
    if kind in (dict, collections.OrderedDict, collections.Counter):
        for key, item in value.items():
            _check(key)
            _check(item)
    elif kind in (list, tuple, set):
        for item in value:
            _check(item)
    elif kind not in PLAIN:
        raise ValueError(f"a saved game does not hold {kind.__name__} objects")


def load_save(data: bytes) -> dict:
    """Reads a saved game; data which are none raise ValueError."""
    try:
        save = _Unpickler(io.BytesIO(data)).load()
    except Exception as error:
        raise ValueError("not a saved game") from error
    if not isinstance(save, dict):
        raise ValueError("not a saved game")
    _check(save)
    return save
