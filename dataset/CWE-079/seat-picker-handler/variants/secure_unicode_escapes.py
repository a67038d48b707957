import html
import re


def literal(text: str) -> str:
    """Return a string literal of JavaScript with nothing but letters, digits and escapes in it."""

    def units(match: re.Match) -> str:
        data = match[0].encode("utf-16-be", "surrogatepass").hex()
        return "".join(f"\\u{data[at : at + 4]}" for at in range(0, len(data), 4))

    return "'" + re.sub(r"[^a-zA-Z0-9]", units, text) + "'"


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    return (
        f'<button onclick="pick({literal(seat)}, {literal(holder)});">'
        f"{html.escape(seat, quote=False)}</button>"
    )
