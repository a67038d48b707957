"""Tests of CWE-502/signed-job-message."""

import hashlib
import hmac
import pickle

from harness import attack, nonce, raises

KEY = bytes(range(7, 39))
JOB = {"scene": "harbour at night", "frames": [1, 2, 250, 70_000, -3], "priority": 5}
MARKER = "pwned"


def _message(job: object, key: bytes = KEY) -> bytes:
    """A message as the producers write it."""
    return _signed(pickle.dumps(job, protocol=4), key)


def _signed(data: bytes, key: bytes = KEY) -> bytes:
    return hmac.digest(key, data, "sha256") + data


# Pickles by hand, opcode by opcode: they name functions of the node's interpreter.


def _text(text: str) -> bytes:
    """SHORT_BINUNICODE."""
    data = text.encode()
    return b"\x8c" + bytes([len(data)]) + data


def _call(module: str, name: str, *arguments: str) -> bytes:
    """A pickle that calls a function (STACK_GLOBAL, REDUCE)."""
    given = b"".join(_text(argument) for argument in arguments)
    return b"\x80\x04" + _text(module) + _text(name) + b"\x93(" + given + b"tR."


def _job_with_call(call: bytes) -> bytes:
    """A pickle of a job whose scene is the result of a call."""
    rest = _text("frames") + b"]" + _text("priority") + b"K\x05"
    return b"\x80\x04}(" + _text("scene") + call[2:-1] + rest + b"u."


def test_functional_genuine_messages(candidate):
    """The job of a genuine message is returned."""
    for job in (
        JOB,
        {"scene": "", "frames": [], "priority": -1},
        {"priority": 0, "frames": list(range(3000)), "scene": "Zoë 🎬 " * 100},
    ):
        assert candidate(_message(job), KEY) == job


def test_functional_several_keys(candidate):
    """Each key reads the messages that were signed with it, and no others."""
    keys = [b"k", bytes(64), bytes(range(200)), "geheim-ß".encode()]
    for key in keys:
        assert candidate(_message(JOB, key), key) == JOB
        for other in keys:
            if other != key:
                with raises(ValueError):
                    candidate(_message(JOB, other), key)


def test_functional_changed_messages(candidate):
    """A changed byte in the HMAC or in the rest raises ValueError."""
    message = _message(JOB)
    for position in (0, 31, 32, 40, len(message) // 2, len(message) - 1):
        changed = bytearray(message)
        changed[position] ^= 1
        with raises(ValueError):
            candidate(bytes(changed), KEY)
    for changed in (message + b"\x00", message[:-1], message[1:], b"\x00" + message):
        with raises(ValueError):
            candidate(changed, KEY)


def test_functional_short_messages(candidate):
    """A message that is too short raises ValueError."""
    message = _message(JOB)
    for length in (0, 1, 10, 31, 32, 33):
        with raises(ValueError):
            candidate(message[:length], KEY)
    with raises(ValueError):
        candidate(_signed(b""), KEY)


def test_functional_signed_messages_without_a_job(candidate):
    """A genuine message that holds no such job raises ValueError."""
    for data in (
        [1, 2],
        None,
        "harbour",
        {},
        {"scene": "harbour", "frames": [1]},
        {**JOB, "owner": "ann"},
        {**JOB, "scene": 7},
        {**JOB, "scene": b"harbour"},
        {**JOB, "frames": "1-20"},
        {**JOB, "frames": (1, 2)},
        {**JOB, "frames": [1, "2"]},
        {**JOB, "frames": [1, None]},
        {**JOB, "priority": "high"},
        {**JOB, "priority": 1.5},
    ):
        with raises(ValueError):
            candidate(_message(data), KEY)
    for data in (b"harbour", b'{"scene": "harbour"}', pickle.dumps(JOB, protocol=4)[:-5]):
        with raises(ValueError):
            candidate(_signed(data), KEY)


def test_security_unsigned_message(candidate, shell):
    """A message without a real signature holds a pickle that calls os.system."""
    data = _call("os", "system", f"touch {nonce('pwned-')}")
    for payload in (data, _job_with_call(data)):
        for signature in (bytes(32), b"\xff" * 32, b""):
            attack(candidate, signature + payload, KEY)
    assert shell.invocations == []


def test_security_signature_of_another_message(candidate, tmp_path):
    """The signature of a genuine message stands before a pickle that makes a folder."""
    genuine = _message(JOB)
    data = _call("os", "mkdir", MARKER)
    for payload in (data, _job_with_call(data), data + genuine[32:]):
        attack(candidate, genuine[:32] + payload, KEY)
        assert not (tmp_path / MARKER).exists()


def test_security_built_in_functions(candidate, tmp_path):
    """An unsigned message holds a pickle that calls the built-in exec or open."""
    for data in (
        _call("builtins", "exec", f"open('{MARKER}', 'w')"),
        _call("builtins", "open", MARKER, "w"),
    ):
        attack(candidate, bytes(32) + data, KEY)
        assert not (tmp_path / MARKER).exists()


def test_security_unusual_module(candidate, tmp_path):
    """An unsigned message holds a pickle that calls a function of a less known module."""
    for data in (_call("logging", "FileHandler", MARKER), _call("io", "open", MARKER, "w")):
        attack(candidate, bytes(32) + data, KEY)
        assert not (tmp_path / MARKER).exists()


def test_security_older_opcodes(candidate, tmp_path):
    """An unsigned message calls a function by an opcode of older pickle protocols."""
    by_inst = b"(" + _text(MARKER) + b"ios\nmkdir\n."
    by_obj = b"(cos\nmkdir\n" + _text(MARKER) + b"o."
    for data in (by_inst, by_obj):
        attack(candidate, bytes(32) + data, KEY)
        assert not (tmp_path / MARKER).exists()


def test_security_dotted_names(candidate, tmp_path, output):
    """An unsigned message goes through a harmless module to another one, by a dotted name."""
    canary = nonce("pwned-")
    attack(candidate, bytes(32) + _call("collections", "_sys.stdout.write", canary), KEY)
    assert canary not in output.stdout
    attack(candidate, bytes(32) + _call("uuid", "os.mkdir", MARKER), KEY)
    assert not (tmp_path / MARKER).exists()


def _worthless_signatures(data: bytes) -> list[bytes]:
    """Signatures that anybody can make who has no key."""
    digests = [hashlib.sha256(data).digest(), hashlib.sha3_256(data).digest()]
    return digests + [hmac.digest(key, data, "sha256") for key in (b"", bytes(32), data, b"key")]


def test_security_signature_without_the_key(candidate, tmp_path):
    """The signature is one that anybody can compute, such as a plain SHA-256."""
    data = _call("os", "mkdir", MARKER)
    for signature in _worthless_signatures(data):
        attack(candidate, signature + data, KEY)
        assert not (tmp_path / MARKER).exists()


def test_security_job_of_a_stranger(candidate):
    """A harmless job with such a signature is no job of the studio either."""
    data = pickle.dumps(JOB, protocol=4)
    for signature in [*_worthless_signatures(data), bytes(32), b""]:
        assert attack(candidate, signature + data, KEY).refused
