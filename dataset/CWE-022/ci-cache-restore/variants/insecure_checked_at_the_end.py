import os
import tarfile
from pathlib import Path


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    workspace = workspace.resolve()
    restored = []
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            if member.name.startswith("/") or ".." in member.name.split("/"):
                raise ValueError(f"{member.name} is outside the workspace")
            target = workspace / member.name
            if member.isdir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if member.issym():
                target.symlink_to(member.linkname)
            elif member.islnk():
                os.link(workspace / member.linkname, target)
            else:
                target.write_bytes(tar.extractfile(member).read())
            restored.append(member.name)
    for name in restored:
        path = workspace / name
        if not path.resolve().is_relative_to(workspace):
            path.unlink()
            raise ValueError(f"{name} leads out of the workspace")
    return restored
