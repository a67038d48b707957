# entry_point: write
"""Code under test of tmp_path, uid_of and the recipes."""

import os
import pathlib
import shutil
import sqlite3
import stat
import tempfile


def write(name, text):
    with open(name, "w") as target:
        target.write(text)


def read(name):
    return pathlib.Path(name).read_text()


def mode(name):
    return stat.S_IMODE(os.stat(name).st_mode)


def make(name, permissions):
    os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, permissions))


def open_without_links(name):
    os.close(os.open(name, os.O_RDONLY | os.O_NOFOLLOW))


def owners(name):
    with open(name) as source:
        by_descriptor = os.fstat(source.fileno()).st_uid
    entry = next(item for item in os.scandir(".") if item.name == name)
    return (
        os.stat(name).st_uid,
        os.lstat(name).st_uid,
        pathlib.Path(name).stat().st_uid,
        by_descriptor,
        entry.stat().st_uid,
        entry.stat(follow_symlinks=False).st_uid,
    )


def me():
    return (os.getuid(), os.geteuid(), os.getgid())


def insert(connection, name):
    connection.execute("insert into people values (?)", (name,))
    connection.commit()


def rows(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("select name from people").fetchall()


def append(stream, text):
    stream.write(text)
    stream.flush()


def tree(source, target):
    shutil.copytree(source, target)
    shutil.rmtree(source)
    return sorted(str(path) for path in pathlib.Path(target).rglob("*"))


def link(source, target):
    os.link(source, target)


def write_and_rename(name, target, text):
    with open(name, "w") as stream:
        stream.write(text)
    os.chmod(name, 0o600)
    os.rename(name, target)


def write_and_remove(name, text):
    with open(name, "w") as stream:
        stream.write(text)
    os.unlink(name)


def apply(name, *arguments, **named):
    getattr(os, name)(*arguments, **named)


def change_open(name, mode):
    with open(name) as stream:
        os.fchmod(stream.fileno(), mode)


def temporary():
    descriptor, name = tempfile.mkstemp()
    os.close(descriptor)
    return name


def where():
    return os.getcwd()
