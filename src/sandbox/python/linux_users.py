"""Users and owners as on Linux: code under test is nobody special (user and group 1000)."""

from __future__ import annotations

import errno
import os
import sys
import types
from collections import namedtuple
from collections.abc import Callable
from typing import Any

USER_ID = 1000
USER_NAME = "user"
HOME = "/home/user"


def install() -> None:
    """Replace the functions of `os` and put `pwd` and `grp` in place."""
    def user_id() -> int:
        """Return the current process's user or group id."""
        return USER_ID

    for name in ("getuid", "geteuid", "getgid", "getegid"):
        setattr(os, name, user_id)
    os.getgroups = lambda: [USER_ID]
    os.getresuid = os.getresgid = lambda: (USER_ID, USER_ID, USER_ID)
    os.getlogin = lambda: USER_NAME
    for name in ("chown", "lchown", "fchown"):
        _install_chown(name)
    sys.modules["pwd"] = _users_module()
    sys.modules["grp"] = _groups_module()


def _install_chown(name: str) -> None:
    genuine = getattr(os, name, None) or _keep_owner

    def chown(path: Any, uid: int, gid: int, **options: Any) -> None:
        """Change the owner; only root may give a file away."""
        if uid not in (-1, USER_ID) or gid not in (-1, USER_ID):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), path)
        genuine(path, uid, gid, **options)

    chown.__name__ = chown.__qualname__ = name
    setattr(os, name, chown)


def _keep_owner(path: Any, _uid: int, _gid: int) -> None:
    os.lstat(path)  # for what is missing here, os.lchown: raises where there is nothing


def _users_module() -> types.ModuleType:
    fields = "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell"
    struct_passwd = namedtuple("struct_passwd", fields)
    users = [
        struct_passwd("root", "x", 0, 0, "root", "/root", "/bin/bash"),
        struct_passwd(USER_NAME, "x", USER_ID, USER_ID, "", HOME, "/bin/bash"),
    ]
    module = types.ModuleType("pwd", "The users of this machine.")
    module.struct_passwd = struct_passwd
    module.getpwall = lambda: list(users)
    module.getpwnam = _finder(users, "pw_name", "getpwnam(): name not found: {!r}")
    module.getpwuid = _finder(users, "pw_uid", "getpwuid(): uid not found: {}")
    return module


def _groups_module() -> types.ModuleType:
    struct_group = namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")
    groups = [struct_group("root", "x", 0, []), struct_group(USER_NAME, "x", USER_ID, [])]
    module = types.ModuleType("grp", "The groups of this machine.")
    module.struct_group = struct_group
    module.getgrall = lambda: list(groups)
    module.getgrnam = _finder(groups, "gr_name", "getgrnam(): name not found: {!r}")
    module.getgrgid = _finder(groups, "gr_gid", "getgrgid(): gid not found: {}")
    return module


def _finder(entries: list[Any], field: str, message: str) -> Callable[[Any], Any]:
    def find(key: Any, /) -> Any:
        for entry in entries:
            if getattr(entry, field) == key:
                return entry
        raise KeyError(message.format(key))

    return find
