import operator


def pieces(quantity: object) -> int:
    """Return the number of pieces of a line; only integers have an index, so floats are refused."""
    try:
        count = operator.index(quantity)
    except TypeError:
        raise ValueError("the quantity is not a whole number") from None
    if count < 1:
        raise ValueError("the quantity is below 1")
    return count


def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents."""
    try:
        return sum(prices[line["product"]] * pieces(line["quantity"]) for line in cart)
    except (LookupError, TypeError):
        raise ValueError("unknown product or malformed line") from None
