"""Token profiles of the parcel client."""

import json
import os
import tempfile
from pathlib import Path


def save_profile(config_dir: Path, profile: str, token: str) -> Path:
    """Adds or replaces one profile in the credentials file and returns its path.

    The file belongs to its user alone: it is written to a private temporary file
    (mkstemp makes it with mode 0600), which then takes the place of the old one.
    """
    if not profile or not token:
        raise ValueError("profile and token must not be empty")
    config_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = config_dir / "credentials.json"
    try:
        profiles = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        profiles = {}
    profiles[profile] = {"token": token}

    descriptor, temporary = tempfile.mkstemp(dir=config_dir, prefix=".credentials-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(profiles, file, indent=2)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return path
