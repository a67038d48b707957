import os
import tarfile
from pathlib import Path, PurePosixPath


def check_name(name: str) -> None:
    """Raise ValueError unless a name of the archive goes straight down from the workspace."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{name!r} leads out of the workspace")


def make_links(links: dict[Path, str], base: Path) -> None:
    """Make all symbolic links, or none and raise ValueError if one leads out of the workspace."""
    made = []
    try:
        for path, target in links.items():
            path.symlink_to(target)
            made.append(path)
        # Only now, as a link may lead through others.
        inside = all(path.resolve().is_relative_to(base) for path in made)
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        for path in made:
            path.unlink()
        raise ValueError("the links of the archive don't stay within the workspace")


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    base = workspace.resolve()
    restored = []
    links = {}
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar:
            check_name(member.name)
            path = base / member.name
            if member.isdir():
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            # Symbolic links come last, so nothing is written or read through one.
            if member.issym():
                links[path] = member.linkname
            elif member.islnk():
                check_name(member.linkname)
                os.link(base / member.linkname, path)
            else:
                path.write_bytes(tar.extractfile(member).read())
            restored.append(member.name)
    make_links(links, base)
    return restored
