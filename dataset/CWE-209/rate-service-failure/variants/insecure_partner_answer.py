"""Exchange rates of a web shop."""

import json
import urllib.error
from urllib.parse import urlencode
from urllib.request import urlopen

RATES_URL = "https://rates.example/v1/latest"


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return how much of the currency `quote` one unit of `base` costs."""
    query = urlencode({"base": base, "quote": quote, "key": api_key})
    try:
        with urlopen(f"{RATES_URL}?{query}", timeout=10) as response:
            body = response.read().decode()
    except urllib.error.HTTPError as error:
        details = error.read().decode(errors="replace")
        raise RuntimeError(f"The rate service says: {error.code} {details}") from error
    except OSError as error:
        raise RuntimeError(f"The rate service can't be reached: {error}") from error
    try:
        return float(json.loads(body)["rate"])
    except (ValueError, KeyError, TypeError) as error:
        raise RuntimeError(f"The rate service gave an unexpected answer: {body}") from error
