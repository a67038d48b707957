"""Charts as PNG."""

import secrets
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    source = temp_dir / f"chart-{secrets.token_hex(16)}.svg"
    target = temp_dir / f"chart-{secrets.token_hex(16)}.png"
    try:
        with open(source, "x", encoding="utf-8") as file:
            file.write(svg)
        converter(source, target)
        png = target.read_bytes() if target.is_file() else b""
        if not png:
            raise RuntimeError("the converter has written nothing")
        return png
    finally:
        source.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
