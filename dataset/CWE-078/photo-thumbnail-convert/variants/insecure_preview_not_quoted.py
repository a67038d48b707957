import os
import shlex
import subprocess


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name."""
    if size < 1:
        raise ValueError("size must be positive")
    preview = f"{os.path.splitext(source)[0]}-{size}.jpg"
    command = f"convert {shlex.quote(source)} -resize {size}x{size} {preview}"
    result = subprocess.run(command, shell=True, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr)
    return preview
