"""What each side holds of the other's objects, and what the judge may hand out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from protocol import expect

if TYPE_CHECKING:
    from codec import Cell, Judge

_NOT_COMPARABLE = (
    "lt le gt ge add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow "
    "and rand or ror xor rxor neg pos invert int float index round bytes fspath"
)


class Shareable:
    """Base of judge-side objects whose public names the candidate may use."""

    @property
    def shared(self) -> Any:
        """The object that the candidate reaches."""
        return self


class Share(Shareable):
    """Wraps any judge-side object so that it may cross."""

    def __init__(self, target: Any) -> None:
        self._target = target

    @property
    def shared(self) -> Any:
        """The wrapped object."""
        return self._target


class Remote:
    """What the judge holds of an object that lives in the cell."""

    __slots__ = ("_endpoint", "_id", "_kind", "__weakref__")

    def __init__(self, endpoint: Judge, number: int, kind: str) -> None:
        object.__setattr__(self, "_endpoint", endpoint)
        object.__setattr__(self, "_id", number)
        object.__setattr__(self, "_kind", kind)

    def _ask(self, operation: str, *arguments: Any) -> Any:
        return self._endpoint.request(operation, self._id, *arguments)

    def _refuse(self, *_: Any) -> Any:
        raise TypeError(
            f"this {self._kind} lives in the candidate's interpreter: compare plain(x) "
            "or one of its attributes instead"
        )

    def __getattr__(self, name: str) -> Any:
        return self._ask("get", name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._ask("set", name, self._endpoint.encode(value))

    def __delattr__(self, name: str) -> None:
        self._ask("delete", name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._endpoint.call(self._id, arguments, named)

    def __iter__(self) -> Iterator[Any]:
        return RemoteIterator(self._ask("iterate"))

    def __next__(self) -> Any:
        return self._ask("next")

    def __len__(self) -> int:
        return expect(int, self._ask("length"))

    def __getitem__(self, key: Any) -> Any:
        return self._ask("item", self._endpoint.encode(key))

    def __setitem__(self, key: Any, value: Any) -> None:
        self._ask("set_item", self._endpoint.encode(key), self._endpoint.encode(value))

    def __delitem__(self, key: Any) -> None:
        self._ask("delete_item", self._endpoint.encode(key))

    def __contains__(self, key: Any) -> bool:
        # The judge compares: a container of the candidate could claim to hold everything.
        return any(item is key or item == key for item in self)

    def __enter__(self) -> Any:
        return self._ask("enter")

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> bool:
        form = None if error is None else self._endpoint.encode_exception(error)
        swallowed = expect(bool, self._ask("exit", form))
        # What a test itself found wrong can't be swallowed by the candidate's `with`.
        return swallowed and isinstance(error, Exception) and not isinstance(error, AssertionError)

    def __instancecheck__(self, value: Any) -> bool:
        if type(value) is not Remote:
            return False
        return expect(bool, self._ask("is_instance", self._endpoint.encode(value)))

    def __str__(self) -> str:
        return expect(str, self._ask("text"))

    def __repr__(self) -> str:
        return f"<{self._kind} of the candidate>"

    def __hash__(self) -> int:
        return hash((Remote, self._id))

    def __eq__(self, other: Any) -> bool:
        if type(other) is Remote:
            return self._id == other._id
        if other is None:
            return False
        return self._refuse()

    __bool__ = _refuse


for _name in _NOT_COMPARABLE.split():
    setattr(Remote, f"__{_name}__", Remote._refuse)


class RemoteIterator:
    """Iterates in the cell, one item a request."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote

    def __iter__(self) -> RemoteIterator:
        return self

    def __next__(self) -> Any:
        return next(self._remote)


class Shared:
    """What the cell holds of a callback or a shared object of the judge."""

    __slots__ = ("_endpoint", "_id", "__name__", "__weakref__")

    def __init__(self, endpoint: Cell, number: int, name: str) -> None:
        object.__setattr__(self, "_endpoint", endpoint)
        object.__setattr__(self, "_id", number)
        object.__setattr__(self, "__name__", name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._endpoint.call(self._id, arguments, named)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._endpoint.request("get", self._id, name)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{name} can't be set on this object")
