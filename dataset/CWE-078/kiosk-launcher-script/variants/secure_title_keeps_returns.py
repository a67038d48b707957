import shlex
from pathlib import Path


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    if "\0" in title + "".join(args):
        raise ValueError("NUL in a text")
    # For a shell, only a line feed ends a comment; a carriage return is a sign like others.
    title = title.replace("\n", " ")
    command = shlex.join(["kiosk-player", *args])
    with path.open("w", encoding="utf-8", newline="\n") as script:
        print("#!/bin/sh", f"# {title}", command, sep="\n", file=script)
