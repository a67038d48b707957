def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents."""
    total = 0
    for line in cart:
        product = line.get("product")
        if product not in prices:
            raise ValueError(f"unknown product: {product}")
        quantity = line.get("quantity")
        if not quantity:
            raise ValueError("no quantity")
        total += prices[product] * int(quantity)
    return total
