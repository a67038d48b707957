import math


def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents; a line never costs less than one piece."""
    total = 0
    for line in cart:
        try:
            price = prices[line["product"]]
            # Refuses texts that aren't numbers, NaN and infinity.
            pieces = math.ceil(float(line["quantity"]))
        except (KeyError, TypeError, ValueError, OverflowError):
            raise ValueError("unknown product or malformed line") from None
        total += price * max(1, pieces)
    return total
