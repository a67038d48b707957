"""Loads the catalogues of shops: no page twice, and not too many."""

import json
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen


def _pages(url: str) -> Iterator[dict]:
    seen: set[str] = set()
    while True:
        address = urldefrag(url).url
        if address in seen or len(seen) >= 30:
            raise ValueError(f"the pages don't come to an end at {address}")
        seen.add(address)
        with urlopen(address) as response:
            page = json.load(response)
        match page:
            case {"items": list(), "next": None}:
                yield page
                return
            case {"items": list(), "next": str(following)}:
                yield page
                url = urljoin(url, following)
            case _:
                raise ValueError("not a page")


def fetch_catalog(url: str) -> list[dict]:
    """Return the items of all pages."""
    return [item for page in _pages(url) for item in page["items"]]
