"""CVs of a job portal: the name is kept, but for characters that make trouble."""

import os
from pathlib import Path

ENDINGS = (".pdf", ".docx", ".odt", ".txt")


def _shortened(stem: str) -> str:
    """Shortens what stands before the extension, so that a file system takes the name."""
    return stem.encode("utf-8")[:240].decode("utf-8", "ignore")


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    stem, ending = os.path.splitext(filename)
    if ending.lower() not in ENDINGS:
        raise ValueError(f"CVs end in {', '.join(ENDINGS)}")
    kept = "".join(c if c.isprintable() and c not in "/\\" else "-" for c in stem)
    target = Path(folder, applicant, _shortened(kept) + ending)
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "wb") as file:
        file.write(data)
    return target
