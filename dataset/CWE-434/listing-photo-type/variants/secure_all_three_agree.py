"""Photos of a flat listing: type, name and content have to say the same."""

import re
from itertools import count
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of photo: its type, its extensions and its first bytes."""

    content_type: str
    extensions: tuple[str, ...]
    signature: bytes


KINDS = (
    Kind("image/png", ("png",), bytes.fromhex("89504E470D0A1A0A")),
    Kind("image/jpeg", ("jpg", "jpeg"), bytes.fromhex("FFD8FF")),
)


def store_photo(folder: Path, filename: str, content_type: str, data: bytes) -> str:
    """Stores a photo under a new name, which is returned; ValueError if it isn't a photo."""
    stem, _, extension = filename.rpartition(".")
    for kind in KINDS:
        if (
            content_type == kind.content_type
            and extension.lower() in kind.extensions
            and data[: len(kind.signature)] == kind.signature
        ):
            break
    else:
        raise ValueError("this is neither a PNG nor a JPEG photo")
    stem = re.sub(r"[^A-Za-z0-9]+", "-", stem)[:60]
    for number in count(1):
        name = f"{stem}-{number}.{kind.extensions[0]}"
        try:
            with open(folder / name, "xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return name
    raise AssertionError("there is always another number")
