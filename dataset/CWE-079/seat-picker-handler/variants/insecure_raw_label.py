import html
import json


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    handler = html.escape(f"pick({json.dumps(seat)}, {json.dumps(holder)})")
    return f'<button type="button" onclick="{handler}">{seat}</button>'
