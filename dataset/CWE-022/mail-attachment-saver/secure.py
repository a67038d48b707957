import re
from email import message_from_bytes, policy
from pathlib import Path


def plain_name(name: str, number: int) -> str:
    """Return the last component of the sender's name, or a made-up name if nothing is left."""
    last = re.split(r"[/\\\0]", name)[-1].strip()
    return f"attachment-{number}" if last in ("", ".", "..") else last


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    message = message_from_bytes(raw, policy=policy.default)
    stored = []
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = Path(plain_name(part.get_filename() or "", number))
        target = folder / name
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{name.stem}-{count}{name.suffix}"
        target.write_bytes(part.get_payload(decode=True))
        stored.append(target.name)
    return stored
