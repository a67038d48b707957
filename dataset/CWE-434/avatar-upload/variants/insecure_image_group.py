"""Avatars of a hiking community."""

import mimetypes
from pathlib import Path

MAX_SIZE = 100_000


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture and returns its name; ValueError if it isn't a picture."""
    if not data or len(data) > MAX_SIZE:
        raise ValueError("the file is empty or too large")
    kind, _ = mimetypes.guess_type(filename)
    if kind is None or not kind.startswith("image/"):
        raise ValueError(f"{filename} is not a picture")
    name = f"{user_id}{Path(filename).suffix}"
    (folder / name).write_bytes(data)
    return name
