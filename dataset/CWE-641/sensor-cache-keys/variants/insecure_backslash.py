"""The last readings of all sensors, in a store that is shared."""

import re


def _check(name: str) -> str:
    """Returns a name with its colons escaped."""
    if not 1 <= len(name) <= 100:
        raise ValueError("names have 1 to 100 characters")
    return name.replace(":", "\\:")


class ReadingStore:
    """Keeps the last reading of every sensor of every customer."""

    def __init__(self, backend: dict[str, str]) -> None:
        self.backend = backend

    def _key(self, customer: str, sensor: str) -> str:
        return f"reading:{_check(customer)}:{_check(sensor)}"

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        self.backend[self._key(customer, sensor)] = value

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        return self.backend.get(self._key(customer, sensor))

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        prefix = f"reading:{_check(customer)}:"
        parts = [key.removeprefix(prefix) for key in self.backend if key.startswith(prefix)]
        # A colon without a backslash would be that of another, longer customer's name.
        own = [part for part in parts if not re.search(r"(?<!\\):", part)]
        return sorted(part.replace("\\:", ":") for part in own)
