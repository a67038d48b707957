def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the whole cart in cents."""
    total = 0
    for line in cart:
        if "product" not in line or "quantity" not in line:
            raise ValueError(f"malformed line: {line}")
        product = line["product"]
        if product not in prices:
            raise ValueError(f"unknown product: {product}")
        total += prices[product] * line["quantity"]
    return total
