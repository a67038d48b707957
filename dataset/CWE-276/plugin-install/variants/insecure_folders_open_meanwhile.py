"""Installation of plug-ins."""

import io
import json
import os
import zipfile
from pathlib import Path


def _make_folder(path: Path) -> None:
    path.mkdir()
    path.chmod(0o777)  # whatever the umask of the administrator is


def install_plugin(archive: bytes, plugins_dir: Path) -> list[str]:
    """Installs the plug-in for all users and returns the paths of its files."""
    try:
        bundle = zipfile.ZipFile(io.BytesIO(archive))
        manifest = json.loads(bundle.read("plugin.json"))
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("not a plug-in") from error
    root = plugins_dir / manifest["name"]
    _make_folder(root)
    installed = []
    for member in bundle.infolist():
        path = root / member.filename
        for parent in reversed(path.relative_to(root).parents):
            if not (root / parent).exists():
                _make_folder(root / parent)
        if member.is_dir():
            path.mkdir(exist_ok=True)
            continue
        path.write_bytes(bundle.read(member))
        path.chmod(0o755 if member.filename.startswith("bin/") else 0o644)
        installed.append(member.filename)
    for folder, _, _ in os.walk(root):
        os.chmod(folder, 0o755)
    return sorted(installed)
