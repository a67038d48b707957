# entry_point: read
"""Code under test of the environ fixture."""

import os
import urllib.request
from os import environ, getenv


def read(name):
    return (os.environ.get(name), environ.get(name), getenv(name))


def put(name, value):
    os.environ[name] = value


def replace_everything():
    os.environ = {"ADDED": "x"}  # noqa: B003


def everything():
    return dict(os.environ.items())


def proxies():
    return urllib.request.getproxies()
