"""The change from root to the account of the log collector."""

from types import ModuleType


def become(osapi: ModuleType, uid: int, gid: int) -> None:
    """Makes the process run as this user and group."""
    if uid <= 0 or gid <= 0:
        raise ValueError("uid and gid must be greater than 0")
    try:
        osapi.setgroups([])
    except PermissionError:
        pass  # not allowed without root and in some containers
    osapi.setresgid(gid, gid, gid)
    osapi.setresuid(uid, uid, uid)
    if osapi.getresuid() != (uid, uid, uid) or osapi.getresgid() != (gid, gid, gid):
        raise PermissionError("the process could not change its account")
