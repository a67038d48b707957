import os
from pathlib import Path


class Launcher:
    """The start script of one kiosk."""

    def __init__(self, title: str):
        if not title.isprintable():
            raise ValueError("the title has a line break or another control character")
        self.lines = ["#!/bin/sh", f"# {title}"]

    def start(self, program: str, arguments: list[str]) -> None:
        """Add a command."""
        words = [program]
        for argument in arguments:
            if "\0" in argument:
                raise ValueError("no program takes a NUL")
            # Within single quotes only the single quote itself needs care.
            words.append("'" + argument.replace("'", "'\\''") + "'")
        self.lines.append("exec " + " ".join(words))

    def save(self, path: Path) -> None:
        """Write the script and put it in the place of an older one."""
        data = "\n".join(self.lines).encode() + b"\n"
        new = path.with_name(path.name + ".new")
        new.write_bytes(data)
        os.replace(new, path)


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    launcher = Launcher(title)
    launcher.start("kiosk-player", args)
    launcher.save(path)
