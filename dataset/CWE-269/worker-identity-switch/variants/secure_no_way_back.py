"""The change from root to the account of the log collector: tries the way back at the end."""

from types import ModuleType


def _can(call, *arguments: object) -> bool:
    try:
        call(*arguments)
    except PermissionError:
        return False
    return True


def become(osapi: ModuleType, uid: int, gid: int) -> None:
    """Makes the process run as this user and group only, for good, or raises an OSError."""
    if min(uid, gid) <= 0:
        raise ValueError("root is no target")
    if any(group != gid for group in osapi.getgroups()):
        osapi.setgroups([])
    osapi.setregid(gid, gid)
    osapi.setreuid(uid, uid)
    here = osapi.getuid(), osapi.geteuid(), osapi.getgid(), osapi.getegid()
    if here != (uid, uid, gid, gid):
        raise PermissionError(f"the process runs as {here}")
    if _can(osapi.seteuid, 0) or _can(osapi.setegid, 0) or _can(osapi.setgroups, [0]):
        raise PermissionError("the process can still become root")
