"""Exchange rates of a web shop, fetched with http.client."""

import http.client
import json
from urllib.parse import quote as percent_encode

HOST = "rates.example"
PATH = "/v1/latest"


def _fetch(base: str, quote: str, api_key: str) -> float | None:
    """Return the rate, or None if the partner has answered with something else."""
    pairs = (("base", base), ("quote", quote), ("key", api_key))
    query = "&".join(f"{name}={percent_encode(value, safe='')}" for name, value in pairs)
    connection = http.client.HTTPSConnection(HOST, timeout=10)
    try:
        connection.request("GET", f"{PATH}?{query}")
        response = connection.getresponse()
        answer = json.loads(response.read()) if response.status == 200 else None
    finally:
        connection.close()
    rate = answer.get("rate") if isinstance(answer, dict) else None
    return float(rate) if type(rate) in (int, float) else None


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return the price of one unit of `base` in `quote`."""
    try:
        rate = _fetch(base, quote, api_key)
    except (OSError, ValueError, OverflowError, http.client.HTTPException):
        rate = None
    if rate is None:
        raise RuntimeError(f"No exchange rate from https://{HOST}{PATH}")
    return rate
