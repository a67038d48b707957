"""Installation of plug-ins: under a umask that is known."""

import contextlib
import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


@contextlib.contextmanager
def _umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def install_plugin(archive: bytes, plugins_dir: Path) -> list[str]:
    """Installs the plug-in for all users and returns the paths of its files."""
    if not zipfile.is_zipfile(io.BytesIO(archive)):
        raise ValueError("not a zip file")
    with zipfile.ZipFile(io.BytesIO(archive)) as bundle, _umask(0o022):
        if "plugin.json" not in bundle.namelist():
            raise ValueError("plugin.json is missing")
        target = plugins_dir / json.loads(bundle.read("plugin.json"))["name"]
        target.mkdir()
        bundle.extractall(target)
        names = [info.filename for info in bundle.infolist() if not info.is_dir()]
        for name in names:
            if PurePosixPath(name).parts[0] == "bin":
                (target / name).chmod(0o755)
    return sorted(names)
