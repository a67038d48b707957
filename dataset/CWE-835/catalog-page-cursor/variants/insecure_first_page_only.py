"""Loads the catalogues of shops."""

import json
import urllib.parse
import urllib.request


def _page(url: str) -> dict:
    """Load one page. Raises ValueError if it isn't one."""
    with urllib.request.urlopen(url, timeout=20) as response:
        page = json.loads(response.read())
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise ValueError(f"{url} is no page of a catalogue")
    if "next" not in page or not isinstance(page["next"], (str, type(None))):
        raise ValueError(f"{url} doesn't say what comes next")
    return page


def fetch_catalog(url: str) -> list[dict]:
    """Return the items of all pages."""
    first = url
    items = []
    while True:
        page = _page(url)
        items += page["items"]
        if page["next"] is None:
            return items
        url = urllib.parse.urljoin(url, page["next"])
        if url == first:
            raise ValueError("the pages begin again")
