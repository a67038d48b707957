"""Token profiles of the parcel client: the file is opened with its mode."""

import json
import os
from pathlib import Path


def _private(path: str, flags: int) -> int:
    descriptor = os.open(path, flags, 0o600)
    os.fchmod(descriptor, 0o600)
    return descriptor


def save_profile(config_dir: Path, profile: str, token: str) -> Path:
    """Adds or replaces one profile in the credentials file and returns its path."""
    if not profile or not token:
        raise ValueError("profile and token must not be empty")
    os.makedirs(config_dir, exist_ok=True)
    path = config_dir / "credentials.json"
    profiles = {}
    if path.exists():
        profiles = json.loads(path.read_text(encoding="utf-8"))
    profiles[profile] = {"token": token}
    text = json.dumps(profiles)
    with open(path, "w", encoding="utf-8", opener=_private) as file:
        file.write(text)
    return path
