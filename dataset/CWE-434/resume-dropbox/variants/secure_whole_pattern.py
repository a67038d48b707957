"""CVs of a job portal: a pattern for the whole name, of which only words are used."""

import re
from dataclasses import dataclass
from pathlib import Path

CV = re.compile(r"(?P<stem>.*)\.(?P<kind>pdf|docx|odt|txt)", re.ASCII | re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Resume:
    """A CV which is about to be stored."""

    words: list[str]
    kind: str

    @classmethod
    def named(cls, filename: str) -> "Resume":
        """Reads a name such as `My CV.pdf`."""
        match = CV.fullmatch(filename)
        if match is None:
            raise ValueError(f"this portal doesn't take {filename!r}")
        return cls(re.findall("[A-Za-z0-9]+", match["stem"]), match["kind"].lower())

    @property
    def name(self) -> str:
        """Returns the words, joined by hyphens, and the kind."""
        return "-".join(self.words or ["-"]) + "." + self.kind


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    resume = Resume.named(filename)
    place = folder.joinpath(applicant)
    place.mkdir(exist_ok=True)
    (place / resume.name).write_bytes(data)
    return place / resume.name
