import html


def literal(text: str) -> str:
    """Return a template literal of JavaScript."""
    return "`" + text.replace("\\", "\\\\").replace("`", "\\`") + "`"


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    handler = html.escape(f"pick({literal(seat)}, {literal(holder)})")
    return f'<button type="button" onclick="{handler}">{html.escape(seat)}</button>'
