"""The last readings of all sensors, in a store that is shared."""


def _check(name: str) -> str:
    """Returns the name if its length is allowed."""
    if not 1 <= len(name) <= 100:
        raise ValueError("names have 1 to 100 characters")
    return name


class ReadingStore:
    """Keeps the last reading of every sensor of every customer."""

    def __init__(self, backend: dict[str, str]) -> None:
        self.backend = backend

    def _key(self, customer: str, sensor: str) -> str:
        parts = [_check(name).replace(":", "%3A") for name in (customer, sensor)]
        return ":".join(["reading", *parts])

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        self.backend[self._key(customer, sensor)] = value

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        return self.backend.get(self._key(customer, sensor))

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        start = ["reading", _check(customer).replace(":", "%3A")]
        keys = [key.split(":") for key in self.backend]
        return sorted(key[2].replace("%3A", ":") for key in keys if key[:2] == start)
