from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True)
class Seat:
    """A seat of the plan with the name of its holder."""

    name: str
    holder: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes of its button."""
        return {
            "value": self.name,
            "title": self.holder,
            "onclick": "pick(this.getAttribute('value'), this.getAttribute('title'))",
        }

    def __str__(self) -> str:
        pairs = (f"{name}={quoteattr(text)}" for name, text in self.attributes().items())
        return f"<button {' '.join(pairs)}>{escape(self.name)}</button>"


def seat_button(seat: str, holder: str) -> str:
    """Return the button of a seat; a click picks it."""
    return str(Seat(seat, holder))
