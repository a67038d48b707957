"""Export of cycling routes as GPX."""

import os
import random
import time
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
    """Writes the route to a new GPX file in temp_dir and returns its path."""
    if not points:
        raise ValueError("a route needs at least one point")
    path = temp_dir / f"route-{int(time.time())}-{random.randrange(10**6)}.gpx"
    if os.path.lexists(path):
        raise FileExistsError(f"{path} exists already")
    with open(path, "wb") as file:
        file.write(_gpx(points, title))
    return path
