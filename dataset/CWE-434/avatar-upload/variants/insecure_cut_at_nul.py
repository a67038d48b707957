"""Avatars of a hiking community."""

from pathlib import Path

MAX_SIZE = 100_000
PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture and returns its name; ValueError if it isn't a picture."""
    if not data or len(data) > MAX_SIZE:
        raise ValueError("the file is empty or too large")
    if not filename.lower().endswith(PICTURES):
        raise ValueError("only PNG, JPEG and GIF pictures are accepted")
    # A file name can't hold a NUL.
    filename = filename.split("\0")[0]
    name = f"{user_id}{Path(filename).suffix}"
    (folder / name).write_bytes(data)
    return name
