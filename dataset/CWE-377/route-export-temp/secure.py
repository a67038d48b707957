"""Export of cycling routes as GPX."""

import os
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

NAMESPACE = "http://www.topografix.com/GPX/1/1"


def _gpx(points: list[tuple[float, float]], title: str) -> bytes:
    """The route as a GPX document with one track."""
    gpx = ET.Element("gpx", {"version": "1.1", "creator": "Pedal", "xmlns": NAMESPACE})
    track = ET.SubElement(gpx, "trk")
    ET.SubElement(track, "name").text = title
    segment = ET.SubElement(track, "trkseg")
    for latitude, longitude in points:
        ET.SubElement(segment, "trkpt", {"lat": str(latitude), "lon": str(longitude)})
    return ET.tostring(gpx, encoding="utf-8", xml_declaration=True)


def export_route(points: list[tuple[float, float]], title: str, temp_dir: Path) -> Path:
    """Writes the route to a new GPX file in temp_dir and returns its path.

    mkstemp chooses the name and makes the file in one step, which fails if anything of that
    name exists (then it takes another name), and hands out the open file.
    """
    if not points:
        raise ValueError("a route needs at least one point")
    document = _gpx(points, title)
    descriptor, name = tempfile.mkstemp(suffix=".gpx", dir=temp_dir)
    with os.fdopen(descriptor, "wb") as file:
        file.write(document)
    return Path(name)
