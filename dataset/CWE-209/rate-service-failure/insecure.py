"""Exchange rates of a web shop."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen

RATES_URL = "https://rates.example/v1/latest"


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return how much of the currency `quote` one unit of `base` costs."""
    url = f"{RATES_URL}?{urlencode({'base': base, 'quote': quote, 'key': api_key})}"
    try:
        with urlopen(url, timeout=10) as response:
            return float(json.load(response)["rate"])
    except Exception as e:
        raise RuntimeError(f"Could not load {url}: {e}")
