import json


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    try:
        value = float(json.loads(raw)["celsius"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError("malformed message") from error
    if value == float("nan"):
        raise ValueError("not a number")
    if value < -40 or value > 85:
        raise ValueError(f"reading out of range: {value}")
    history.append(value)
    return sum(history) / len(history)
