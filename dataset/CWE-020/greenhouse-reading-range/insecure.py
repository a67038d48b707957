import json

MIN_CELSIUS = -40
MAX_CELSIUS = 85


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    try:
        value = float(json.loads(raw)["celsius"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"malformed message: {raw}") from error
    if value < MIN_CELSIUS or value > MAX_CELSIUS:
        raise ValueError(f"reading out of range: {value}")
    history.append(value)
    return sum(history) / len(history)
