"""Storing of recordings in a shared folder: O_EXCL, and a look first for a friendlier message."""

import os
from pathlib import Path


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder / f"{name}.wav"
    if os.path.lexists(path):
        raise FileExistsError(f"there is a recording named {name} already")
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(audio)
    return path
