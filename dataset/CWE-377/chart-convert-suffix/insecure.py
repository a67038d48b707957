"""Charts as PNG."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    descriptor, base = tempfile.mkstemp(prefix="chart-", dir=temp_dir)
    os.close(descriptor)
    source, target = Path(base + ".svg"), Path(base + ".png")
    try:
        source.write_text(svg, encoding="utf-8")
        converter(source, target)
        if not target.exists() or target.stat().st_size == 0:
            raise RuntimeError("the converter has written nothing")
        return target.read_bytes()
    finally:
        os.unlink(base)
        source.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
