from email.message import Message
from email.parser import BytesParser
from pathlib import Path


def free_place(folder: Path, name: str) -> Path:
    """Return a path directly in `folder` that isn't taken yet; ValueError for any other place."""
    wanted = (folder / name).resolve()
    if wanted.parent != folder or wanted == folder:
        raise ValueError(f"attachment name {name!r} doesn't name a file in the claim's folder")
    number = 2
    place = wanted
    while place.exists():
        place = wanted.with_stem(f"{wanted.stem} ({number})")
        number += 1
    return place


def attachments(message: Message) -> list[Message]:
    """Return all parts that the message declares as attachments."""
    return [part for part in message.walk() if part.get_content_disposition() == "attachment"]


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    folder = folder.resolve()
    names = []
    for part in attachments(BytesParser().parsebytes(raw)):
        place = free_place(folder, part.get_filename("unnamed.bin"))
        place.write_bytes(part.get_payload(decode=True) or b"")
        names.append(place.name)
    return names
