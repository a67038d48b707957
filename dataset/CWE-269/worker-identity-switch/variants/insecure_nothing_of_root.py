"""The change from root to the account of the log collector."""

from types import ModuleType


def _is_done(osapi: ModuleType, uid: int, gid: int) -> bool:
    if osapi.geteuid() != uid or osapi.getegid() != gid:
        return False
    left = {*osapi.getresuid(), *osapi.getresgid()}
    return 0 not in left and set(osapi.getgroups()) <= {gid}


def become(osapi: ModuleType, uid: int, gid: int) -> None:
    """Makes the process run as this user and group."""
    if uid <= 0 or gid <= 0:
        raise ValueError("uid and gid must be greater than 0")
    if _is_done(osapi, uid, gid):
        return
    osapi.setgroups([gid])
    osapi.setgid(gid)
    osapi.setuid(uid)
    if not _is_done(osapi, uid, gid):
        raise PermissionError("the process could not change its account")
