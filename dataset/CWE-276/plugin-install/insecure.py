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
    folder = plugins_dir / manifest["name"]
    folder.mkdir()
    bundle.extractall(folder)

    # Everybody must be able to use it, whatever the umask of the administrator is.
    os.chmod(folder, 0o777)
    installed = []
    for path in folder.rglob("*"):
        os.chmod(path, 0o777)
        if path.is_file():
            installed.append(path.relative_to(folder).as_posix())
    return sorted(installed)
