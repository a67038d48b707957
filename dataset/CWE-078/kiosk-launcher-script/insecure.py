from pathlib import Path


def quote(argument: str) -> str:
    """Put an argument into double quotes."""
    escaped = argument.replace('"', '\\"')
    return f'"{escaped}"'


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    command = " ".join(["kiosk-player"] + [quote(argument) for argument in args])
    path.write_text(f"#!/bin/sh\n# {title}\n{command}\n", encoding="utf-8")
