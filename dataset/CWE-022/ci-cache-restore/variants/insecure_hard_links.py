import os
import tarfile
from pathlib import Path


def require_inside(path: Path, workspace: Path) -> None:
    """Raise ValueError if a path, links followed, isn't in the workspace."""
    if not path.resolve().is_relative_to(workspace):
        raise ValueError(f"{path} is outside the workspace")


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    workspace = workspace.resolve()
    restored = []
    links = []
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            target = workspace / member.name
            require_inside(target, workspace)
            if member.isdir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if member.issym():
                require_inside(target.parent / member.linkname, workspace)
                links.append((target, member.linkname))
            elif member.islnk():
                os.link(os.path.join(workspace, member.linkname), target)
            else:
                target.write_bytes(tar.extractfile(member).read())
            restored.append(member.name)
    for target, linkname in links:
        require_inside(target.parent / linkname, workspace)
        target.symlink_to(linkname)
    return restored
