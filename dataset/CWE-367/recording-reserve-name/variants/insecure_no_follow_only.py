"""Storing of recordings in a shared folder."""

import os
from pathlib import Path

FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder / f"{name}.wav"
    try:
        os.lstat(path)
    except FileNotFoundError:
        with os.fdopen(os.open(path, FLAGS, 0o644), "wb") as file:
            file.write(audio)
        return path
    raise FileExistsError(f"there is a recording named {name} already")
