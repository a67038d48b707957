def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents."""
    total = 0
    for line in cart:
        product = line.get("product")
        quantity = line.get("quantity")
        if not isinstance(product, str) or not isinstance(quantity, int):
            raise ValueError("malformed line")
        if product not in prices:
            raise ValueError("unknown product")
        total += prices[product] * quantity
    return total
