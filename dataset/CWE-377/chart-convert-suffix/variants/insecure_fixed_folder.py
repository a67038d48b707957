"""Charts as PNG."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    folder = temp_dir / f"charts-{os.getpid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        source, target = folder / "chart.svg", folder / "chart.png"
        source.write_text(svg, encoding="utf-8")
        converter(source, target)
        png = target.read_bytes() if target.is_file() else b""
        if not png:
            raise RuntimeError("the converter has written nothing")
        return png
    finally:
        shutil.rmtree(folder)
