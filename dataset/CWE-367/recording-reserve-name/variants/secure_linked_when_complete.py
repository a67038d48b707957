"""Storing of recordings in a shared folder: the complete file gets its name by a hard link."""

import os
import tempfile
from pathlib import Path


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path."""
    path = folder.joinpath(name + ".wav")
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".incoming-") as file:
        file.write(audio)
        file.flush()
        os.chmod(file.name, 0o644)
        os.link(file.name, path)
    return path
