"""The change from root to the account of the log collector: a class with its steps."""

from dataclasses import dataclass
from types import ModuleType


@dataclass(frozen=True)
class _Account:
    uid: int
    gid: int

    def check(self) -> None:
        """Refuses accounts with which nothing would be gained."""
        for name, number in vars(self).items():
            if number < 1:
                raise ValueError(f"{name} can't be {number}")

    def leftovers(self, osapi: ModuleType) -> list[str]:
        """Names the identities of the process that aren't this account's."""
        ids = {
            "user": (self.uid, osapi.getresuid()),
            "group": (self.gid, osapi.getresgid()),
            "further group": (self.gid, osapi.getgroups()),
        }
        return [
            f"{kind} {number}"
            for kind, (wanted, numbers) in ids.items()
            for number in numbers
            if number != wanted
        ]


def become(osapi: ModuleType, uid: int, gid: int) -> None:
    """Makes the process run as this user and group only, for good, or raises an OSError."""
    account = _Account(uid, gid)
    account.check()
    if account.leftovers(osapi):
        if 0 in osapi.getresuid():
            osapi.seteuid(0)
        osapi.setgroups([])
        osapi.setgid(gid)
        osapi.setuid(uid)
    leftovers = account.leftovers(osapi)
    if leftovers:
        raise OSError(f"still there: {', '.join(leftovers)}")
