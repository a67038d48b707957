"""Avatars of a hiking community."""

from pathlib import Path

MAX_SIZE = 100_000
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
FORBIDDEN = ("php", "phtml", "py", "pl", "cgi", "shtml", "xhtml", "html", "htm", "svg")


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture and returns its name; ValueError if it isn't a picture."""
    if len(data) > MAX_SIZE:
        raise ValueError("the file is too large")
    if not data.startswith(SIGNATURES):
        raise ValueError("only PNG, JPEG and GIF pictures are accepted")
    suffix = Path(filename).suffix.lower()
    for extension in FORBIDDEN:
        suffix = suffix.replace(extension, "")
    name = f"{user_id}{suffix}"
    (folder / name).write_bytes(data)
    return name
