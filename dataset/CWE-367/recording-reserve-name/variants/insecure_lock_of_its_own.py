"""Storing of recordings in a shared folder."""

import os
import threading
from pathlib import Path

_LOCK = threading.Lock()


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder / f"{name}.wav"
    with _LOCK:
        if path.name in os.listdir(folder):
            raise FileExistsError(f"there is a recording named {name} already")
        path.write_bytes(audio)
    return path
