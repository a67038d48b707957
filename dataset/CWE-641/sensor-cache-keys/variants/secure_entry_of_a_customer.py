"""The last readings of all sensors: one entry for each customer, with all of its sensors."""

import json


def require_name(name: str) -> None:
    """Raises ValueError for names of a wrong length."""
    if not 1 <= len(name) <= 100:
        raise ValueError("wrong length of a name")


class ReadingStore:
    """Keeps the last reading of every sensor of every customer."""

    def __init__(self, backend: dict[str, str]) -> None:
        self.backend = backend

    def _readings(self, customer: str) -> dict[str, str]:
        require_name(customer)
        return json.loads(self.backend.get("readings of " + customer, "{}"))

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        require_name(sensor)
        readings = {**self._readings(customer), sensor: value}
        self.backend["readings of " + customer] = json.dumps(readings)

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        require_name(sensor)
        return self._readings(customer).get(sensor)

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        return sorted(self._readings(customer))
