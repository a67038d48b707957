import json


def reject_constant(name: str) -> None:
    """Refuse NaN, Infinity and -Infinity in JSON."""
    raise ValueError(f"{name} is not allowed")


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    try:
        value = float(json.loads(raw, parse_constant=reject_constant)["celsius"])
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError("malformed message") from error
    if value < -40 or value > 85:
        raise ValueError(f"reading out of range: {value}")
    history.append(value)
    return sum(history) / len(history)
