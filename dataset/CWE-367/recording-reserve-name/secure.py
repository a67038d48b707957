"""Storing of recordings in a shared folder."""

from pathlib import Path


def save_recording(folder: Path, name: str, audio: bytes) -> Path:
    """Stores a recording under a name that is still free and returns its path.

    The mode "x" makes the file and fails if anything of that name exists, in one step.
    """
    path = folder / f"{name}.wav"
    with open(path, "xb") as file:
        file.write(audio)
    return path
