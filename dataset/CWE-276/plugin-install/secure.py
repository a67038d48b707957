"""Installation of plug-ins."""

import io
import json
import os
import shutil
import zipfile
from pathlib import Path


def _make_folder(path: Path) -> None:
    os.mkdir(path, 0o755)
    os.chmod(path, 0o755)  # the umask may have taken away bits that users need


def _write(path: Path, content: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, mode)
        file.write(content)


def install_plugin(archive: bytes, plugins_dir: Path) -> list[str]:
    """Installs the plug-in for all users and returns the paths of its files.

    Only the account that installs it can write to its files and folders.
    """
    try:
        bundle = zipfile.ZipFile(io.BytesIO(archive))
        manifest = json.loads(bundle.read("plugin.json"))
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("the archive is no plug-in") from error
    folder = plugins_dir / manifest["name"]
    _make_folder(folder)
    installed = []
    try:
        for member in bundle.infolist():
            path = folder / member.filename
            missing = [place for place in path.parents if not place.exists()]
            for place in reversed(missing):
                _make_folder(place)
            if member.is_dir():
                if not path.exists():
                    _make_folder(path)
            else:
                mode = 0o755 if member.filename.startswith("bin/") else 0o644
                _write(path, bundle.read(member), mode)
                installed.append(member.filename)
    except BaseException:
        shutil.rmtree(folder)
        raise
    return sorted(installed)
