"""Charts as PNG: both files are made beforehand, with their endings."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def _reserve(folder: Path, suffix: str) -> Path:
    descriptor, name = tempfile.mkstemp(suffix=suffix, prefix="chart-", dir=folder)
    os.close(descriptor)
    return Path(name)


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    made: list[Path] = []
    try:
        source = _reserve(temp_dir, ".svg")
        made.append(source)
        target = _reserve(temp_dir, ".png")
        made.append(target)
        source.write_text(svg, encoding="utf-8")
        converter(source, target)
        png = target.read_bytes()
        if png == b"":
            raise RuntimeError("the converter has written nothing")
        return png
    finally:
        for path in made:
            path.unlink()
