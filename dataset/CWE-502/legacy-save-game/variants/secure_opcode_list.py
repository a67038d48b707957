"""Import of saved games of the older version: the opcodes are checked before loading."""

import io
import pickle
import pickletools

# What a pickle of protocol 4 or 5 uses for plain data, names and calls. BUILD, which sets
# attributes, and the older ways to name or make an object are missing on purpose.
OPCODES = frozenset(
    """
    PROTO FRAME STOP MARK POP POP_MARK MEMOIZE BINGET LONG_BINGET
    NONE NEWTRUE NEWFALSE BININT BININT1 BININT2 LONG1 LONG4 BINFLOAT
    SHORT_BINUNICODE BINUNICODE BINUNICODE8 SHORT_BINBYTES BINBYTES BINBYTES8
    EMPTY_LIST APPEND APPENDS EMPTY_TUPLE TUPLE TUPLE1 TUPLE2 TUPLE3
    EMPTY_DICT SETITEM SETITEMS EMPTY_SET ADDITEMS STACK_GLOBAL REDUCE
    """.split()
)

GLOBALS = frozenset(
    {"datetime.date", "datetime.datetime", "collections.OrderedDict", "collections.Counter"}
)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if "." in module or "." in name or f"{module}.{name}" not in GLOBALS:
            raise ValueError(f"unexpected name {name!r} of module {module!r}")
        return super().find_class(module, name)


def _check(value):
    """Raises ValueError if one of the classes itself is among the values."""
    if isinstance(value, type):
        raise ValueError(f"{value} is no value of a saved game")
    if isinstance(value, dict):
        for item in (*value.keys(), *value.values()):
            _check(item)
    elif isinstance(value, list | tuple | set):
        for item in value:
            _check(item)


def load_save(data: bytes) -> dict:
    """Reads a saved game; data which are none raise ValueError."""
    try:
        unexpected = {opcode.name for opcode, _, _ in pickletools.genops(data)} - OPCODES
        if unexpected:
            raise ValueError(f"unexpected opcodes: {unexpected}")
        save = _Unpickler(io.BytesIO(data)).load()
        _check(save)
    except Exception as error:
        raise ValueError(f"not a saved game: {error}") from error
    if not isinstance(save, dict):
        raise ValueError("not a saved game: no dict")
    return save
