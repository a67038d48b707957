"""Storing of recordings in a shared folder."""

import os
from pathlib import Path


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder / f"{name}.wav"
    if os.path.lexists(path):
        raise FileExistsError(f"there is a recording named {name} already")
    path.write_bytes(audio)
    return path
