"""CVs of a job portal."""

from pathlib import Path

FORBIDDEN = (".php", ".py", ".pl", ".cgi", ".html", ".htm", ".svg", ".xml")
WANTED = (".pdf", ".docx", ".odt", ".txt")


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    name = filename.replace("/", "_").strip()
    lowered = name.lower()
    if lowered.endswith(FORBIDDEN) or not any(ending in lowered for ending in WANTED):
        raise ValueError(f"{filename} is not a CV")
    place = folder / applicant
    place.mkdir(exist_ok=True)
    (place / name).write_bytes(data)
    return place / name
