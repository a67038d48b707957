"""The cart of a garden shop: one function checks contents, wherever they come from."""

import json
from collections.abc import Mapping

MOST = 99


class Cart:
    """Articles with their quantities, and perhaps a voucher."""

    __slots__ = ("_prices", "_quantities", "_voucher", "_vouchers")

    def __init__(self, prices: dict[str, int], vouchers: dict[str, tuple[int, int]]) -> None:
        self._prices = dict(prices)
        self._vouchers = dict(vouchers)
        self._quantities: dict[str, int] = {}
        self._voucher: str | None = None

    def _price(self, quantities: Mapping[str, int]) -> int:
        """Returns the sum of possible quantities; others raise ValueError."""
        total = 0
        for sku, quantity in quantities.items():
            if sku not in self._prices or quantity not in range(1, MOST + 1):
                raise ValueError(f"{quantity} of {sku} is not possible")
            total += self._prices[sku] * quantity
        return total

    def _percent(self, total: int, voucher: str | None) -> int:
        if voucher is None:
            return 0
        try:
            percent, smallest = self._vouchers[voucher]
        except (KeyError, TypeError) as error:
            raise ValueError("no such voucher") from error
        if total < smallest:
            raise ValueError(f"the voucher needs a sum of {smallest}")
        return percent

    def _set(self, quantities: dict[str, int], voucher: str | None) -> None:
        self._percent(self._price(quantities), voucher)
        self._quantities, self._voucher = quantities, voucher

    def add(self, sku: str, quantity: int) -> None:
        """Puts a quantity of an article into the cart."""
        if type(quantity) is not int or quantity < 1:
            raise ValueError("not a quantity")
        more = self._quantities.get(sku, 0) + quantity
        self._set({**self._quantities, sku: more}, self._voucher)

    def redeem(self, code: str) -> None:
        """Redeems a voucher."""
        if not isinstance(code, str):
            raise ValueError("not a code")
        self._set(self._quantities, code)

    def total(self) -> int:
        """Returns what is to be paid, in cents."""
        total = self._price(self._quantities)
        return total - total * self._percent(total, self._voucher) // 100

    def save(self) -> str:
        """Returns the state of the cart as JSON."""
        return json.dumps({"items": self._quantities, "voucher": self._voucher})

    def restore(self, state: str) -> None:
        """Gives the cart the saved contents; ValueError if they aren't possible."""
        try:
            data = json.loads(state, parse_float=str, parse_constant=str)
        except RecursionError as error:
            raise ValueError("too deep") from error
        if not isinstance(data, dict) or sorted(data) != ["items", "voucher"]:
            raise ValueError("other keys than items and voucher")
        items = data["items"]
        if not isinstance(items, dict) or not all(type(item) is int for item in items.values()):
            raise ValueError("the quantities are whole numbers")
        self._set(items, data["voucher"])
