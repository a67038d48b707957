"""Storing of recordings in a shared folder."""

import os
from pathlib import Path


def _require_free(path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(f"there is a recording {path.name} already")


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder / f"{name}.wav"
    _require_free(path)
    content = memoryview(audio)
    _require_free(path)
    with open(path, "wb") as file:
        file.write(content)
    return path
