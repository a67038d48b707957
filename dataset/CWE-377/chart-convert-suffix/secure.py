"""Charts as PNG."""

import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG.

    Both files lie in a new folder of mode 700, in which nobody else can make or see anything.
    """
    with tempfile.TemporaryDirectory(prefix="chart-", dir=temp_dir) as folder:
        source, target = Path(folder, "chart.svg"), Path(folder, "chart.png")
        source.write_text(svg, encoding="utf-8")
        converter(source, target)
        png = target.read_bytes() if target.exists() else b""
    if not png:
        raise RuntimeError("the converter has written nothing")
    return png
