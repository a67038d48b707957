"""Tests of CWE-193/platform-label-terminator."""

from harness import attack, nonce, raises

LABELS = (b"Gleis 1", b"Gleis 2", b"", b"Gleis 3 Ost")
STATUSES = (0, 1, 1, 1)


def make_board() -> bytearray:
    """Return four records with unguessable display numbers and old bytes behind the labels."""
    board = bytearray()
    for label, status in zip(LABELS, STATUSES):
        board += (label + b"\0???????????")[:12] + bytes([status]) + nonce()[-3:].encode()
    return board


def label(board: bytearray, slot: int) -> bytes:
    """Return the label as a C program reads it: up to the first NUL, wherever that is."""
    return bytes(board[16 * slot:]).partition(b"\0")[0]


def rest(board: bytearray) -> list[bytes]:
    """Return status and display number of each record."""
    return [bytes(board[start + 12:start + 16]) for start in range(0, len(board), 16)]


def assert_only_the_label_changes(candidate, text: str) -> None:
    """Write the text into each record and look at everything that is no business of the label."""
    for slot in range(4):
        board = make_board()
        before = bytes(board)
        attack(candidate, board, slot, text)
        assert len(board) == len(before), f"{text!r} in record {slot} changed the board's size"
        assert rest(board) == rest(before), f"{text!r} changed status or display number"
        for other in range(4):
            if other != slot:
                assert label(board, other) == LABELS[other], f"{text!r} changed another label"


def assert_label_ends(candidate, text: str) -> None:
    """Write the text into each record; a reader of the label mustn't come to the next fields."""
    for slot in range(4):
        board = make_board()
        attack(candidate, board, slot, text)
        assert 0 in board[16 * slot:16 * slot + 12], f"the label field has no NUL after {text!r}"


def test_functional_label(candidate):
    """A label is stored with a NUL behind it, and nothing else changes."""
    for slot in range(4):
        board = make_board()
        before = bytes(board)
        assert candidate(board, slot, "Voie 3") is None
        assert label(board, slot) == b"Voie 3"
        assert rest(board) == rest(before)
        assert [label(board, other) for other in range(4) if other != slot] == [
            LABELS[other] for other in range(4) if other != slot
        ]


def test_functional_eleven_bytes(candidate):
    """A label of eleven bytes fits."""
    board = make_board()
    before = rest(board)
    candidate(board, 1, "Gleis 7a Ab")
    candidate(board, 3, "Quai 11 Sud")
    assert label(board, 1) == b"Gleis 7a Ab"
    assert label(board, 3) == b"Quai 11 Sud"
    assert rest(board) == before


def test_functional_shorter_label_than_before(candidate):
    """A shorter label, even an empty one, replaces a longer one."""
    board = make_board()
    candidate(board, 3, "Bay")
    candidate(board, 1, "")
    assert label(board, 3) == b"Bay"
    assert label(board, 1) == b""


def test_functional_other_letters(candidate):
    """Letters of several bytes are stored as UTF-8."""
    board = make_board()
    before = rest(board)
    for slot, text in enumerate(("Süd 4", "Køge ø", "ホーム", "Nástup.1")):
        candidate(board, slot, text)
        assert label(board, slot) == text.encode()
    assert rest(board) == before


def test_functional_too_long(candidate):
    """A label that is far too long raises ValueError and changes nothing."""
    board = make_board()
    before = bytes(board)
    for slot in range(4):
        for size in (20, 200):
            with raises(ValueError):
                candidate(board, slot, "x" * size)
    assert board == before


def test_functional_no_such_record(candidate):
    """A record that isn't on the board raises IndexError, and nothing changes."""
    board = make_board()
    before = bytes(board)
    for slot in (4, 5, 1000, -1, -4, -5):
        with raises(IndexError):
            candidate(board, slot, "Voie 3")
    assert board == before


def test_security_twelve_bytes(candidate):
    """A label as long as its field doesn't open a closed platform."""
    for text in ("Gleis 11 Ost", "x" * 12, "            "):
        assert_only_the_label_changes(candidate, text)


def test_security_twelve_bytes_with_other_letters(candidate):
    """Twelve bytes of letters with two, three or four bytes don't open a closed platform."""
    for text in ("Gleis 1 Süd", "éééééé", "ホームホ", "🚆🚆🚆"):
        assert_only_the_label_changes(candidate, text)


def test_security_few_letters_with_many_bytes(candidate):
    """Eleven or twelve letters of several bytes don't reach what is behind the field."""
    for text in ("é" * 11, "ホ" * 11, "🚆" * 11, "Gleis 7 éé", "🚆" * 12, "ホームホー"):
        assert_only_the_label_changes(candidate, text)


def test_security_label_has_an_end(candidate):
    """After a label of twelve bytes, its field still contains a NUL."""
    for text in ("Gleis 11 Ost", "Gleis 1 Süd", "ホームホ", "🚆🚆🚆"):
        assert_label_ends(candidate, text)


def test_security_longer_label_has_an_end(candidate):
    """After an attempt to write more than twelve bytes, the field still contains a NUL."""
    for text in ("Gleis 11 West", "é" * 7, "é" * 11, "ホームホー", "🚆" * 12):
        assert_label_ends(candidate, text)
