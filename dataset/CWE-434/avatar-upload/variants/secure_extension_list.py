"""Avatars of a hiking community: only listed extensions, used as they stand in the list."""

import os.path
from pathlib import Path

ALLOWED = (".png", ".jpg", ".jpeg", ".gif")


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture and returns its name; ValueError if it isn't a picture."""
    if not 1 <= len(data) <= 100_000:
        raise ValueError("a picture has 1 to 100,000 bytes")
    extension = os.path.splitext(filename)[1].lower()
    if extension not in ALLOWED:
        raise ValueError(f"{filename!r} is not the name of a picture")
    name = f"avatar-{user_id}{extension}"
    with open(folder / name, "wb") as file:
        file.write(data)
    return name
