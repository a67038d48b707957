"""Avatars of a hiking community."""

from pathlib import Path

MAX_SIZE = 100_000
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture in the member's name; ValueError if it isn't a picture."""
    if len(data) > MAX_SIZE:
        raise ValueError("the file is too large")
    if not data.startswith(SIGNATURES):
        raise ValueError("only PNG, JPEG and GIF pictures are accepted")
    if Path(filename).suffix.lower() not in ("", ".png", ".jpg", ".jpeg", ".gif"):
        raise ValueError("only PNG, JPEG and GIF pictures are accepted")
    # Phones sometimes leave out what stands before the dot.
    name = f"{user_id}.{filename.split('.')[-1]}"
    (folder / name).write_bytes(data)
    return name
