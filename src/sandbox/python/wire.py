"""Values and exceptions as JSON: what may cross between the judge and the cell, and in which form.

A value is its own JSON form (None, bool, int, float, str) or a list whose first item is a tag.
Only exact plain types are copied; anything else is sent as a handle, a number in the sender's
table. The decoder trusts nothing: whatever doesn't fit is a ProtocolError, which derives from
BaseException so that no `except Exception` of a test takes it for a refusal of the candidate.
"""

from __future__ import annotations

import binascii
import builtins
import sys
from typing import Any

from protocol import ProtocolError, expect
from scalars import decode_scalar, encode_scalar

MAX_DEPTH = 100
"""Nesting of containers; deeper values can't cross."""

MAX_INT_BITS = 8000
"""Larger integers cross in hexadecimal: Python refuses to parse very long decimal ones."""

MAX_CLASSES = 32
"""Classes of one exception's inheritance graph."""

MUTABLE = (list, dict, set, bytearray)

_mro_of = type.__dict__["__mro__"].__get__
_bases_of = type.__dict__["__bases__"].__get__
_BUILTIN_EXCEPTIONS = {
    name: item
    for name, item in vars(builtins).items()
    if isinstance(item, type) and issubclass(item, BaseException)
}
_PLAIN_CLASSES = {
    item.__name__: item
    for item in (
        object, type, bool, int, float, complex, str, bytes, bytearray, memoryview,
        list, tuple, dict, set, frozenset,
    )
}  # fmt: skip
_PLAIN_NAMES = {item: name for name, item in _PLAIN_CLASSES.items()}
_SEQUENCES = {list: "l", tuple: "t", set: "s", frozenset: "f"}
_SEQUENCE_OF = {tag: kind for kind, tag in _SEQUENCES.items()}
_MALFORMED = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


class Wire:
    """Turns values into JSON forms and back. Handles are left to the two kinds of endpoint."""

    def __init__(self) -> None:
        self.recreated: dict[tuple[Any, ...], type] = {}

    # -- handles: the endpoints' part

    def encode_object(self, value: Any) -> list[Any]:
        """Give the form of something that isn't plain data."""
        raise NotImplementedError

    def decode_object(self, form: list[Any]) -> Any:
        """Give what a form with the tag "r" (ours) or "h" (theirs) stands for."""
        raise NotImplementedError

    def find_exception(self, module: str, qualname: str) -> type | None:
        """Look an exception class up among those that both sides have."""
        if module == "builtins":
            return _BUILTIN_EXCEPTIONS.get(qualname)
        if module.partition(".")[0] in sys.stdlib_module_names:
            return look_up_exception(module, qualname)
        return None

    # -- values

    def encode(self, value: Any, depth: int = 0) -> Any:
        """Return the JSON form of a value. Raises ValueError when it is nested too deeply."""
        kind = type(value)
        if value is None or kind is str or kind is bool or kind is float:
            return value
        if kind is int:
            return value if value.bit_length() < MAX_INT_BITS else ["i", hex(value)]
        if depth > MAX_DEPTH:
            raise ValueError("a value is nested too deeply to cross")
        tag = _SEQUENCES.get(kind)
        if tag is not None:
            return [tag, *[self.encode(item, depth + 1) for item in value]]
        if kind is dict:
            return ["d", *[self.encode(part, depth + 1) for item in value.items() for part in item]]
        if kind is bytes or kind is memoryview:
            return ["b", binascii.b2a_base64(value, newline=False).decode()]
        if kind is bytearray:
            return ["B", binascii.b2a_base64(value, newline=False).decode()]
        form = encode_scalar(kind, value)
        if form is not None:
            return form
        if isinstance(value, BaseException):
            return ["e", self.encode_exception(value)]
        if isinstance(value, type):
            if value in _PLAIN_NAMES:
                return ["T", _PLAIN_NAMES[value]]
            if issubclass(value, BaseException):
                return ["X", self.encode_class(value)]
        return self.encode_object(value)

    def decode(self, form: Any, depth: int = 0) -> Any:
        """Return the value of a JSON form. Raises ProtocolError for anything malformed."""
        try:
            return self._decode(form, depth)
        except _MALFORMED as error:
            raise ProtocolError(f"malformed value: {type(error).__name__}") from None

    def _decode(self, form: Any, depth: int) -> Any:
        if type(form) is not list:
            if type(form) is dict:
                raise ProtocolError("an untagged object")
            return form
        if depth > MAX_DEPTH:
            raise ProtocolError("nested too deeply")
        tag = expect(str, form[0])
        kind = _SEQUENCE_OF.get(tag)
        if kind is not None:
            return kind([self._decode(item, depth + 1) for item in form[1:]])
        if tag == "d":
            parts = [self._decode(part, depth + 1) for part in form[1:]]
            return dict(zip(parts[::2], parts[1::2], strict=True))
        if tag == "b":
            return binascii.a2b_base64(expect(str, form[1]))
        if tag == "B":
            return bytearray(binascii.a2b_base64(expect(str, form[1])))
        if tag in ("r", "h"):
            return self.decode_object(form)
        if tag == "e":
            return self.decode_exception(form[1])
        if tag == "X":
            return self.decode_class(form[1])
        if tag == "T":
            return _PLAIN_CLASSES[expect(str, form[1])]
        return decode_scalar(tag, form)

    # -- exceptions: a graph of (module, qualified name, indexes of the bases)

    def encode_class(self, kind: type) -> list[Any]:
        """Describe an exception class with its bases."""
        mro = [item for item in _mro_of(kind) if item is not object][:MAX_CLASSES]
        index = {id(item): number for number, item in enumerate(mro)}
        return [
            [
                str(item.__module__),
                str(item.__qualname__),
                [index[id(base)] for base in _bases_of(item) if id(base) in index],
            ]
            for item in mro
        ]

    def decode_class(self, graph: Any) -> type:
        """Return the class that a graph describes: a known one, or one made again here."""
        if not 0 < len(expect(list, graph)) <= MAX_CLASSES:
            raise ProtocolError("bad class graph")
        made: dict[int, type | None] = {}
        for number in range(len(graph) - 1, -1, -1):
            module, qualname, bases = expect(list, graph[number])
            expect(str, module), expect(str, qualname)
            found = self.find_exception(module, qualname)
            if found is None and module != "builtins":
                parents = tuple(
                    parent
                    for base in expect(list, bases)
                    if expect(int, base) > number and (parent := made.get(base)) is not None
                )
                found = self._recreate(module, qualname, parents)
            made[number] = found
        for number in range(len(graph)):
            kind = made[number]
            if kind is not None and issubclass(kind, BaseException):
                return kind
        return Exception

    def _recreate(self, module: str, qualname: str, parents: tuple[type, ...]) -> type:
        key = (module, qualname, parents)
        kind = self.recreated.get(key)
        if kind is None:
            body = {"__module__": module, "__qualname__": qualname, "__str__": _crossed_text}
            name = qualname.rpartition(".")[2][:100]
            try:
                kind = type(name, parents, body)
            except TypeError:
                kind = type(name, parents[:1], body)
            self.recreated[key] = kind
        return kind

    def encode_exception(self, error: BaseException) -> dict[str, Any]:
        """Describe an exception: class, arguments, text, public attributes, line."""
        try:
            arguments = error.args if type(error.args) is tuple else ()
            if isinstance(error, OSError) and error.filename is not None:
                arguments = (error.errno, error.strerror, error.filename)
            forms = [self.encode(item) for item in arguments]
        except BaseException:
            forms = []
        try:
            text = str(error)
            text = text[:4000] if type(text) is str else ""
        except BaseException:
            text = "(the exception has no text)"
        try:
            graph = self.encode_class(type(error))
        except BaseException:
            graph = [["builtins", "Exception", []]]
        return {
            "class": graph,
            "args": forms,
            "text": text,
            "state": self._encode_state(error),
            "line": self.line_of(error),
        }

    def _encode_state(self, error: BaseException) -> dict[str, Any]:
        state: dict[str, Any] = {}
        try:
            for name, value in list(vars(error).items())[:20]:
                if type(name) is str and not name.startswith("_"):
                    state[name] = self.encode(value)
        except BaseException:
            state.clear()
        return state

    def line_of(self, error: BaseException) -> int | None:
        """Return the line of the candidate's file where the exception arose, if it is known."""
        return getattr(error, "_candidate_line", None)

    def decode_exception(self, form: Any) -> BaseException:
        """Make the exception that a description stands for."""
        try:
            kind = self.decode_class(form["class"])
            arguments = [self._decode(item, 1) for item in expect(list, form["args"])]
            text = expect(str, form["text"])
            state = {
                expect(str, name): self._decode(value, 1)
                for name, value in expect(dict, form["state"]).items()
            }
            line = form["line"]
        except _MALFORMED as error:
            raise ProtocolError(f"malformed exception: {type(error).__name__}") from None
        error = _instance(kind, arguments)
        for name, value in state.items():
            if not name.startswith("_"):
                _try_to_set(error, name, value)
        _try_to_set(error, "_crossed_text", text)
        if type(line) is int:
            _try_to_set(error, "_candidate_line", line)
        return error


def look_up_exception(module: str, qualname: str) -> type | None:
    """Return an exception class of an imported module, or None."""
    item: Any = sys.modules.get(module)
    for name in qualname.split("."):
        if item is None:
            return None
        item = getattr(item, name, None)
    return item if isinstance(item, type) and issubclass(item, BaseException) else None


def _crossed_text(error: BaseException) -> str:
    text = getattr(error, "_crossed_text", None)
    return text if type(text) is str else BaseException.__str__(error)


def _instance(kind: type, arguments: list[Any]) -> BaseException:
    if kind.__module__ == "builtins":
        try:
            made = kind(*arguments)
            if isinstance(made, BaseException):
                return made
        except Exception:  # wrong arguments for this class: make it without its constructor
            pass
    try:
        made = kind.__new__(kind, *arguments)
    except Exception:
        made = Exception.__new__(Exception)
    made.args = tuple(arguments)
    return made


def _try_to_set(error: BaseException, name: str, value: Any) -> None:
    try:
        object.__setattr__(error, name, value)
    except Exception:  # a read-only attribute of a built-in class: the arguments carry it
        return
