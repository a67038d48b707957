"""The last readings of all sensors: each key is a JSON list of the two names."""

import json
from typing import NamedTuple

PREFIX = "last-reading "


class Sensor(NamedTuple):
    """A sensor of a customer."""

    customer: str
    name: str

    @property
    def key(self) -> str:
        """Returns the key of the sensor's entry."""
        for text in self:
            if not text or len(text) > 100:
                raise ValueError("a name has 1 to 100 characters")
        return PREFIX + json.dumps(self)

    @classmethod
    def of(cls, key: str) -> "Sensor":
        """Returns the sensor whose entry has this key."""
        return cls(*json.loads(key.removeprefix(PREFIX)))


class ReadingStore:
    """Keeps the last reading of every sensor of every customer."""

    def __init__(self, backend: dict[str, str]) -> None:
        self.backend = backend

    def put(self, customer: str, sensor: str, value: str) -> None:
        """Stores the last reading of a sensor."""
        self.backend.update({Sensor(customer, sensor).key: value})

    def get(self, customer: str, sensor: str) -> str | None:
        """Returns the last reading of a sensor, or None."""
        return self.backend.get(Sensor(customer, sensor).key)

    def sensors(self, customer: str) -> list[str]:
        """Returns the names of a customer's sensors, sorted."""
        if not 0 < len(customer) < 101:
            raise ValueError("a name has 1 to 100 characters")
        known = [Sensor.of(key) for key in self.backend if key.startswith(PREFIX)]
        return sorted(sensor.name for sensor in known if sensor.customer == customer)
