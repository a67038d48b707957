"""The last readings of all sensors, in a store that is shared."""


class ReadingStore:
    """Keeps the last reading of every sensor of every customer."""

    def __init__(self, backend: dict[str, str]) -> None:
        self.backend = backend

    @staticmethod
    def _check(*names: str) -> None:
        for name in names:
            if not 1 <= len(name) <= 100:
                raise ValueError("names have 1 to 100 characters")

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        self._check(customer, sensor)
        self.backend[f"{customer}:{sensor}"] = value

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        self._check(customer, sensor)
        return self.backend.get(f"{customer}:{sensor}")

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        self._check(customer)
        prefix = f"{customer}:"
        return sorted(key.removeprefix(prefix) for key in self.backend if key.startswith(prefix))
