from email import message_from_bytes, policy
from pathlib import Path


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    message = message_from_bytes(raw, policy=policy.default)
    stored = []
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = (part.get_filename() or "").lstrip("./\\") or f"attachment-{number}"
        target = folder / name
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
        target.write_bytes(part.get_payload(decode=True))
        stored.append(target.name)
    return stored
