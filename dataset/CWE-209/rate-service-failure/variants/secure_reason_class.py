"""Exchange rates of a web shop."""

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request


def _failure(reason: str) -> RuntimeError:
    """Return the exception for shoppers; `reason` is a text of our own."""
    return RuntimeError(f"We could not load the exchange rate ({reason}). Please try again later.")


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return the price of one unit of `base` in `quote`."""
    parameters = urllib.parse.urlencode([("base", base), ("quote", quote), ("key", api_key)])
    request = urllib.request.Request(f"https://rates.example/v1/latest?{parameters}")
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            body = response.read()
    except urllib.error.HTTPError as error:
        raise _failure(f"status {error.code}") from error
    except (OSError, http.client.HTTPException) as error:
        raise _failure("no connection") from error
    try:
        rate = json.loads(body)["rate"]
        if type(rate) not in (int, float):
            raise TypeError("the rate is no number")
        return float(rate)
    except (ValueError, LookupError, TypeError, ArithmeticError) as error:
        raise _failure("unexpected answer") from error
