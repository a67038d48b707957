"""Imported once, when the memory images are made: what is warm there costs no attempt anything.

The modules are those of the standard library that code under test often imports. Below are first
uses that set up large tables (the classes of `ast`, the state of `re` and `sqlite3`, codecs).
"""

# ruff: noqa: F401

import abc
import argparse
import array
import ast
import asyncio
import base64
import binascii
import bisect
import calendar
import codecs
import collections
import concurrent.futures
import configparser
import contextlib
import copy
import csv
import dataclasses
import datetime
import decimal
import difflib
import email.message
import email.policy
import email.utils
import enum
import errno
import fnmatch
import fractions
import functools
import getpass
import glob
import gzip
import hashlib
import heapq
import hmac
import html
import html.parser
import http.client
import http.cookies
import http.server
import inspect
import io
import ipaddress
import itertools
import json
import linecache
import logging
import logging.handlers
import math
import mimetypes
import operator
import os
import pathlib
import pickle
import pprint
import queue
import random
import re
import secrets
import select
import selectors
import shlex
import shutil
import signal
import socket
import socketserver
import sqlite3
import ssl
import stat
import statistics
import string
import struct
import subprocess
import sys
import tarfile
import tempfile
import textwrap
import threading
import time
import traceback
import types
import typing
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
import uuid
import warnings
import weakref
import wsgiref.headers
import wsgiref.simple_server
import wsgiref.util
import xml.dom.minidom
import xml.etree.ElementTree
import xml.sax.saxutils
import zipfile
import zlib
import zoneinfo


def _first_uses() -> None:
    tree = ast.parse("def f(x):\n    return x == 1\n")
    exec(compile(ast.fix_missing_locations(tree), "warm.py", "exec"), {})
    ast.unparse(tree)
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table t(a text)")
        connection.execute("insert into t values(?)", ("x",))
        connection.execute("select * from t").fetchall()
    json.loads(json.dumps({"a": [1, 2.5, None, "é"]}))
    datetime.datetime.fromisoformat("2026-03-14T12:00:00+00:00").strftime("%Y-%m-%d %H:%M")
    hmac.digest(b"k", b"m", "sha256")
    hashlib.new("sha512", b"m").hexdigest()
    html.escape("<a>")
    urllib.parse.parse_qs("a=1&b=%20")
    xml.etree.ElementTree.fromstring("<a><b/></a>")
    inspect.signature(_first_uses)
    tempfile.gettempdir()
    re.purge()


_first_uses()
