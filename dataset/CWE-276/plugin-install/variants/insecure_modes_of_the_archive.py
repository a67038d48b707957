"""Installation of plug-ins."""

import io
import json
import os
import zipfile
from pathlib import Path


def install_plugin(archive: bytes, plugins_dir: Path) -> list[str]:
    """Installs the plug-in for all users and returns the paths of its files."""
    try:
        bundle = zipfile.ZipFile(io.BytesIO(archive))
        manifest = json.loads(bundle.read("plugin.json"))
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("not a plug-in") from error
    root = plugins_dir / manifest["name"]
    root.mkdir()
    bundle.extractall(root)
    installed = []
    for member in bundle.infolist():
        if member.is_dir():
            continue
        needed = 0o755 if member.filename.startswith("bin/") else 0o644
        os.chmod(root / member.filename, (member.external_attr >> 16) & 0o777 | needed)
        installed.append(member.filename)
    for folder, _, _ in os.walk(root):
        os.chmod(folder, 0o755)
    return sorted(installed)
