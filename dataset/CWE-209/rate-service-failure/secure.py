"""Exchange rates of a web shop."""

import json
import logging
from urllib.parse import urlencode
from urllib.request import urlopen

RATES_URL = "https://rates.example/v1/latest"

log = logging.getLogger(__name__)


def exchange_rate(base: str, quote: str, api_key: str) -> float:
    """Return the price of one unit of `base` in `quote`.

    Raises RuntimeError with a text for shoppers; the kind of failure goes to the log only.
    """
    query = urlencode({"base": base, "quote": quote, "key": api_key})
    try:
        with urlopen(f"{RATES_URL}?{query}", timeout=10) as response:
            rate = json.load(response)["rate"]
        if type(rate) not in (int, float):
            raise TypeError("the rate is no number")
        return float(rate)
    except Exception as error:
        log.error("exchange rate %r to %r: %s", base, quote, type(error).__name__)
        raise RuntimeError("The exchange rate is not available at the moment.") from None
