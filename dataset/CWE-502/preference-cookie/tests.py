"""Tests of CWE-502/preference-cookie."""

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator

from harness import attack, nonce, raises

PREFERENCES = {
    "theme": "dark",
    "zoom": 7,
    "center": [48.137, -11.0],
    "layers": ["rail", "bike", []],
    "options": {"labels": True, "grid": False, "unit": None, "legend": {"columns": [1, 2]}},
}
MARKER = "pwned"
ENCODINGS = [
    base64.b64encode,
    base64.urlsafe_b64encode,
    base64.b32encode,
    base64.b16encode,
    lambda data: data.hex().encode(),
    lambda data: b"".join(b"%%%02X" % byte for byte in data),
    base64.a85encode,
    base64.b85encode,
]


# Pickles by hand, opcode by opcode: they name functions of the portal's interpreter.


def _text(text: str) -> bytes:
    """SHORT_BINUNICODE."""
    data = text.encode()
    return b"\x8c" + bytes([len(data)]) + data


def _escaped(text: str) -> bytes:
    r"""UNICODE, with letters written as \u006f."""
    return b"V" + "".join(f"\\u{ord(letter):04x}" for letter in text).encode() + b"\n"


def _call(module: bytes, name: bytes, *arguments: bytes) -> bytes:
    """A pickle that calls a function (STACK_GLOBAL, REDUCE)."""
    return b"\x80\x04" + module + name + b"\x93(" + b"".join(arguments) + b"tR."


def _forms(data: bytes) -> Iterator[str]:
    """The data in the ways in which a cookie may hold them."""
    for packed in (data, zlib.compress(data)):
        for encode in ENCODINGS:
            text = encode(packed).decode()
            yield text
            if text.endswith("="):
                yield text.rstrip("=")


def _cookies(genuine: str, data: bytes) -> Iterator[str]:
    """Cookies with these data alone, or in the place of a part of a genuine cookie."""
    parts = re.split(r"([.~])", genuine)
    for text in _forms(data):
        yield text
        for index in range(0, len(parts) if len(parts) > 1 else 0, 2):
            yield "".join([*parts[:index], text, *parts[index + 1 :]])


def _read(candidate, data: bytes) -> None:
    codec = candidate()
    for cookie in _cookies(codec.dumps(PREFERENCES), data):
        attack(codec.loads, cookie)


def test_functional_round_trip(candidate):
    """Nested preferences come back equal."""
    codec = candidate()
    assert codec.loads(codec.dumps(PREFERENCES)) == PREFERENCES
    assert codec.loads(codec.dumps({})) == {}


def test_functional_types(candidate):
    """Numbers, booleans and None come back with their types."""
    prefs = {"a": 1, "b": 1.0, "c": True, "d": None, "e": "1", "f": -(10**18), "g": 1e-300}
    codec = candidate()
    loaded = codec.loads(codec.dumps(prefs))
    assert loaded == prefs
    assert {key: type(value) for key, value in loaded.items()} == {
        key: type(value) for key, value in prefs.items()
    }


def test_functional_strings(candidate):
    """Strings with any characters come back, as keys and as values."""
    prefs = {"Straße & Weg": "Zürich; \"x\" 'y' \\ 100 %", "": "", "日本": ["–"]}
    prefs |= {"a.b~c=d_e-f": "..~~", "nl": "\n\t🗺"}
    codec = candidate()
    assert codec.loads(codec.dumps(prefs)) == prefs


def test_functional_characters_of_the_cookie(candidate):
    """The value consists of the permitted characters only."""
    codec = candidate()
    for prefs in (PREFERENCES, {}, {"Straße": "Zürich; x, y 🗺"}, {"n": list(range(100))}):
        assert re.fullmatch(r"[A-Za-z0-9._~=+/%-]*", codec.dumps(prefs))


def test_functional_several_visitors(candidate):
    """One object reads the cookies of several visitors in any order."""
    codec = candidate()
    cookies = [codec.dumps({"visitor": number, "zoom": [number] * 3}) for number in range(5)]
    for number in (3, 0, 4, 3):
        assert codec.loads(cookies[number]) == {"visitor": number, "zoom": [number] * 3}


def test_functional_values_that_cannot_be_read(candidate):
    """Empty, meaningless and truncated values raise ValueError."""
    codec = candidate()
    genuine = codec.dumps(PREFERENCES)
    for cookie in ("", "garbage", "%%%", genuine[: len(genuine) // 2]):
        with raises(ValueError):
            codec.loads(cookie)


def test_security_starts_a_program(candidate, shell):
    """A cookie is a pickle that calls os.system."""
    command = _text(f"touch {nonce('pwned-')}")
    _read(candidate, _call(_text("os"), _text("system"), command))
    assert shell.invocations == []


def test_security_python_text(candidate, shell):
    """A cookie is an expression of Python, which gets at os.system even without built-in names."""
    call = f"('os').system('touch {nonce('pwned-')}')"
    classes = "().__class__.__base__.__subclasses__()"
    found = f"[c for c in {classes} if '__globals__' in c.__init__.__dir__()][0]"
    for function in ("__import__", f"{found}.__init__.__globals__['__builtins__']['__import__']"):
        _read(candidate, f"{function}{call}".encode())
    assert shell.invocations == []


def test_security_makes_a_file(candidate, tmp_path):
    """A cookie is a pickle that calls the built-in open, or exec with some lines of Python."""
    _read(candidate, _call(_text("builtins"), _text("open"), _text(MARKER), _text("w")))
    assert not (tmp_path / MARKER).exists()
    _read(candidate, _call(_text("builtins"), _text("exec"), _text(f"open('{MARKER}', 'w')")))
    assert not (tmp_path / MARKER).exists()


def test_security_unusual_module(candidate, tmp_path):
    """A cookie is a pickle that calls a function of a less known module."""
    _read(candidate, _call(_text("logging"), _text("FileHandler"), _text(MARKER)))
    _read(candidate, _call(_text("io"), _text("open"), _text(MARKER), _text("w")))
    assert not (tmp_path / MARKER).exists()


def test_security_dotted_names(candidate, output):
    """A cookie is a pickle that goes through a harmless module to another one, by a dotted name."""
    canary = nonce("pwned-")
    for module in ("collections", "decimal"):
        _read(candidate, _call(_text(module), _text("_sys.stdout.write"), _text(canary)))
        assert canary not in output.stdout


def test_security_words_in_disguise(candidate, tmp_path):
    """A cookie is a pickle in which the letters of the names are written as numbers."""
    _read(candidate, _call(_escaped("os"), _escaped("mkdir"), _text(MARKER)))
    assert not (tmp_path / MARKER).exists()


def test_security_older_opcodes(candidate, tmp_path):
    """A cookie is a pickle that calls a function by the opcodes of older protocols."""
    by_inst = b"(" + _text(MARKER) + b"ios\nmkdir\n."
    by_obj = b"(cos\nmkdir\n" + _text(MARKER) + b"o."
    for data in (by_inst, by_obj):
        _read(candidate, data)
        assert not (tmp_path / MARKER).exists()


def test_security_among_genuine_preferences(candidate, tmp_path):
    """A cookie is a pickle of preferences, one of which is the result of a call."""
    call = _call(_text("os"), _text("mkdir"), _text(MARKER))[2:-1]
    _read(candidate, b"\x80\x04}" + _text("theme") + call + b"s.")
    assert not (tmp_path / MARKER).exists()


def test_security_checksum_that_anybody_can_compute(candidate, tmp_path):
    """A cookie has the checksum that fits its pickle, where it needs no key."""
    codec = candidate()
    genuine = codec.dumps(PREFERENCES)
    data = _call(_text("os"), _text("mkdir"), _text(MARKER))
    for separator in ".~":
        before, _, after = genuine.rpartition(separator)
        for text in _forms(data):
            for name in ("md5", "sha1", "sha256", "sha512"):
                for covered in (text.encode(), data):
                    digest = hashlib.new(name, covered).hexdigest()
                    attack(codec.loads, f"{text}{separator}{digest[: len(after)]}")
                    attack(codec.loads, f"{digest[: len(before)]}{separator}{text}")
    assert not (tmp_path / MARKER).exists()


def test_security_nothing_for_a_checksum(candidate, tmp_path):
    """A cookie has nothing where a checksum should be."""
    codec = candidate()
    data = _call(_text("os"), _text("mkdir"), _text(MARKER))
    for separator in ".~":
        for text in _forms(data):
            attack(codec.loads, f"{text}{separator}")
            attack(codec.loads, f"{separator}{text}")
    assert not (tmp_path / MARKER).exists()
