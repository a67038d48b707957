import subprocess
from pathlib import PurePath


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name; RuntimeError if that fails."""
    if size < 1:
        raise ValueError("size must be at least 1")
    preview = f"{PurePath(source).stem}-{size}.jpg"
    # A list of arguments is read by no shell: each element arrives as one argument.
    result = subprocess.run(["convert", source, "-resize", f"{size}x{size}", preview])
    if result.returncode != 0:
        raise RuntimeError(f"convert ended with status {result.returncode}")
    return preview
