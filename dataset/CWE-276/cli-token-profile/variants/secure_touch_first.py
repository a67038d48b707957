"""Token profiles of the parcel client: an empty private file is made first."""

import json
from pathlib import Path


def save_profile(config_dir: Path, profile: str, token: str) -> Path:
    """Adds or replaces one profile in the credentials file and returns its path."""
    if not profile or not token:
        raise ValueError("profile and token must not be empty")
    config_dir.mkdir(parents=True, exist_ok=True)
    path = config_dir / "credentials.json"
    path.touch(mode=0o600)
    path.chmod(0o600)
    text = path.read_text(encoding="utf-8")
    profiles = json.loads(text) if text else {}
    profiles[profile] = {"token": token}
    path.write_text(json.dumps(profiles, indent=4, sort_keys=True), encoding="utf-8")
    return path
