"""Attachments of the tickets of a help desk."""

import json
from pathlib import Path, PurePosixPath


def add_attachment(ticket_dir: Path, name: str, data: bytes) -> str:
    """Stores an attachment, puts it on the ticket's list and returns its stored name."""
    name = name.rpartition("/")[2]
    if name in ("", ".", ".."):
        raise ValueError("the attachment has no name")
    ticket_file = ticket_dir / "ticket.json"
    ticket = json.loads(ticket_file.read_text(encoding="utf-8"))
    stored, number = name, 1
    while stored in ticket["attachments"]:
        number += 1
        path = PurePosixPath(name)
        stored = f"{path.stem}-{number}{path.suffix}"
    ticket["attachments"].append(stored)
    ticket_file.write_text(json.dumps(ticket, ensure_ascii=False), encoding="utf-8")
    (ticket_dir / stored).write_bytes(data)
    return stored
