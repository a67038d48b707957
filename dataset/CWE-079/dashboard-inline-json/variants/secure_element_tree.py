import json
from xml.etree.ElementTree import Element, SubElement, tostring


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings, built as a tree."""
    page = Element("html", lang="en")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "title").text = title
    body = SubElement(page, "body")
    SubElement(body, "h1").text = title
    # The serialiser escapes all texts but those of script elements.
    data = SubElement(body, "script", id="readings", type="application/json")
    data.text = json.dumps(readings).replace("<", "\\u003c")
    SubElement(body, "canvas", id="chart")
    SubElement(body, "script", src="/static/chart.js")
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html")
