import os
import shutil
import tarfile
from pathlib import Path


def leads_out(path: Path, base: Path) -> bool:
    """Tell whether a path, with the links that there are now, ends outside of the workspace."""
    return os.path.commonpath([os.path.realpath(path), base]) != str(base)


def restore_member(tar: tarfile.TarFile, member: tarfile.TarInfo, base: Path) -> bool:
    """Make one member; return whether it is a file or a link."""
    target = base / member.name
    if ".." in target.parts or leads_out(target.parent, base) or base not in target.parents:
        raise ValueError(f"{member.name!r} leads out of the workspace")
    if member.isdir():
        os.makedirs(target, exist_ok=True)
        return False
    os.makedirs(target.parent, exist_ok=True)
    if target.is_symlink() or target.is_file():
        target.unlink()
    if member.issym():
        os.symlink(member.linkname, target)
    elif member.islnk():
        if leads_out(base / member.linkname, base):
            raise ValueError(f"{member.linkname!r} isn't a file of the archive")
        shutil.copyfile(base / member.linkname, target)
    elif member.isfile():
        with tar.extractfile(member) as source, open(target, "xb") as file:
            shutil.copyfileobj(source, file)
    else:
        raise ValueError(f"{member.name!r} is neither a file nor a link")
    return True


def remove_links_that_lead_out(base: Path) -> None:
    """Remove the links that lead out of the workspace; ValueError if there were any."""
    entries = [Path(place, name) for place, *names in os.walk(base) for name in sum(names, [])]
    bad = [path for path in entries if path.is_symlink() and leads_out(path, base)]
    for path in bad:
        path.unlink()
    if bad:
        raise ValueError(f"{bad[0].name!r} leads out of the workspace")


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    base = Path(os.path.realpath(workspace))
    try:
        with tarfile.open(archive, "r:gz") as tar:
            return [member.name for member in tar if restore_member(tar, member, base)]
    finally:
        remove_links_that_lead_out(base)
