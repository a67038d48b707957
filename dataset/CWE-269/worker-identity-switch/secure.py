"""The change from root to the account of the log collector."""

from types import ModuleType


def _is_only(osapi: ModuleType, uid: int, gid: int) -> bool:
    """Tells whether every identity of the process is the wanted one: real, effective and saved."""
    return (
        tuple(osapi.getresuid()) == (uid, uid, uid)
        and tuple(osapi.getresgid()) == (gid, gid, gid)
        and set(osapi.getgroups()) <= {gid}
    )


def become(osapi: ModuleType, uid: int, gid: int) -> None:
    """Makes the process run as this user and group only, for good, or raises an OSError."""
    if uid <= 0 or gid <= 0:
        raise ValueError("uid and gid must be greater than 0")
    if _is_only(osapi, uid, gid):
        return
    # The user comes last: without root's user id the groups can't be changed any more.
    osapi.setgroups([gid])
    osapi.setresgid(gid, gid, gid)
    osapi.setresuid(uid, uid, uid)
    if not _is_only(osapi, uid, gid):
        raise PermissionError("the process didn't get rid of its old identity")
