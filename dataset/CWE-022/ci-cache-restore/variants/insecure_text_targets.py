import os
import tarfile
from pathlib import Path


def is_outside(path: str) -> bool:
    """True if a path within the archive, once normalised, leads above its top folder."""
    return os.path.normpath(path).startswith(("..", "/"))


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    restored = []
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            folder = os.path.dirname(member.name)
            source = member.linkname
            if member.issym():
                source = os.path.join(folder, member.linkname)
            if is_outside(member.name) or is_outside(source):
                raise ValueError(f"{member.name} leads out of the workspace")
            target = os.path.join(workspace, member.name)
            if member.isdir():
                os.makedirs(target, exist_ok=True)
                continue
            os.makedirs(os.path.join(workspace, folder), exist_ok=True)
            if member.issym():
                os.symlink(member.linkname, target)
            elif member.islnk():
                os.link(os.path.join(workspace, member.linkname), target)
            else:
                with open(target, "wb") as file:
                    file.write(tar.extractfile(member).read())
            restored.append(member.name)
    return restored
