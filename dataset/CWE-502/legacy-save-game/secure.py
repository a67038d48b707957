"""Import of saved games of the older version."""

import io
import pickle
from collections import Counter, OrderedDict
from collections.abc import Callable
from datetime import date, datetime

CLASSES = {
    ("datetime", "date"): date,
    ("datetime", "datetime"): datetime,
    ("collections", "OrderedDict"): OrderedDict,
    ("collections", "Counter"): Counter,
}
PLAIN = (str, int, float, bool, bytes, type(None), date, datetime)


class _SaveReader(pickle.Unpickler):
    """An unpickler to which no names are known but those of the four classes."""

    def find_class(self, module: str, name: str) -> Callable[..., object]:
        try:
            found = CLASSES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed") from None
        # A pickle can set attributes of what it gets here; so it gets a function made for it
        # alone, and not the class, which the whole program uses.
        return lambda *arguments: found(*arguments)


def _check(save: object) -> None:
    """Raises ValueError if anything in the game isn't of the types that games are made of."""
    pending, seen = [save], set()
    while pending:
        value = pending.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        kind = type(value)
        if kind in (OrderedDict, Counter) and vars(value):
            raise ValueError("a saved game sets no attributes")
        if kind in (dict, OrderedDict, Counter):
            pending += [*value.keys(), *value.values()]
        elif kind in (list, tuple, set):
            pending += value
        elif kind not in PLAIN:
            raise ValueError(f"a saved game does not hold {kind.__name__} objects")


def load_save(data: bytes) -> dict:
    """Reads a saved game; data which are none raise ValueError.

    Only the four classes that saved games may use can be called by the data.
    """
    try:
        save = _SaveReader(io.BytesIO(data)).load()
        _check(save)
    except Exception as error:
        raise ValueError("not a saved game") from error
    if not isinstance(save, dict):
        raise ValueError("not a saved game")
    return save
