from html import escape

BUTTON = (
    '<button type="button" class="{state}" data-seat="{seat}" data-holder="{holder}"'
    ' onclick="pick(this.dataset.seat, this.dataset.holder)">{seat}</button>'
)


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; the handler is always the same and reads the attributes."""
    state = "taken" if holder else "free"
    return BUTTON.format(state=state, seat=escape(seat), holder=escape(holder))
