from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """One line of a cart that has been found to make sense."""

    product: str
    quantity: int

    @classmethod
    def from_json(cls, value: Any) -> "Line":
        """Check a decoded JSON value and make a line of it."""
        match value:
            case {"product": str(product), "quantity": int(quantity)}:
                if isinstance(quantity, bool) or quantity <= 0:
                    raise ValueError("quantity out of range")
                return cls(product, quantity)
            case _:
                raise ValueError("malformed line")


def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents."""
    lines = [Line.from_json(value) for value in cart]
    for line in lines:
        if line.product not in prices:
            raise ValueError(f"unknown product: {line.product}")
    return sum(prices[line.product] * line.quantity for line in lines)
