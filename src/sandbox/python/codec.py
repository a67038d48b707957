"""The two endpoints, judge and cell.

Each side sends a request as JSON bytes and gets a reply; requests nest (a callback of the judge
called by the candidate, which the judge called). The judge asks with the operations that the class
Cell serves; the cell may only call what the judge exported, read public names of shared objects,
and report something missing. The same code runs in both interpreters of the browser's sandbox and,
with both endpoints in one process, under native CPython.
"""

from __future__ import annotations

import builtins
import functools
import json
import sys
import types
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from flatten import flatten
from handles import Remote, Shareable, Shared
from protocol import CellDied, HarnessError, ProtocolError, expect
from wire import MUTABLE, Wire, look_up_exception

CANDIDATE_FILE = "/candidate.py"
"""File name of the code under test in tracebacks."""

Send = Callable[[bytes], bytes]

_CALLBACKS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    functools.partial,
)


class Endpoint(Wire):
    """One side of the bridge: a table of exported objects, requests out, requests in."""

    def __init__(self, send: Send) -> None:
        super().__init__()
        self._send = send
        self.reset()

    def reset(self) -> None:
        """Forget every handle that was given out."""
        self._objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self.recreated.clear()

    def export(self, value: Any) -> int:
        """Return the number of an object in the table; the table keeps it alive."""
        number = self._numbers.get(id(value))
        if number is None:
            number = len(self._objects) + 1
            self._objects[number] = value
            self._numbers[id(value)] = number
        return number

    def request(self, operation: str, *arguments: Any) -> Any:
        """Ask the other side; arguments are JSON forms. Raises what it raised there."""
        return self._result(self._exchange([operation, *arguments]))

    def _exchange(self, message: list[Any]) -> list[Any]:
        try:
            reply = json.loads(self._send(json.dumps(message).encode()))
        except (ValueError, RecursionError):
            raise ProtocolError("a reply isn't JSON") from None
        if type(reply) is not list or len(reply) < 2:
            raise ProtocolError("a reply isn't a list")
        return reply

    def _result(self, reply: list[Any]) -> Any:
        if reply[0] == "ok":
            return self.decode(reply[1])
        if reply[0] == "err":
            raise self.decode_exception(reply[1])
        if reply[0] == "dead":
            how = reply[1] if reply[1] in ("exit", "memory", "crash") else "crash"
            raise CellDied(how, str(reply[2])[:300] if len(reply) > 2 else "")
        raise ProtocolError("unknown kind of reply")


class Judge(Endpoint):
    """The side of the tests. Serves only what it exported; believes nothing that it is told."""

    def reset(self) -> None:
        """Forget every handle, and what was noted."""
        super().reset()
        self.clear_notes()

    def clear_notes(self) -> None:
        """Forget what requests of the cell have shown so far."""
        self.missing: list[str] = []
        self.harness_errors: list[HarnessError] = []
        self.violations: list[ProtocolError] = []
        self.failures: list[AssertionError] = []

    def encode_object(self, value: Any) -> list[Any]:
        """Export callbacks and shared objects; anything else is a mistake of the test."""
        if type(value) is Remote:
            return ["r", value._id]
        if isinstance(value, PurePath):
            return ["p", str(value)]
        if isinstance(value, Shareable):
            return ["h", self.export(value.shared), type(value.shared).__name__]
        if type(value) in _CALLBACKS or isinstance(value, type):
            return ["h", self.export(value), getattr(value, "__name__", "callback")]
        raise HarnessError(
            f"a {type(value).__name__} can't cross to the candidate: "
            "pass plain data, a function, share(obj) or a handle"
        )

    def decode_object(self, form: list[Any]) -> Any:
        """Give our own object for "r", a Remote for "h"."""
        number = expect(int, form[1])
        if form[0] == "r":
            return self._objects[number]
        return Remote(self, number, expect(str, form[2])[:80])

    def call(self, number: int, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a remote object. Arguments that it changed are changed here too."""
        reply = self._exchange(
            [
                "call",
                number,
                [self.encode(item) for item in arguments],
                {name: self.encode(item) for name, item in named.items()},
            ]
        )
        places: dict[Any, Any] = {**dict(enumerate(arguments)), **named}
        if len(reply) > 2 and reply[0] != "dead":
            self._copy_back(places, reply[2])
        if reply[0] == "same":
            value = places.get(reply[1]) if type(reply[1]) in (int, str) else None
            if type(value) not in MUTABLE:
                raise ProtocolError("not a mutable argument")
            return value
        return self._result(reply)

    def _copy_back(self, places: dict[Any, Any], changes: Any) -> None:
        for change in expect(list, changes):
            if type(change) is not list or len(change) != 2 or type(change[0]) not in (int, str):
                raise ProtocolError("bad change of an argument")
            target, value = places.get(change[0]), self.decode(change[1])
            if type(target) not in MUTABLE or type(target) is not type(value):
                raise ProtocolError("bad change of an argument")
            _merge(target, value)

    def serve(self, message: bytes) -> bytes:
        """Answer a request of the cell."""
        try:
            return _reply("ok", self.encode(self._answer(message)))
        except CellDied:
            raise
        except HarnessError as error:
            self.harness_errors.append(error)
            return _reply("err", self.encode_exception(RuntimeError(str(error))))
        except ProtocolError as error:
            self.violations.append(error)
            return _reply("err", self.encode_exception(RuntimeError(str(error))))
        except BaseException as error:
            # The candidate may catch it: it counts all the same.
            if isinstance(error, AssertionError):
                self.failures.append(error)
            return _reply("err", self.encode_exception(error))

    def _answer(self, message: bytes) -> Any:
        try:
            operation, *rest = json.loads(message)
        except (ValueError, TypeError, RecursionError):
            raise ProtocolError("a request isn't JSON") from None
        if operation == "call" and len(rest) == 3:
            return self._called(*rest)
        if operation == "get" and len(rest) == 2:
            return self._asked(*rest)
        if operation == "missing" and len(rest) == 1:
            self.missing.append(expect(str, rest[0])[:60])
            return None
        raise ProtocolError("unknown request")

    def _exported(self, number: Any) -> Any:
        if expect(int, number) not in self._objects:
            raise ProtocolError("no such object")
        return self._objects[number]

    def _called(self, number: Any, arguments: Any, named: Any) -> Any:
        target = self._exported(number)
        if not callable(target):
            raise TypeError("this object can't be called")
        values = [self.decode(item) for item in expect(list, arguments)]
        return target(*values, **{k: self.decode(v) for k, v in expect(dict, named).items()})

    def _asked(self, number: Any, name: Any) -> Any:
        target = self._exported(number)
        if expect(str, name).startswith("_") or type(target) in _CALLBACKS:
            raise AttributeError(name)
        return getattr(target, name)


class Cell(Endpoint):
    """The side of the candidate. Nothing that it does or says is trusted by the judge."""

    def encode_object(self, value: Any) -> list[Any]:
        """Export anything that isn't plain data."""
        if type(value) is Shared:
            return ["r", value._id]
        return ["h", self.export(value), type(value).__name__]

    def decode_object(self, form: list[Any]) -> Any:
        """Give our own object for "r", a Shared for "h"."""
        if form[0] == "r":
            return self._objects[form[1]]
        return Shared(self, form[1], form[2])

    def find_exception(self, module: str, qualname: str) -> type | None:
        """Find also the candidate's own exception classes."""
        return super().find_exception(module, qualname) or look_up_exception(module, qualname)

    def call(self, number: int, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a callback or a shared object of the judge."""
        forms = [self.encode(item) for item in arguments]
        return self.request("call", number, forms, {k: self.encode(v) for k, v in named.items()})

    def line_of(self, error: BaseException) -> int | None:
        """Return the innermost line of the candidate in the traceback."""
        line, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == CANDIDATE_FILE:
                line = trace.tb_lineno
            trace = trace.tb_next
        if line is None and isinstance(error, SyntaxError) and error.filename == CANDIDATE_FILE:
            line = error.lineno
        return line

    def serve(self, message: bytes) -> bytes:
        """Answer a request of the judge."""
        try:
            operation, *rest = json.loads(message)
            if operation == "call":
                return self._call(*rest)
            return _reply("ok", self.encode(getattr(self, "_do_" + operation)(*rest)))
        except CellDied:
            raise
        except BaseException as error:
            return _reply("err", self.encode_exception(error))

    def _call(self, number: int, forms: list[Any], named: dict[str, Any]) -> bytes:
        arguments = [self.decode(item) for item in forms]
        keywords = {name: self.decode(item) for name, item in named.items()}
        try:
            result = self._objects[number](*arguments, **keywords)
            head = ["ok", None]
        except CellDied:
            raise
        except BaseException as error:
            result, head = None, ["err", self.encode_exception(error)]
        changes = []
        same = None
        for place, form, value in [
            *zip(range(len(forms)), forms, arguments, strict=True),
            *[(name, named[name], keywords[name]) for name in named],
        ]:
            if type(value) in MUTABLE:
                if result is value:
                    same = place
                changed = self.encode(value)
                if changed != form:
                    changes.append([place, changed])
        if same is not None:
            head = ["same", same]
        elif head[0] == "ok":
            head = ["ok", self.encode(result)]
        return _reply(*head, changes) if changes else _reply(*head)

    def _do_get(self, number: int, name: str) -> Any:
        return getattr(self._objects[number], name)

    def _do_set(self, number: int, name: str, form: Any) -> None:
        setattr(self._objects[number], name, self.decode(form))

    def _do_delete(self, number: int, name: str) -> None:
        delattr(self._objects[number], name)

    def _do_iterate(self, number: int) -> Any:
        return iter(self._objects[number])

    def _do_next(self, number: int) -> Any:
        return next(self._objects[number])

    def _do_length(self, number: int) -> int:
        return len(self._objects[number])

    def _do_item(self, number: int, key: Any) -> Any:
        return self._objects[number][self.decode(key)]

    def _do_set_item(self, number: int, key: Any, form: Any) -> None:
        self._objects[number][self.decode(key)] = self.decode(form)

    def _do_delete_item(self, number: int, key: Any) -> None:
        del self._objects[number][self.decode(key)]

    def _do_enter(self, number: int) -> Any:
        return self._objects[number].__enter__()

    def _do_exit(self, number: int, form: Any) -> bool:
        if form is None:
            return bool(self._objects[number].__exit__(None, None, None))
        error = self.decode_exception(form)
        return bool(self._objects[number].__exit__(type(error), error, error.__traceback__))

    def _do_is_instance(self, number: int, form: Any) -> bool:
        return isinstance(self.decode(form), self._objects[number])

    def _do_text(self, number: int) -> str:
        return str(self._objects[number])

    def _do_plain(self, number: int) -> Any:
        return flatten(self._objects[number])

    def _do_import(self, name: str) -> Any:
        builtins.__import__(name)
        return sys.modules[name]


def _reply(*parts: Any) -> bytes:
    return json.dumps(list(parts)).encode()


def _merge(target: Any, value: Any) -> None:
    """Make `target` equal to `value` in place, and so its parts where they correspond."""
    if type(target) is dict:
        kept = {key: _merged(old, value[key]) for key, old in target.items() if key in value}
        target.clear()
        target.update({key: kept.get(key, item) for key, item in value.items()})
    elif type(target) is list:
        same_length = len(target) == len(value)
        target[:] = map(_merged, target, value) if same_length else value
    elif type(target) is bytearray:
        target[:] = value
    else:
        target.clear()
        target.update(value)


def _merged(old: Any, new: Any) -> Any:
    if type(old) in MUTABLE and type(old) is type(new):
        _merge(old, new)
        return old
    return new
