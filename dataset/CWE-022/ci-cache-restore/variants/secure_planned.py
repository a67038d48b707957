import os
import tarfile
from pathlib import Path, PurePosixPath

MAX_LINKS = 40


class Plan:
    """The links that an archive makes in an empty workspace, known before anything is written."""

    def __init__(self, members: list[tarfile.TarInfo]) -> None:
        self.links: dict[PurePosixPath, str] = {}
        for member in members:
            name = PurePosixPath(member.name)
            if name.is_absolute() or ".." in name.parts or name in self.links:
                raise ValueError(f"{member.name!r} is outside the workspace, or there already")
            if member.issym():
                self.links[name] = member.linkname

    def follow(self, path: str) -> PurePosixPath:
        """Return where a path ends, links followed; ValueError if it leaves the workspace."""
        place = PurePosixPath()
        steps = list(PurePosixPath(path).parts)
        followed = 0
        while steps:
            step = steps.pop(0)
            if step == "/" or step == ".." and not place.parts or followed > MAX_LINKS:
                raise ValueError(f"{path!r} leads out of the workspace or in a circle")
            if step == "..":
                place = place.parent
            elif (target := self.links.get(place / step)) is not None:
                followed += 1
                steps = [*PurePosixPath(target).parts, *steps]
            else:
                place /= step
        return place

    def check(self, member: tarfile.TarInfo) -> None:
        """Raise ValueError if a member is written through a link or leads out of the workspace."""
        name = PurePosixPath(member.name)
        if self.follow(f"{name.parent}") != name.parent:
            raise ValueError(f"{member.name!r} lies behind a link")
        end = self.follow(member.linkname if member.islnk() else member.name)
        # A second name of a symbolic link would lead somewhere else from another folder.
        if member.islnk() and end != PurePosixPath(member.linkname):
            raise ValueError(f"{member.linkname!r} isn't a file of the archive")


def restore_cache(archive: Path, workspace: Path) -> list[str]:
    """Unpack a dependency cache into the workspace; return the names of its files and links."""
    restored = []
    with tarfile.open(archive, "r:gz") as tar:
        members = tar.getmembers()
        plan = Plan(members)
        for member in members:
            plan.check(member)
        for member in members:
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
                with target.open("xb") as file:
                    file.write(tar.extractfile(member).read())
            restored.append(member.name)
    return restored
