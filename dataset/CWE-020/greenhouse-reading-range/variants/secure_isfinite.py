import json
import math
import statistics


def parse_reading(raw: str) -> float:
    """Return the temperature in a message; ValueError if there is none."""
    try:
        message = json.loads(raw)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(message, dict) or type(message.get("celsius")) not in (int, float, str):
        raise ValueError("no temperature in the message")
    try:
        return float(message["celsius"])
    except OverflowError:
        return math.inf


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    value = parse_reading(raw)
    if not math.isfinite(value):
        raise ValueError("not a finite number")
    if value < -40 or value > 85:
        raise ValueError(f"{value} degrees can't be")
    history.append(value)
    return statistics.fmean(history)
