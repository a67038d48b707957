"""Import of saved games of the older version: a small stack machine instead of pickle."""

import pickletools
from collections import Counter, OrderedDict
from datetime import date, datetime

CLASSES = {
    ("collections", "Counter"): Counter,
    ("collections", "OrderedDict"): OrderedDict,
    ("datetime", "date"): date,
    ("datetime", "datetime"): datetime,
}
CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
EMPTY = {"EMPTY_LIST": list, "EMPTY_TUPLE": tuple, "EMPTY_DICT": dict, "EMPTY_SET": set}
TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
# BININT…, BINFLOAT, BINUNICODE…, BINBYTES… and so on: opcodes that bring their value along.
LITERALS = ("BININT", "BINFLOAT", "BINUNICODE", "BINBYTES", "SHORT_BIN", "LONG1", "LONG4")
MARK = object()


class _Name:
    """A class that the data named. It can be called by REDUCE, but is no value of the game."""

    def __init__(self, module: str, name: str) -> None:
        self.make = CLASSES[module, name]


def _without_names(value: object) -> object:
    if isinstance(value, _Name) or value is MARK:
        raise ValueError("a class is not a value of a saved game")
    return value


class _Machine:
    """Carries out the few opcodes that saved games need."""

    def __init__(self) -> None:
        self.stack: list = []
        self.memo: list = []

    def since_mark(self) -> list:
        position = max(i for i, value in enumerate(self.stack) if value is MARK)
        values = self.stack[position + 1 :]
        del self.stack[position:]
        return [_without_names(value) for value in values]

    def pop(self, count: int) -> list:
        if count > len(self.stack):
            raise ValueError("stack underflow")
        values = self.stack[-count:]
        del self.stack[-count:]
        return values

    def add_to_top(self, values: list) -> None:
        target = self.stack[-1]
        if isinstance(target, dict):
            for key, value in zip(values[::2], values[1::2], strict=True):
                target[key] = value
        elif isinstance(target, list):
            target.extend(values)
        elif isinstance(target, set):
            target.update(values)
        else:
            raise ValueError("nothing that holds items")

    def step(self, opcode: str, argument: object) -> None:
        stack = self.stack
        if opcode in ("BINGET", "LONG_BINGET"):
            stack.append(self.memo[argument])
        elif opcode in CONSTANTS:
            stack.append(CONSTANTS[opcode])
        elif opcode in EMPTY:
            stack.append(EMPTY[opcode]())
        elif opcode in TUPLES:
            stack.append(tuple(map(_without_names, self.pop(TUPLES[opcode]))))
        elif opcode == "MARK":
            stack.append(MARK)
        elif opcode == "POP":
            self.pop(1)
        elif opcode == "POP_MARK":
            self.since_mark()
        elif opcode == "TUPLE":
            stack.append(tuple(self.since_mark()))
        elif opcode in ("APPENDS", "SETITEMS", "ADDITEMS"):
            self.add_to_top(self.since_mark())
        elif opcode == "APPEND":
            self.add_to_top([_without_names(value) for value in self.pop(1)])
        elif opcode == "SETITEM":
            self.add_to_top([_without_names(value) for value in self.pop(2)])
        elif opcode == "MEMOIZE":
            self.memo.append(stack[-1])
        elif opcode == "STACK_GLOBAL":
            module, name = self.pop(2)
            stack.append(_Name(module, name))
        elif opcode == "REDUCE":
            function, arguments = self.pop(2)
            if not isinstance(function, _Name) or type(arguments) is not tuple:
                raise ValueError("a call of something that is no class")
            stack.append(function.make(*arguments))
        elif opcode.startswith(LITERALS) and opcode != "SHORT_BINSTRING":
            stack.append(argument)
        elif opcode not in ("PROTO", "FRAME"):
            raise ValueError(f"opcode {opcode} is not used by saved games")


def load_save(data: bytes) -> dict:
    """Reads a saved game; data which are none raise ValueError."""
    machine = _Machine()
    try:
        for opcode, argument, _ in pickletools.genops(data):
            if opcode.name == "STOP":
                (save,) = machine.stack
            else:
                machine.step(opcode.name, argument)
    except Exception as error:
        raise ValueError("not a saved game") from error
    if not isinstance(save, dict):
        raise ValueError("not a saved game")
    return save
