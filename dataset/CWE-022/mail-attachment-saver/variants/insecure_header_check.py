from email import message_from_bytes
from pathlib import Path


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    stored = []
    for number, part in enumerate(message_from_bytes(raw).walk()):
        disposition = part.get("Content-Disposition", "")
        if not disposition.lower().startswith("attachment"):
            continue
        if "/" in disposition or "\\" in disposition:
            raise ValueError("an attachment's name can't hold a path")
        name = part.get_filename() or f"attachment-{number}"
        target = folder / name
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        target.write_bytes(part.get_payload(decode=True))
        stored.append(target.name)
    return stored
