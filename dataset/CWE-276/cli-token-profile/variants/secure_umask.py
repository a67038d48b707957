"""Token profiles of the parcel client: a umask for as long as files are made."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def _for_the_user_alone() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def save_profile(config_dir: Path, profile: str, token: str) -> Path:
    """Adds or replaces one profile in the credentials file and returns its path."""
    if profile == "" or token == "":
        raise ValueError("profile and token must not be empty")
    path = Path(config_dir, "credentials.json")
    profiles = json.loads(path.read_bytes()) if path.is_file() else {}
    profiles |= {profile: {"token": token}}
    with _for_the_user_alone():
        config_dir.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        fresh.write_text(json.dumps(profiles), encoding="utf-8")
        fresh.replace(path)
    return path
