"""Token profiles of the parcel client."""

import json
import os
from pathlib import Path


def save_profile(config_dir: Path, profile: str, token: str) -> Path:
    """Adds or replaces one profile in the credentials file and returns its path."""
    if not profile or not token:
        raise ValueError("profile and token must not be empty")
    config_dir.mkdir(mode=0o755, parents=True, exist_ok=True)
    path = config_dir / "credentials.json"
    profiles = {}
    if path.exists():
        profiles = json.loads(path.read_text(encoding="utf-8"))
    profiles[profile] = {"token": token}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(profiles, file)
    os.chmod(path, 0o640)
    return path
