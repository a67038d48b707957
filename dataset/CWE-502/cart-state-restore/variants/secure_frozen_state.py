"""The cart of a garden shop: the contents are an object that exists only if it is valid."""

import json
from dataclasses import dataclass, field
from typing import NoReturn


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no quantity")


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise ValueError("a key occurs twice")
    return data


@dataclass(frozen=True)
class _Contents:
    """Quantities and voucher of a cart, checked against the shop's data when they are made."""

    prices: dict[str, int]
    vouchers: dict[str, tuple[int, int]]
    items: dict[str, int] = field(default_factory=dict)
    voucher: str | None = None

    def __post_init__(self) -> None:
        for sku, quantity in self.items.items():
            if sku not in self.prices:
                raise ValueError(f"{sku} is no article")
            if isinstance(quantity, bool) or not isinstance(quantity, int):
                raise ValueError(f"{quantity} is no whole number")
            if not 1 <= quantity <= 99:
                raise ValueError(f"{quantity} is too little or too much")
        if self.voucher is not None:
            if not isinstance(self.voucher, str) or self.voucher not in self.vouchers:
                raise ValueError("unknown voucher")
            if self.sum() < self.vouchers[self.voucher][1]:
                raise ValueError("the voucher needs a larger sum")

    def sum(self) -> int:
        return sum(self.prices[sku] * quantity for sku, quantity in self.items.items())

    def with_(self, items: object, voucher: object) -> "_Contents":
        if not isinstance(items, dict):
            raise ValueError("items is an object")
        return _Contents(self.prices, self.vouchers, items, voucher)


class Cart:
    """A cart, whose contents are replaced as a whole."""

    def __init__(self, prices: dict[str, int], vouchers: dict[str, tuple[int, int]]) -> None:
        self._contents = _Contents(prices, vouchers)

    def add(self, sku: str, quantity: int) -> None:
        """Puts a quantity of an article into the cart."""
        now = self._contents
        if isinstance(quantity, bool) or not isinstance(quantity, int) or quantity < 1:
            raise ValueError("a quantity is a whole number from 1")
        items = {**now.items, sku: now.items.get(sku, 0) + quantity}
        self._contents = now.with_(items, now.voucher)

    def redeem(self, code: str) -> None:
        """Redeems a voucher."""
        if code is None:
            raise ValueError("no voucher")
        self._contents = self._contents.with_(self._contents.items, code)

    def total(self) -> int:
        """Returns what is to be paid, in cents."""
        contents = self._contents
        percent = contents.vouchers[contents.voucher][0] if contents.voucher else 0
        return contents.sum() - contents.sum() * percent // 100

    def save(self) -> str:
        """Returns the state of the cart as JSON."""
        return json.dumps({"items": self._contents.items, "voucher": self._contents.voucher})

    def restore(self, state: str) -> None:
        """Gives the cart the saved contents; ValueError if they aren't possible."""
        try:
            match json.loads(
                state, object_pairs_hook=_no_duplicates, parse_constant=_no_constant
            ):
                case {"items": items, "voucher": voucher, **others} if not others:
                    self._contents = self._contents.with_(items, voucher)
                case _:
                    raise ValueError("not the state of a cart")
        except RecursionError as error:
            raise ValueError("not the state of a cart") from error
