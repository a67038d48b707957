import os
from shlex import quote


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name."""
    if size < 1:
        raise ValueError("the size must be a positive number of pixels")
    preview = source.rpartition(".")[0] + f"-{size}.jpg"
    # Both names hold the customer's text, so both are quoted.
    if os.system(f"convert {quote(source)} -resize {size}x{size} {quote(preview)}") != 0:
        raise RuntimeError("convert failed")
    return preview
