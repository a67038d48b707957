import shlex
from pathlib import Path


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    with open(path, "w", encoding="utf-8") as script:
        script.write("#!/bin/sh\n")
        script.write(f"# {title.strip()}\n")
        script.write(shlex.join(["kiosk-player", *args]) + "\n")
