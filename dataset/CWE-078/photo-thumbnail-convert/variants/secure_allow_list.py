import re
import subprocess

PICTURE = re.compile(r"(?P<stem>\w[\w .,+()-]*)\.[A-Za-z0-9]+")


def make_thumbnail(source: str, size: int) -> str:
    """Make a preview of an uploaded picture; ValueError for a name with unusual characters."""
    if size <= 0:
        raise ValueError(f"not a size: {size}")
    match = PICTURE.fullmatch(source)
    if match is None:
        raise ValueError(f"not the name of a picture: {source!r}")
    preview = f"{match['stem']}-{size}.jpg"
    try:
        subprocess.check_call(
            ["convert", source, "-resize", f"{size}x{size}", preview], stderr=subprocess.DEVNULL
        )
    except (subprocess.CalledProcessError, OSError) as error:
        raise RuntimeError(f"no preview of {source}") from error
    return preview
