"""Installation of plug-ins."""

import io
import json
import os
import zipfile
from pathlib import Path


def install_plugin(archive: bytes, plugins_dir: Path) -> list[str]:
    """Installs the plug-in for all users; the administrators' group can update it."""
    try:
        bundle = zipfile.ZipFile(io.BytesIO(archive))
        manifest = json.loads(bundle.read("plugin.json"))
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("not a plug-in") from error
    root = plugins_dir / manifest["name"]
    root.mkdir()
    bundle.extractall(root)
    installed = []
    for folder, _, names in os.walk(root):
        os.chmod(folder, 0o775)
        for name in names:
            path = Path(folder, name)
            relative = path.relative_to(root)
            os.chmod(path, 0o775 if relative.parts[0] == "bin" else 0o664)
            installed.append(relative.as_posix())
    return sorted(installed)
