"""Charts as PNG."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    descriptor, name = tempfile.mkstemp(suffix=".png", dir=temp_dir)
    os.close(descriptor)
    os.unlink(name)  # the converter makes it
    target = Path(name)
    with tempfile.NamedTemporaryFile(suffix=".svg", dir=temp_dir) as source:
        source.write(svg.encode("utf-8"))
        source.flush()
        try:
            converter(Path(source.name), target)
            png = target.read_bytes() if target.is_file() else b""
        finally:
            target.unlink(missing_ok=True)
    if not png:
        raise RuntimeError("the converter has written nothing")
    return png
