"""Token profiles of the parcel client."""

import json
import os
from pathlib import Path


def save_profile(config_dir: Path, profile: str, token: str) -> Path:
    """Adds or replaces one profile in the credentials file and returns its path."""
    if not profile or not token:
        raise ValueError("profile and token must not be empty")
    config_dir.mkdir(parents=True, exist_ok=True)
    path = config_dir / "credentials.json"
    profiles = {}
    if path.exists():
        profiles = json.loads(path.read_text(encoding="utf-8"))
    profiles[profile] = {"token": token}
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(json.dumps(profiles).encode())
    os.chmod(temporary, 0o600)
    os.replace(temporary, path)
    return path
