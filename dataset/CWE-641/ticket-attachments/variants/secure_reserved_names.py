"""Attachments of the tickets of a help desk: cleaned names, none of them reserved or taken."""

import json
import re
from pathlib import Path

RESERVED = {"ticket.json", "ticket.json.bak", "closed"}
ORDINARY = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]*(?<![ .])", re.ASCII)


class Ticket:
    """The folder of a ticket."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "ticket.json"

    def is_free(self, name: str) -> bool:
        """Tells whether a name is nobody's, without regard to capitals."""
        taken = {path.name.casefold() for path in self.folder.iterdir()} | RESERVED
        return name.casefold() not in taken

    def add(self, wanted: str, data: bytes) -> str:
        """Stores an attachment under a name like the wanted one."""
        name, number = wanted, 1
        while not self.is_free(name):
            number += 1
            stem, dot, ending = wanted.rpartition(".")
            name = f"{stem} ({number}){dot}{ending}" if stem else f"{ending} ({number})"
        (self.folder / name).write_bytes(data)
        content = json.loads(self.file.read_bytes())
        content["attachments"].append(name)
        self.file.write_bytes(json.dumps(content).encode())
        return name


def add_attachment(ticket_dir: Path, name: str, data: bytes) -> str:
    """Stores an attachment, puts it on the ticket's list and returns its stored name."""
    last = name[name.rfind("/") + 1 :]
    if last in {"", ".", ".."}:
        raise ValueError("an attachment needs a name")
    if ORDINARY.fullmatch(last) is None:
        ending = re.search(r"\.[A-Za-z0-9]{1,5}\Z", last)
        last = "attachment" + (ending[0] if ending else "")
    return Ticket(ticket_dir).add(last[-100:].lstrip(". "), data)
