import os
from email import message_from_bytes, policy
from pathlib import Path


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    message = message_from_bytes(raw, policy=policy.default)
    base = os.path.abspath(folder)
    stored = []
    for number, part in enumerate(message.iter_attachments(), start=1):
        path = os.path.abspath(os.path.join(base, part.get_filename(f"attachment-{number}")))
        if not path.startswith(base):
            raise ValueError("attachment outside the folder of the claim")
        stem, suffix = os.path.splitext(path)
        count = 1
        while os.path.exists(path):
            count += 1
            path = f"{stem}-{count}{suffix}"
        with open(path, "wb") as file:
            file.write(part.get_payload(decode=True))
        stored.append(os.path.basename(path))
    return stored
