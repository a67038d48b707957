"""Charts as PNG."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    folder = Path(tempfile.mkdtemp(prefix="chart-", dir=temp_dir))
    folder.chmod(0o770)  # the converter may run under another account of the group
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
