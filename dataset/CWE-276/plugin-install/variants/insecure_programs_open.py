"""Installation of plug-ins."""

import io
import json
import os
import stat
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
    root.chmod(0o755)
    bundle.extractall(root)
    installed = []
    for path in root.rglob("*"):
        if path.is_dir():
            os.chmod(path, 0o755)
            continue
        name = path.relative_to(root).as_posix()
        if name.startswith("bin/"):
            os.chmod(path, path.stat().st_mode | stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
        else:
            os.chmod(path, 0o644)
        installed.append(name)
    return sorted(installed)
