import json
import re
from html import escape

# What the HTML standard asks authors to keep out of script elements.
DELICATE = re.compile(r"<(?=!--|/?script)", re.IGNORECASE)


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings."""
    data = DELICATE.sub(r"\\u003c", json.dumps(readings, ensure_ascii=False, indent=1))
    lines = [
        "<!DOCTYPE html>",
        f'<html><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>',
        f"<h1>{escape(title)}</h1>",
        f'<script id="readings" type="application/json">\n{data}\n</script>',
        '<canvas id="chart"></canvas>',
        '<script src="/static/chart.js"></script>',
        "</body></html>",
    ]
    return "\n".join(lines)
