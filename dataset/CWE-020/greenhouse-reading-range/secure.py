import json

MIN_CELSIUS = -40
MAX_CELSIUS = 85


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean; ValueError if it's none."""
    try:
        celsius = json.loads(raw)["celsius"]
        if isinstance(celsius, bool):
            raise TypeError("true and false are no temperatures")
        value = float(celsius)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError("malformed message") from error
    # NaN is neither below nor above a limit, but it isn't between the two either.
    if not MIN_CELSIUS <= value <= MAX_CELSIUS:
        raise ValueError(f"reading out of range: {value}")
    history.append(value)
    return sum(history) / len(history)
