import os


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture and return its name."""
    if size < 1:
        raise ValueError("size must be positive")
    preview = f"{os.path.splitext(source)[0]}-{size}.jpg"
    # The quotes keep names with blanks in one piece.
    if os.system(f'convert "{source}" -resize {size}x{size} "{preview}"') != 0:
        raise RuntimeError("convert failed")
    return preview
