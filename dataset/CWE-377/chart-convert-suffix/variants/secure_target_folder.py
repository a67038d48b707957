"""Charts as PNG: a named temporary file as source, a private folder for the target."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def convert_chart(svg: str, converter: Callable[[Path, Path], None], temp_dir: Path) -> bytes:
    """Has the chart converted and returns the PNG."""
    folder = tempfile.mkdtemp(dir=temp_dir)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", suffix=".svg", dir=temp_dir
        ) as file:
            file.write(svg)
            file.flush()
            target = os.path.join(folder, "out.png")
            converter(Path(file.name), Path(target))
        try:
            with open(target, "rb") as image:
                png = image.read()
        except FileNotFoundError:
            png = b""
        if not png:
            raise RuntimeError("the converter has written nothing")
        return png
    finally:
        shutil.rmtree(folder)
