import os
from email import message_from_bytes
from email.policy import default
from itertools import count
from pathlib import Path, PurePosixPath


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    taken = set(os.listdir(folder))
    stored = []
    for part in message_from_bytes(raw, policy=default).iter_attachments():
        name = PurePosixPath(part.get_filename() or "").name
        # The last component of '.' and '/' is empty, that of 'x/..' is '..'.
        if name in ("", ".."):
            name = "attachment"
        if name in taken:
            name = next(free for n in count(2) if (free := f"{n}-{name}") not in taken)
        taken.add(name)
        (folder / name).write_bytes(part.get_payload(decode=True))
        stored.append(name)
    return stored
