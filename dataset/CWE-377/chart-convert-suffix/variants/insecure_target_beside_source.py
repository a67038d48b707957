"""Charts as PNG."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    descriptor, name = tempfile.mkstemp(suffix=".svg", dir=temp_dir)
    source = Path(name)
    target = source.with_suffix(".png")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(svg)
        if os.path.lexists(target):
            raise FileExistsError(f"{target} exists already")
        converter(source, target)
        png = target.read_bytes() if target.is_file() else b""
        if not png:
            raise RuntimeError("the converter has written nothing")
        return png
    finally:
        source.unlink()
        target.unlink(missing_ok=True)
