import json
from pathlib import Path


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    title = title.replace("\r", " ").replace("\n", " ")
    quoted = [json.dumps(argument, ensure_ascii=False) for argument in args]
    command = " ".join(["kiosk-player", *quoted])
    path.write_text(f"#!/bin/sh\n# {title}\n{command}\n", encoding="utf-8")
