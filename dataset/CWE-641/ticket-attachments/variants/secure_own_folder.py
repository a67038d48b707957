"""Attachments of the tickets of a help desk: in a folder of their own."""

import json
import os.path
from collections.abc import Iterator
from itertools import count
from pathlib import Path


def _names(wanted: str) -> Iterator[str]:
    """Yields possible names of a file, without what file systems or programs stumble over."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in wanted)
    stem, extension = os.path.splitext(kept)
    stem = stem.strip(".")[:60] or "file"
    extension = extension.rstrip(".")[:20]
    yield stem + extension
    for number in count(2):
        yield f"{stem}-{number}{extension}"


def add_attachment(ticket_dir: Path, name: str, data: bytes) -> str:
    """Stores an attachment, puts it on the ticket's list and returns its stored name."""
    wanted = name.split("/")[-1]
    if wanted.strip(".") == "" and len(wanted) < 3:
        raise ValueError(f"{name!r} is no name")
    folder = ticket_dir / "attachments"
    folder.mkdir(exist_ok=True)
    taken = {path.name.lower() for path in folder.iterdir()}
    chosen = next(one for one in _names(wanted) if one.lower() not in taken)
    (folder / chosen).write_bytes(data)
    with open(ticket_dir / "ticket.json", encoding="utf-8") as file:
        ticket = json.load(file)
    ticket["attachments"] += [f"attachments/{chosen}"]
    with open(ticket_dir / "ticket.json", "w", encoding="utf-8") as file:
        json.dump(ticket, file, indent=2)
    return f"attachments/{chosen}"
