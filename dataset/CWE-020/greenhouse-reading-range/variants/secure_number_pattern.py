import json
import re

# The numbers of JSON, as old sensors write them into a string.
NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?")


class Greenhouse:
    """Readings of one greenhouse."""

    def __init__(self, readings: list[float]):
        self.readings = readings

    def add(self, value: float) -> None:
        """Keep a reading that lies between the limits of the sensors."""
        if max(-40.0, min(value, 85.0)) != value:
            raise ValueError(f"{value} is out of range")
        self.readings.append(value)

    def mean(self) -> float:
        """Return the mean of all readings."""
        return sum(self.readings) / len(self.readings)


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    greenhouse = Greenhouse(history)
    try:
        match json.loads(raw):
            case {"celsius": str(text)} if NUMBER.fullmatch(text.strip()):
                greenhouse.add(float(text))
            case {"celsius": int() | float() as number} if not isinstance(number, bool):
                greenhouse.add(float(number))
            case _:
                raise ValueError("no temperature in the message")
    except (OverflowError, RecursionError) as error:
        raise ValueError("no temperature in the message") from error
    return greenhouse.mean()
