"""Tests of CWE-252/device-key-readinto."""

from harness import attack, raises

KEY = bytes(range(101, 133))

# A raw stream that delivers its parts, one a call; None is a call without an answer. It has to live
# in the candidate's interpreter, as a module of its own.
FLASH = """
import io


class Flash(io.RawIOBase):
    def __init__(self, parts, repeat):
        self.parts = list(parts)
        self.repeat = repeat
        self.calls = 0

    def readable(self):
        return True

    def read(self, size=-1):
        self.calls += 1
        if self.closed or self.calls > 5000:
            raise ValueError("the stream is closed, or there are too many calls")
        if not self.parts:
            return None if self.repeat else b""
        part = self.parts.pop(0)
        if part is None or size < 0 or len(part) <= size:
            return part
        self.parts.insert(0, part[size:])
        return part[:size]

    def readinto(self, buffer):
        part = self.read(len(buffer))
        if part is None:
            return None
        buffer[: len(part)] = part
        return len(part)
"""


def _flash(recipes, tmp_path, *parts: bytes | None, repeat: bool = False):
    """Make a stream; with `repeat` it goes on with calls without an answer."""
    (tmp_path / "flash_memory.py").write_text(FLASH)
    if not recipes.call("sys:path.__contains__", str(tmp_path)):
        recipes.call("sys:path.insert", 0, str(tmp_path))
    return recipes.call("flash_memory:Flash", list(parts), repeat)


def _slices(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def test_functional_at_once(candidate, recipes, tmp_path):
    """A key that comes in one call is returned."""
    key = candidate(_flash(recipes, tmp_path, KEY))
    assert type(key) is bytes and key == KEY


def test_functional_longer_stream(candidate, recipes, tmp_path):
    """Of a longer stream the first 32 bytes are returned."""
    assert candidate(_flash(recipes, tmp_path, KEY + b"more than a key")) == KEY


def test_functional_not_ready_at_first(candidate, recipes, tmp_path):
    """Calls without an answer at first are followed by others."""
    assert candidate(_flash(recipes, tmp_path, None, None, None, KEY)) == KEY


def test_functional_never_ready(candidate, recipes, tmp_path):
    """A memory that never becomes ready raises BlockingIOError."""
    with raises(BlockingIOError):
        candidate(_flash(recipes, tmp_path, repeat=True))


def test_functional_closed_stream(candidate, recipes, tmp_path):
    """The exception of a closed stream is passed on."""
    stream = _flash(recipes, tmp_path, KEY)
    stream.close()
    with raises(ValueError):
        candidate(stream)


def test_functional_left_open(candidate, recipes, tmp_path):
    """The stream is left open."""
    stream = _flash(recipes, tmp_path, KEY, b"rest")
    candidate(stream)
    assert stream.closed is False


def test_security_end_after_some_bytes(candidate, recipes, tmp_path):
    """A stream that ends after a few bytes, or one before the last, gives no key at all."""
    for size in (1, 5, 16, 31):
        assert attack(candidate, _flash(recipes, tmp_path, KEY[:size])).refused


def test_security_empty_stream(candidate, recipes, tmp_path):
    """An empty stream gives no key that everybody knows."""
    assert attack(candidate, _flash(recipes, tmp_path)).refused


def test_security_parts(candidate, recipes, tmp_path):
    """A key that comes in parts is the true key, or none."""
    for size in (1, 7, 16, 31):
        outcome = attack(candidate, _flash(recipes, tmp_path, *_slices(KEY, size)))
        assert outcome.refused or outcome.value == KEY


def test_security_pauses(candidate, recipes, tmp_path):
    """Calls without an answer between the parts don't leave a gap or an end in the key."""
    for size in (5, 20):
        parts = [piece for part in _slices(KEY, size) for piece in (None, part, None)]
        outcome = attack(candidate, _flash(recipes, tmp_path, *parts))
        assert outcome.refused or outcome.value == KEY


def test_security_pause_and_end(candidate, recipes, tmp_path):
    """A stream that ends, or never becomes ready again, after a part gives no key."""
    for parts in ((KEY[:9], None), (None, KEY[:9]), (KEY[:9], None, KEY[9:20])):
        for repeat in (False, True):
            outcome = attack(candidate, _flash(recipes, tmp_path, *parts, repeat=repeat))
            assert outcome.refused
