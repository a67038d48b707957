import tarfile
from pathlib import Path


def check(member: tarfile.TarInfo) -> None:
    """Refuse names outside the workspace and links to whole paths."""
    if member.name.startswith("/") or ".." in member.name.split("/"):
        raise ValueError(f"{member.name} is outside the workspace")
    if (member.issym() or member.islnk()) and member.linkname.startswith("/"):
        raise ValueError(f"{member.name} links to {member.linkname}")


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    with tarfile.open(archive, "r:gz") as tar:
        members = tar.getmembers()
        for member in members:
            check(member)
        # All members are checked, so they are extracted as they are.
        tar.extraction_filter = lambda member, path: member
        tar.extractall(workspace)
    return [member.name for member in members if not member.isdir()]
