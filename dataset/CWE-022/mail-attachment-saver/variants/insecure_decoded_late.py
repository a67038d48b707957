import os
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    stored = []
    for number, part in enumerate(message_from_bytes(raw).walk()):
        if part.get_content_disposition() != "attachment":
            continue
        name = os.path.basename(part.get_filename() or "") or f"attachment-{number}"
        # Some mail programs write names as encoded words.
        name = str(make_header(decode_header(name)))
        target = folder / name
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        target.write_bytes(part.get_payload(decode=True))
        stored.append(target.name)
    return stored
