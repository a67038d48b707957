def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents."""
    total = 0
    for line in cart:
        try:
            total += prices[line["product"]] * line["quantity"]
        except (KeyError, TypeError) as error:
            raise ValueError("unknown product or malformed line") from error
    if total < 0:
        raise ValueError("the total can't be negative")
    return total
