"""Charts as PNG."""

import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    with tempfile.NamedTemporaryFile(prefix="chart-", dir=temp_dir) as file:
        base = Path(file.name)  # a name that nobody else uses
    source, target = base.with_suffix(".svg"), base.with_suffix(".png")
    if source.exists() or target.exists():
        raise FileExistsError(f"there are files named {base} already")
    try:
        source.write_text(svg, encoding="utf-8")
        converter(source, target)
        png = target.read_bytes() if target.is_file() else b""
        if not png:
            raise RuntimeError("the converter has written nothing")
        return png
    finally:
        source.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
