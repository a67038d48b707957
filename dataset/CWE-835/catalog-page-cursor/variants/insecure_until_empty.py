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
    items = []
    empty = 0
    while empty < 2:
        page = _page(url)
        items += page["items"]
        if page["next"] is None:
            return items
        # Behind the last items nothing comes any more.
        empty = empty + 1 if not page["items"] else 0
        url = urllib.parse.urljoin(url, page["next"])
    raise ValueError("pages without items don't end")
