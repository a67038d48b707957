"""Avatars of a hiking community: name and content have to agree, the stored name is random."""

import re
import secrets
from pathlib import Path

KINDS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
}


def _kind(filename: str, data: bytes) -> str:
    claimed = re.search(r"\.(png|jpe?g|gif)\Z", filename, re.ASCII | re.IGNORECASE)
    if claimed is None:
        raise ValueError("the name is not that of a picture")
    kind = claimed[1].lower().replace("jpeg", "jpg")
    if not KINDS[kind].match(data):
        raise ValueError(f"the content is not that of a {kind} picture")
    return kind


def save_avatar(folder: Path, user_id: int, filename: str, data: bytes) -> str:
    """Stores a member's picture and returns its name; ValueError if it isn't a picture."""
    kind = _kind(filename, data)
    if len(data) > 100_000:
        raise ValueError("the picture is too large")
    for old in folder.glob(f"{user_id}-*"):
        old.unlink()
    name = f"{user_id}-{secrets.token_hex(8)}.{kind}"
    (folder / name).write_bytes(data)
    return name
