import html


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    arguments = ", ".join("'" + text.replace("'", "\\'") + "'" for text in (seat, holder))
    handler = html.escape(f"pick({arguments})")
    return f'<button type="button" onclick="{handler}">{html.escape(seat)}</button>'
