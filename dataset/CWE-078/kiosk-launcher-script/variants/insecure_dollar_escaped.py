from pathlib import Path

TABLE = str.maketrans({'"': '\\"', "$": "\\$"})


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    if "\n" in title:
        raise ValueError("the title must be a single line")
    lines = ["#!/bin/sh", f"# {title}", "exec kiosk-player"]
    for argument in args:
        lines[-1] += f' "{argument.translate(TABLE)}"'
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
