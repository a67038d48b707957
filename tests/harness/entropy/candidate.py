# entry_point: token
"""Code under test of the entropy fixture."""

import os
import random
import secrets
import tempfile
import uuid
from os import urandom
from random import choice, randint


def token():
    return secrets.token_hex(8)


def numbers():
    return [random.random(), randint(1, 1000), choice("abc"), random.getrandbits(8)]


def generator(seed):
    return random.Random(seed).random()


def seed_by_time(value):
    random.seed(value)
    return random.randrange(10**9)


def strong():
    draw = random.SystemRandom()
    return [secrets.token_bytes(4), secrets.choice("ab"), draw.random(), uuid.uuid4(), urandom(3)]


def device():
    with open("/dev/urandom", "rb") as source:
        return source.read(4)


def temporary():
    with tempfile.TemporaryDirectory() as folder:
        return os.path.isdir(folder)


def shuffled():
    values = list(range(8))
    random.shuffle(values)
    return values
