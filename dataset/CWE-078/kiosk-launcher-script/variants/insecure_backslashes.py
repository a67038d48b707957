import re
from pathlib import Path

UNUSUAL = re.compile(r"([^\w./:=,+-])")


def quote(argument: str) -> str:
    """Put a backslash before each unusual character."""
    return UNUSUAL.sub(r"\\\1", argument) or "''"


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    title = " ".join(title.split())
    command = " ".join(["kiosk-player", *map(quote, args)])
    path.write_text(f"#!/bin/sh\n# {title}\n{command}\n", encoding="utf-8")
