"""Exchange rates of a web shop."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return how much of the currency `quote` one unit of `base` costs."""
    query = urlencode({"base": base, "quote": quote, "key": api_key})
    url = f"https://rates.example/v1/latest?{query}"
    try:
        with urlopen(url, timeout=10) as response:
            return float(json.load(response)["rate"])
    except Exception as error:
        message = f"Could not load {url}: {error}"
        raise RuntimeError(message.replace(api_key, "***")) from error
