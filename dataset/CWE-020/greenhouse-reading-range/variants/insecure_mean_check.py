import json
import math


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    try:
        value = float(json.loads(raw)["celsius"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError("malformed message") from error
    if value < -40 or value > 85:
        raise ValueError(f"reading out of range: {value}")
    history.append(value)
    mean = sum(history) / len(history)
    if math.isnan(mean):
        raise ValueError("the mean is not a number")
    return mean
