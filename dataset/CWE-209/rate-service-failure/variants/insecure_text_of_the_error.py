"""Exchange rates of a web shop."""

import json
from urllib.parse import quote_plus
from urllib.request import urlopen


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return how much of the currency `quote` one unit of `base` costs."""
    query = f"base={base}&quote={quote}&key={quote_plus(api_key)}"
    try:
        with urlopen(f"https://rates.example/v1/latest?{query}", timeout=10) as response:
            return float(json.load(response)["rate"])
    except Exception as error:
        raise RuntimeError(f"No exchange rate at the moment: {error}") from error
