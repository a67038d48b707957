"""Loads the catalogues of shops: with what is left of the pages as an argument."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request


class Catalog:
    """The items that were gathered so far."""

    def __init__(self, url: str) -> None:
        self.url: str | None = url
        self.items: list[dict] = []

    def load_next(self) -> None:
        request = urllib.request.Request(self.url, headers={"Accept": "application/json"})
        with urllib.request.urlopen(request) as response:
            content = json.loads(response.read().decode("utf-8"))
        try:
            items, following = content["items"], content["next"]
        except (TypeError, KeyError) as error:
            raise ValueError("a page of another form") from error
        if type(items) is not list or not (following is None or type(following) is str):
            raise ValueError("a page of another form")
        self.items.extend(items)
        self.url = None if following is None else urllib.parse.urljoin(self.url, following)


def fetch_catalog(url: str) -> list[dict]:
    """Return the items of all pages."""
    catalog = Catalog(url)
    pages_left = 30
    while catalog.url is not None and pages_left > 0:
        catalog.load_next()
        pages_left -= 1
    if catalog.url is not None:
        raise ValueError("this shop has too many pages")
    return catalog.items
