import shlex
from pathlib import Path


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk; ValueError for a NUL, which no argument can hold."""
    if "\0" in title or any("\0" in argument for argument in args):
        raise ValueError("NUL in a text")
    # A comment ends with its line, and no quoting changes that.
    comment = " ".join(title.splitlines())
    command = shlex.join(["kiosk-player", *args])
    script = f"#!/bin/sh\n# {comment}\n{command}\n"
    path.write_bytes(script.encode("utf-8"))
