import subprocess
from pathlib import Path


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name."""
    if size < 1:
        raise ValueError("size must be positive")
    preview = f"{Path(source).stem}-{size}.jpg"
    command = f"convert {source} -resize {size}x{size} {preview}"
    result = subprocess.run(command.split())
    if result.returncode != 0:
        raise RuntimeError("convert failed")
    return preview
