import html
import json
import re

PAGE = """<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<h1>{title}</h1>
<script id="readings" type="application/json">{data}</script>
<canvas id="chart"></canvas>
<script src="/static/chart.js"></script>
</body>
</html>
"""


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings."""
    data = re.sub(r"<(/?script)>", r"\\u003c\1>", json.dumps(readings), flags=re.IGNORECASE)
    return PAGE.format(title=html.escape(title), data=data)
