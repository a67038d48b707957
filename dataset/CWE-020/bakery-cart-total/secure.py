def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents; ValueError for a line that can't be sold."""
    total = 0
    for line in cart:
        try:
            product = line["product"]
            quantity = line["quantity"]
            price = prices[product]
        except (KeyError, TypeError):
            raise ValueError("unknown product or malformed line") from None
        if type(quantity) is not int or quantity < 1:
            raise ValueError("the quantity must be a whole number of at least 1")
        total += price * quantity
    return total
