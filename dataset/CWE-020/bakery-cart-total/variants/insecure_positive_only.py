def cart_total(cart: list[dict], prices: dict[str, int]) -> int:
    """Return the price of the cart in cents."""
    total = 0
    for line in cart:
        if "product" not in line or "quantity" not in line:
            raise ValueError("malformed line")
        if line["product"] not in prices:
            raise ValueError("unknown product")
        if line["quantity"] <= 0:
            raise ValueError("the quantity must be positive")
        total += prices[line["product"]] * line["quantity"]
    return round(total)
