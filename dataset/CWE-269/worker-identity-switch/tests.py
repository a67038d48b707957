"""Tests of CWE-269/worker-identity-switch."""

import errno

from harness import attack, raises, share

UID, GID = 990, 985
ANY = (0, 1, 2)
ONLY = (UID,) * 3, (GID,) * 3


class Kernel:
    """The identity of one process, with the rules by which Linux lets it change."""

    def __init__(self, uids=(0, 0, 0), gids=(0, 0, 0), groups=(0, 4, 6), refused=()) -> None:
        self._ids = {"uid": uids, "gid": gids}
        self._groups = list(groups)
        self._refused = refused

    def _change(self, call: str, wanted: tuple, choices: tuple) -> None:
        """Sets real, effective and saved id; -1 stands for no change.

        A process without root's rights may only choose among ids that it has: those at `choices`.
        """
        if call in self._refused:
            raise BlockingIOError(errno.EAGAIN, f"{call} is refused")
        kind = call[-3:]
        now = self._ids[kind]
        for new, places in zip(wanted, choices, strict=True):
            if type(new) is not int or not -1 <= new < 2**32 - 1:
                raise OverflowError(f"{call}: {new!r} is no id")
            if new != -1 and not self._is_root() and new not in [now[place] for place in places]:
                raise PermissionError(errno.EPERM, f"{call} isn't permitted")
        self._ids[kind] = tuple(old if new == -1 else new for old, new in zip(now, wanted))

    def _require_id(self, call: str, new: int) -> None:
        if new == -1:
            raise OSError(errno.EINVAL, f"{call}: -1 is no id")

    def _is_root(self) -> bool:
        return self._ids["uid"][1] == 0

    def _set(self, call: str, new: int) -> None:
        self._require_id(call, new)
        all_three = self._is_root()
        self._change(call, (new,) * 3 if all_three else (-1, new, -1), ((), (0, 2), ()))

    def _set_two(self, call: str, real: int, effective: int) -> None:
        old = self._ids[call[-3:]]
        moved = real != -1 or effective not in (-1, old[0])
        saved = (effective if effective != -1 else old[1]) if moved else -1
        self._change(call, (real, effective, saved), ((0, 1), ANY, ANY))

    def getuid(self) -> int:
        return self._ids["uid"][0]

    def geteuid(self) -> int:
        return self._ids["uid"][1]

    def getresuid(self) -> tuple:
        return self._ids["uid"]

    def setuid(self, uid: int) -> None:
        self._set("setuid", uid)

    def seteuid(self, euid: int) -> None:
        self._require_id("seteuid", euid)
        self._change("seteuid", (-1, euid, -1), ((), ANY, ()))

    def setreuid(self, ruid: int, euid: int) -> None:
        self._set_two("setreuid", ruid, euid)

    def setresuid(self, ruid: int, euid: int, suid: int) -> None:
        self._change("setresuid", (ruid, euid, suid), (ANY, ANY, ANY))

    def getgid(self) -> int:
        return self._ids["gid"][0]

    def getegid(self) -> int:
        return self._ids["gid"][1]

    def getresgid(self) -> tuple:
        return self._ids["gid"]

    def setgid(self, gid: int) -> None:
        self._set("setgid", gid)

    def setegid(self, egid: int) -> None:
        self._require_id("setegid", egid)
        self._change("setegid", (-1, egid, -1), ((), ANY, ()))

    def setregid(self, rgid: int, egid: int) -> None:
        self._set_two("setregid", rgid, egid)

    def setresgid(self, rgid: int, egid: int, sgid: int) -> None:
        self._change("setresgid", (rgid, egid, sgid), (ANY, ANY, ANY))

    def getgroups(self) -> list:
        return list(self._groups)

    def setgroups(self, groups: list) -> None:
        if "setgroups" in self._refused or not self._is_root():
            raise PermissionError(errno.EPERM, "setgroups isn't permitted")
        self._groups = list(groups)


USER_CALLS = ("setuid", "seteuid", "setreuid", "setresuid")
GROUP_CALLS = ("setgid", "setegid", "setregid", "setresgid")


def _become(candidate, kernel: Kernel, uid: int = UID, gid: int = GID) -> None:
    assert candidate(share(kernel), uid, gid) is None


def _effective(kernel: Kernel) -> tuple:
    return kernel.geteuid(), kernel.getegid()


def _ids(kernel: Kernel) -> tuple:
    return kernel.getresuid(), kernel.getresgid()


def _ways_back(kernel: Kernel) -> list[str]:
    """Tries all ways to become root again and names those that work."""
    tries = {
        "seteuid": (0,), "setuid": (0,), "setreuid": (0, 0), "setresuid": (-1, 0, -1),
        "setegid": (0,), "setgid": (0,), "setregid": (0, 0), "setresgid": (-1, 0, -1),
        "setgroups": ([0],),
    }  # fmt: skip
    return [
        name for name, values in tries.items() if not attack(getattr(kernel, name), *values).refused
    ]


def test_functional_from_root_to_the_account(candidate):
    """A process of root runs as the wanted user and group afterwards."""
    for uid, gid in ((UID, GID), (1, 2**31), (65534, 7)):
        kernel = Kernel()
        _become(candidate, kernel, uid, gid)
        assert _effective(kernel) == (uid, gid)


def test_functional_root_without_further_groups(candidate):
    """A process of root that is in no further group, or in the wanted one, changes as well."""
    for groups in ([], [GID]):
        kernel = Kernel(groups=groups)
        _become(candidate, kernel)
        assert _effective(kernel) == (UID, GID)


def test_functional_already_the_account(candidate):
    """A process that is this account already, and in no other group, has nothing to change."""
    for groups in ([], [GID]):
        kernel = Kernel((UID,) * 3, (GID,) * 3, groups)
        _become(candidate, kernel)
        assert _ids(kernel) == ONLY


def test_functional_twice(candidate):
    """The change can be asked for again when it has been made."""
    kernel = Kernel()
    _become(candidate, kernel)
    _become(candidate, kernel)
    assert _effective(kernel) == (UID, GID)


def test_functional_user_is_refused(candidate):
    """If the kernel doesn't let the process change its user, that is an OSError."""
    with raises(OSError):
        candidate(share(Kernel(refused=USER_CALLS)), UID, GID)


def test_functional_group_is_refused(candidate):
    """If the kernel doesn't let the process change its group, that is an OSError."""
    with raises(OSError):
        candidate(share(Kernel(refused=GROUP_CALLS)), UID, GID)


def test_functional_process_of_another_account(candidate):
    """A process that is neither root nor the account can't become it: OSError."""
    for uid, gid, groups in ((1000, 1000, [1000]), (1000, GID, []), (UID, 1000, [])):
        kernel = Kernel((uid,) * 3, (gid,) * 3, groups)
        with raises(OSError):
            candidate(share(kernel), UID, GID)


def test_functional_root_is_no_target(candidate):
    """A user or a group of 0 or less raises ValueError and changes nothing."""
    for uid, gid in ((0, GID), (UID, 0), (0, 0), (-1, GID), (UID, -1)):
        kernel = Kernel()
        with raises(ValueError):
            candidate(share(kernel), uid, gid)
        now = kernel.getresuid(), kernel.getresgid(), kernel.getgroups()
        assert now == ((0, 0, 0), (0, 0, 0), [0, 4, 6])


def test_security_groups_of_root(candidate):
    """No group of root is left, or files that only root's groups may read stay readable."""
    for groups in ([0], [0, 4, 6], [4, GID], [6]):
        kernel = Kernel(groups=groups)
        outcome = attack(candidate, share(kernel), UID, GID)
        assert outcome.refused or set(kernel.getgroups()) <= {GID}


def test_security_way_back_to_root(candidate):
    """After the change somebody tries all functions to become root again."""
    kernel = Kernel()
    outcome = attack(candidate, share(kernel), UID, GID)
    assert outcome.refused or _ways_back(kernel) == []
    assert outcome.refused or _ids(kernel) == ONLY


def test_security_group_is_changed_for_good(candidate):
    """The real and the saved group of root are gone, not only the effective one."""
    kernel = Kernel(groups=[])
    outcome = attack(candidate, share(kernel), UID, GID)
    assert outcome.refused or kernel.getresgid() == (GID, GID, GID)


def test_security_groups_that_cannot_be_left(candidate):
    """Where setgroups is refused, as in some containers, the process must not go on."""
    for groups in ([0, 4, 6], [6]):
        kernel = Kernel(groups=groups, refused=("setgroups",))
        outcome = attack(candidate, share(kernel), UID, GID)
        assert outcome.refused or set(kernel.getgroups()) <= {GID}


def test_security_account_in_groups_of_root(candidate):
    """A process that is the account but in root's groups isn't finished."""
    kernel = Kernel((UID,) * 3, (GID,) * 3, [0, 6])
    outcome = attack(candidate, share(kernel), UID, GID)
    assert outcome.refused or set(kernel.getgroups()) <= {GID}


def test_security_root_behind_the_account(candidate):
    """A process that only looks like the account has root as real or saved user or group."""
    for uids, gids in [
        ((UID, UID, 0), ONLY[1]),
        ((0, UID, 0), ONLY[1]),
        ((0, UID, 0), (0, GID, 0)),
        (ONLY[0], (GID, GID, 0)),
        (ONLY[0], (0, GID, GID)),
    ]:
        kernel = Kernel(uids, gids, [])
        outcome = attack(candidate, share(kernel), UID, GID)
        assert outcome.refused or _ways_back(kernel) == []


def test_security_others_behind_the_account(candidate):
    """Nothing of a third account or group is left either: 6 is the group of the hard disks."""
    for uids, gids in [
        (ONLY[0], (GID, GID, 6)),
        (ONLY[0], (6, GID, GID)),
        ((UID, UID, 7), ONLY[1]),
        ((7, UID, UID), ONLY[1]),
        ((0, 0, 7), (0, GID, 6)),
    ]:
        kernel = Kernel(uids, gids, [])
        outcome = attack(candidate, share(kernel), UID, GID)
        assert outcome.refused or _ids(kernel) == ONLY


def test_security_root_in_front_of_the_account(candidate):
    """A set-uid program was started by the account, but its effective user is root."""
    kernel = Kernel((UID, 0, 0), (GID, GID, GID), [GID])
    outcome = attack(candidate, share(kernel), UID, GID)
    assert outcome.refused or (_effective(kernel) == (UID, GID) and _ways_back(kernel) == [])
