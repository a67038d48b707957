import os
from email import message_from_bytes, policy
from pathlib import Path


def unused_name(folder: Path, name: str) -> str:
    """Return the name, with a number if the folder has such a file already."""
    stem, suffix = os.path.splitext(name)
    count = 1
    while (folder / name).exists():
        count += 1
        name = f"{stem}-{count}{suffix}"
    return name


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    message = message_from_bytes(raw, policy=policy.default)
    stored = []
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = unused_name(folder, part.get_filename() or f"attachment-{number}")
        name = os.path.basename(name)
        with open(folder / name, "wb") as file:
            file.write(part.get_payload(decode=True))
        stored.append(name)
    return stored
