"""Storing of recordings in a shared folder."""

import os
import tempfile
from pathlib import Path


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder / f"{name}.wav"
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".incoming-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(audio)
        if os.path.lexists(path):
            raise FileExistsError(f"there is a recording named {name} already")
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return path
