import re
import shlex
from pathlib import Path

TEXT = re.compile(r"""[\w .,:;/\\'"!?()=+%@#&-]*""")


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk; ValueError for texts with unusual characters."""
    for text in (title, *args):
        if not TEXT.fullmatch(text):
            raise ValueError(f"unusual character in {text!r}")
    lines = ["#!/bin/sh", "# " + title, " ".join(map(shlex.quote, ["kiosk-player", *args]))]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
