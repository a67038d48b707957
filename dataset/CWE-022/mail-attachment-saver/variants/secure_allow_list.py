import itertools
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

ORDINARY = re.compile(r"\w[\w .-]*")


class ClaimFolder:
    """A folder in which every attachment gets a file of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names_for(self, wanted: str | None) -> Iterator[str]:
        """Yield the wanted name if it is an ordinary one, then numbered ones without end."""
        stem, dot, ending = "attachment", ".", "bin"
        if wanted and ORDINARY.fullmatch(wanted):
            yield wanted
            stem, dot, ending = wanted.rpartition(".") if "." in wanted else (wanted, "", "")
        for number in itertools.count(1):
            yield f"{stem}_{number}{dot}{ending}"

    def store(self, wanted: str | None, content: bytes) -> str:
        """Write a new file and return its name."""
        for name in self.names_for(wanted):
            try:
                with open(self.path / name, "xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            return name
        raise AssertionError("there is always another number")


def save_attachments(raw: bytes, folder: Path) -> list[str]:
    """Store the attachments of a message in the folder of a claim; return their names."""
    claim = ClaimFolder(folder)
    parts = message_from_bytes(raw, policy=SMTP).walk()
    return [
        claim.store(part.get_filename(), part.get_payload(decode=True))
        for part in parts
        if part.is_attachment()
    ]
