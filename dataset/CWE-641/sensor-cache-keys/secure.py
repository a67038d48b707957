"""The last readings of all sensors, in a store that is shared."""

from urllib.parse import quote, unquote


def _part(name: str) -> str:
    """Returns a name as a part of a key: reversible, and without a colon in it."""
    if not 1 <= len(name) <= 100:
        raise ValueError("names have 1 to 100 characters")
    return quote(name, safe="")


class ReadingStore:
    """Keeps the last reading of every sensor of every customer.

    The keys are `reading:<customer>:<sensor>`, with both names percent-encoded.
    """

    def __init__(self, backend: dict[str, str]) -> None:
        self.backend = backend

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        self.backend[f"reading:{_part(customer)}:{_part(sensor)}"] = value

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        return self.backend.get(f"reading:{_part(customer)}:{_part(sensor)}")

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        prefix = f"reading:{_part(customer)}:"
        parts = [key.removeprefix(prefix) for key in self.backend if key.startswith(prefix)]
        return sorted(map(unquote, parts))
