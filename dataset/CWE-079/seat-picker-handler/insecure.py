import html


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    seat, holder = html.escape(seat), html.escape(holder)
    return f"""<button type="button" onclick="pick('{seat}', '{holder}')">{seat}</button>"""
