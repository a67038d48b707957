import re
from pathlib import Path

# What a shell gives a meaning to between double quotes.
SPECIAL = re.compile(r'([\\"$`])')


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    title = re.sub(r"[\x00-\x1f\x7f]+", " ", title)
    script = f"#!/bin/sh\n# {title}\nkiosk-player"
    for argument in args:
        if "\x00" in argument:
            raise ValueError("an argument can't contain NUL")
        escaped = SPECIAL.sub(r"\\\1", argument)
        script += f' "{escaped}"'
    path.write_bytes(f"{script}\n".encode())
