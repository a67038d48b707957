import os
import tarfile
from pathlib import Path


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    workspace = workspace.resolve()
    restored = []
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            target = workspace / member.name
            # The real place counts, links that are there already included.
            if not target.resolve().is_relative_to(workspace):
                raise ValueError(f"{member.name} is outside the workspace")
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
    return restored
