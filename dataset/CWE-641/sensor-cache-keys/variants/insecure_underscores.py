"""The last readings of all sensors, in a store that is shared."""

import json


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
        parts = [_check(name).replace(":", "_") for name in (customer, sensor)]
        return "reading:" + ":".join(parts)

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor, with its name."""
        self.backend[self._key(customer, sensor)] = json.dumps([sensor, value])

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        entry = self.backend.get(self._key(customer, sensor))
        return None if entry is None else json.loads(entry)[1]

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        prefix = self._key(customer, "-")[:-1]
        entries = [value for key, value in self.backend.items() if key.startswith(prefix)]
        return sorted(json.loads(entry)[0] for entry in entries)
