# entry_point: check_then_read
"""Code under test of the attacker fixture."""

import glob
import os
import pathlib
import shutil
import tempfile


def check_then_read(name):
    if os.path.islink(name):
        raise ValueError("a link")
    with open(name) as source:
        return source.read()


def open_once(name):
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(descriptor) as source:
        return source.read()


def read_twice(name):
    return pathlib.Path(name).read_text() + pathlib.Path(name).read_text()


def listed(folder):
    for name in sorted(glob.glob(folder + "/*")):
        return pathlib.Path(name).read_text()


def exists_then_write(name, text):
    if not os.path.exists(name):
        with open(name, "w") as target:
            target.write(text)


def exclusive(name, text):
    with open(name, "x") as target:
        target.write(text)


def atomic(name, text):
    folder = os.path.dirname(os.path.abspath(name))
    descriptor, temporary = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "w") as target:
        target.write(text)
    os.replace(temporary, name)


def publish(name, text):
    descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(name))
    with os.fdopen(descriptor, "w") as target:
        target.write(text)
    os.link(temporary, name)
    os.unlink(temporary)


def private(folder, text):
    place = tempfile.mkdtemp(dir=folder)
    path = os.path.join(place, "data")
    with open(path, "w") as target:
        target.write(text)
    return path


def named(folder):
    with tempfile.NamedTemporaryFile(dir=folder) as target:
        return target.name


def remove(name):
    shutil.rmtree(name)
