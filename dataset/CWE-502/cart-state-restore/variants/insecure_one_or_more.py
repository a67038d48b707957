"""The cart of a garden shop."""

import json


class Cart:
    """Articles with their quantities, and perhaps a voucher."""

    def __init__(self, prices: dict[str, int], vouchers: dict[str, tuple[int, int]]) -> None:
        self._prices = prices
        self._vouchers = vouchers
        self.items: dict[str, int] = {}
        self.voucher: str | None = None

    def _sum(self) -> int:
        return sum(self._prices[sku] * quantity for sku, quantity in self.items.items())

    def add(self, sku: str, quantity: int) -> None:
        """Puts a quantity of an article into the cart, in addition to what is there."""
        if sku not in self._prices:
            raise ValueError("unknown article")
        if not isinstance(quantity, int) or quantity < 1:
            raise ValueError("the quantity is a positive whole number")
        if self.items.get(sku, 0) + quantity > 99:
            raise ValueError("at most 99 of an article")
        self.items[sku] = self.items.get(sku, 0) + quantity

    def redeem(self, code: str) -> None:
        """Redeems a voucher if the sum of the articles is large enough."""
        if code not in self._vouchers:
            raise ValueError("unknown voucher")
        if self._sum() < self._vouchers[code][1]:
            raise ValueError("the sum of the articles is too small for this voucher")
        self.voucher = code

    def total(self) -> int:
        """Returns what is to be paid, in cents."""
        percent = self._vouchers[self.voucher][0] if self.voucher is not None else 0
        return self._sum() - self._sum() * percent // 100

    def save(self) -> str:
        """Returns the state of the cart as JSON."""
        return json.dumps({"items": self.items, "voucher": self.voucher})

    def restore(self, state: str) -> None:
        """Gives the cart the saved contents; ValueError if the text is no state of a cart."""
        data = json.loads(state)
        if not isinstance(data, dict) or data.keys() != {"items", "voucher"}:
            raise ValueError("not a saved cart")
        items, voucher = data["items"], data["voucher"]
        if not isinstance(items, dict) or not items.keys() <= self._prices.keys():
            raise ValueError("an article is unknown")
        if not all(1 <= q <= 99 for q in items.values()):
            raise ValueError("a quantity is wrong")
        cart = Cart(self._prices, self._vouchers)
        cart.items = items
        if voucher is not None:
            cart.redeem(voucher)
        self.items, self.voucher = cart.items, cart.voucher
