import html
import json

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
<script id="readings" type="application/json">{data}</script>
<canvas id="chart"></canvas>
<script src="/static/chart.js"></script>
</body>
</html>
"""


def json_for_script(value: object) -> str:
    """Return JSON without the characters that have a meaning in HTML."""
    data = json.dumps(value)
    # They only occur within texts, where JSON knows another spelling for them.
    for character in "<>&":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return data


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings."""
    return PAGE.format(title=html.escape(title), data=json_for_script(readings))
