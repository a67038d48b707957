import html
import json


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings."""
    data = json.dumps(readings, ensure_ascii=False).replace("</", "<\\/")
    heading = html.escape(title)
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{heading}</title></head>\n'
        f"<body>\n<h1>{heading}</h1>\n"
        f'<script id="readings" type="application/json">{data}</script>\n'
        '<canvas id="chart"></canvas>\n'
        '<script src="/static/chart.js"></script>\n'
        "</body></html>\n"
    )
