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
    os.umask(0)  # files get exactly the modes that are asked for
    root = plugins_dir / manifest["name"]
    os.mkdir(root, 0o755)
    installed = []
    for member in bundle.infolist():
        path = root / member.filename
        if member.is_dir():
            os.makedirs(path, 0o755, exist_ok=True)
            os.chmod(path, 0o755)
            continue
        for parent in reversed(path.relative_to(root).parents):
            if not (root / parent).exists():
                os.mkdir(root / parent, 0o755)
        path.write_bytes(bundle.read(member))
        path.chmod(0o755 if member.filename.startswith("bin/") else 0o644)
        installed.append(member.filename)
    return sorted(installed)
