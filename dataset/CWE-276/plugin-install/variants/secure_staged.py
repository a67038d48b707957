"""Installation of plug-ins: in a private folder, which gets its place when all is right."""

import io
import json
import os
import shutil
import stat
import tempfile
import zipfile
from pathlib import Path


def _set_modes(tree: Path) -> None:
    """Lets everybody use the files, and nobody but the owner change them."""
    for folder, _, names in os.walk(tree):
        os.chmod(folder, 0o755)
        for name in names:
            path = Path(folder, name)
            mode = stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP | stat.S_IROTH
            if path.relative_to(tree).parts[0] == "bin":
                mode |= stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
            path.chmod(mode)


def install_plugin(archive: bytes, plugins_dir: Path) -> list[str]:
    """Installs the plug-in for all users and returns the paths of its files."""
    staging = Path(tempfile.mkdtemp(prefix=".new-", dir=plugins_dir))
    try:
        try:
            with zipfile.ZipFile(io.BytesIO(archive)) as bundle:
                bundle.extractall(staging)
            manifest = json.loads((staging / "plugin.json").read_text(encoding="utf-8"))
        except (zipfile.BadZipFile, FileNotFoundError) as error:
            raise ValueError("this archive can't be installed") from error
        target = plugins_dir / manifest["name"]
        if target.exists():
            raise FileExistsError(target)
        files = [path.relative_to(staging) for path in staging.rglob("*") if path.is_file()]
        _set_modes(staging)
        staging.rename(target)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return sorted(path.as_posix() for path in files)
