import os
import subprocess


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name."""
    if size < 1:
        raise ValueError("size must be positive")
    stem, _ = os.path.splitext(source)
    preview = f"{stem}-{size}.jpg"
    result = subprocess.run(f"convert {source} -resize {size}x{size} {preview}", shell=True)
    if result.returncode != 0:
        raise RuntimeError(f"convert failed for {source}")
    return preview
