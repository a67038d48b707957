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
    installed = []
    for member in bundle.infolist():
        bundle.extract(member, root)
        if not member.is_dir():
            mode = 0o755 if member.filename.startswith("bin/") else 0o644
            os.chmod(root / member.filename, mode)
            installed.append(member.filename)
    for folder, _, _ in os.walk(root):
        os.chmod(folder, 0o777)
    return sorted(installed)
