"""The change from root to the account of the log collector."""

from types import ModuleType


def become(osapi: ModuleType, uid: int, gid: int) -> None:
    """Makes the process run as this user and group."""
    if uid <= 0 or gid <= 0:
        raise ValueError("uid and gid must be greater than 0")
    if osapi.getuid() == osapi.geteuid() == uid and osapi.getgid() == osapi.getegid() == gid:
        return
    osapi.setgroups([])
    osapi.setgid(gid)
    osapi.setuid(uid)
    if osapi.getuid() != uid or osapi.getgid() != gid:
        raise PermissionError("the process could not change its account")
