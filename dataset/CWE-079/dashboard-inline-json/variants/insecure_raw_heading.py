import json

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<h1>{heading}</h1>
<script id="readings" type="application/json">{data}</script>
<canvas id="chart"></canvas>
<script src="/static/chart.js"></script>
</body>
</html>
"""


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings."""
    data = json.dumps(readings).replace("<", "\\u003c").replace(">", "\\u003e")
    return PAGE.format(title=title.replace("</", "&lt;/"), heading=title, data=data)
