import json
from decimal import Decimal, InvalidOperation

LOWEST = Decimal(-40)
HIGHEST = Decimal(85)


def reject_constant(name: str) -> None:
    """Refuse NaN, Infinity and -Infinity, which JSON doesn't have."""
    raise ValueError(f"{name} is not a JSON number")


def record_reading(raw: str, history: list[float]) -> float:
    """Add the reading of a sensor to the history and return the mean."""
    try:
        message = json.loads(
            raw, parse_float=Decimal, parse_int=Decimal, parse_constant=reject_constant
        )
        celsius = message["celsius"]
        if not isinstance(celsius, Decimal):
            celsius = Decimal(celsius.strip())
    except (LookupError, TypeError, AttributeError, InvalidOperation, RecursionError) as error:
        raise ValueError("malformed message") from error
    if not celsius.is_finite() or celsius < LOWEST or celsius > HIGHEST:
        raise ValueError(f"reading out of range: {celsius}")
    history.append(float(celsius))
    return sum(history) / len(history)
