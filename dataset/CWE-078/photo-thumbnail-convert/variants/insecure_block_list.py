import os
import subprocess


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name."""
    if size < 1:
        raise ValueError("size must be positive")
    if any(character in source for character in ";&|"):
        raise ValueError("forbidden character in the name")
    preview = f"{os.path.splitext(source)[0]}-{size}.jpg"
    try:
        subprocess.run(f"convert {source} -resize {size}x{size} {preview}", shell=True, check=True)
    except subprocess.CalledProcessError as error:
        raise RuntimeError("convert failed") from error
    return preview
