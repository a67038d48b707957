"""The last readings of all sensors: the customer's name stands behind its length."""

from collections.abc import MutableMapping


def checked(name: str) -> str:
    """Returns the name if its length is allowed."""
    if len(name) == 0 or len(name) > 100:
        raise ValueError(f"{name!r} has {len(name)} characters")
    return name


class ReadingStore:
    """Keeps the last reading of every sensor of every customer."""

    def __init__(self, backend: MutableMapping[str, str]) -> None:
        self._backend = backend

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        self._backend[self._start(customer) + checked(sensor)] = value

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        key = self._start(customer) + checked(sensor)
        return self._backend[key] if key in self._backend else None

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        start = self._start(customer)
        names = [key[len(start) :] for key in self._backend.keys() if key.startswith(start)]
        names.sort()
        return names

    @staticmethod
    def _start(customer: str) -> str:
        """Returns the beginning of all keys of a customer, such as `r5.annie`."""
        return f"r{len(checked(customer))}.{customer}"
