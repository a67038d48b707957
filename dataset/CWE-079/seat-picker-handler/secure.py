import html
import json


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    # Literals of JavaScript first; then the whole handler becomes the text of an attribute.
    handler = f"pick({json.dumps(seat)}, {json.dumps(holder)})"
    return f'<button type="button" onclick="{html.escape(handler)}">{html.escape(seat)}</button>'
