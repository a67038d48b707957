"""Avatars of a hiking community."""

from pathlib import Path

MAX_SIZE = 100_000
EXTENSIONS = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF87a": ".gif",
    b"GIF89a": ".gif",
}


def _extension(data: bytes) -> str:
    """Returns the extension for a picture, which only its content decides on."""
    for signature, extension in EXTENSIONS.items():
        if data.startswith(signature):
            return extension
    raise ValueError("only PNG, JPEG and GIF pictures are accepted")


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture and returns its name; ValueError if it isn't a picture."""
    if len(data) > MAX_SIZE:
        raise ValueError("the file is too large")
    name = f"{user_id}{_extension(data)}"
    (folder / name).write_bytes(data)
    return name
