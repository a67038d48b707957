"""Attachments of the tickets of a help desk."""

import json
import re
from pathlib import Path


def _store(ticket_dir: Path, cleaned: str, data: bytes) -> str:
    """Stores the content in a new file, which no other program can take for its own."""
    number = 1
    while any(ticket_dir.glob(f"attachment-{number}-*")):
        number += 1
    stored = f"attachment-{number}-{cleaned}"
    (ticket_dir / stored).write_bytes(data)
    return stored


def add_attachment(ticket_dir: Path, name: str, data: bytes) -> str:
    """Stores an attachment, puts it on the ticket's list and returns its stored name."""
    name = name.rpartition("/")[2]
    if name in ("", ".", ".."):
        raise ValueError("the attachment has no name")
    cleaned = re.sub("[^A-Za-z0-9._ -]", "_", name)[-80:].rstrip(". ")
    stored = _store(ticket_dir, cleaned, data)
    ticket_file = ticket_dir / "ticket.json"
    ticket = json.loads(ticket_file.read_text(encoding="utf-8"))
    ticket["attachments"].append(stored)
    ticket_file.write_text(json.dumps(ticket, ensure_ascii=False), encoding="utf-8")
    return stored
