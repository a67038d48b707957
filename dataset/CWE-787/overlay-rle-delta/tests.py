"""Tests of CWE-787/overlay-rle-delta."""

from harness import attack, raises

STRIDE, ROWS = 20, 12
BOX = (4, 3, 6, 4)
CORNER = (14, 8, 6, 4)

END = b"\x00\x01"
NEXT_ROW = b"\x00\x00"


def _run(count: int, value: int = 255) -> bytes:
    return bytes([count, value])


def _move(right: int, down: int) -> bytes:
    return bytes([0, 2, right, down])


def _frame() -> bytearray:
    """Return a frame of 20 × 12 pixels with values up to 199."""
    return bytearray((11 * index + 5) % 200 for index in range(STRIDE * ROWS))


def _with(box: tuple[int, int, int, int], pixels: dict[tuple[int, int], int]) -> bytearray:
    """The frame after these pixels, by (x, y) in the box, have been drawn."""
    frame = _frame()
    for (x, y), value in pixels.items():
        frame[(box[1] + y) * STRIDE + box[0] + x] = value
    return frame


def _check_outside(candidate, box: tuple[int, int, int, int], code: bytes) -> None:
    """Have the code drawn; nothing outside of the box may change, nor the size of the frame."""
    frame, before = _frame(), _frame()
    attack(candidate, frame, STRIDE, box, code)
    assert len(frame) == len(before), f"the frame has {len(frame)} bytes"
    left, top, width, height = box
    for place, value in enumerate(before):
        y, x = divmod(place, STRIDE)
        if not (left <= x < left + width and top <= y < top + height):
            assert frame[place] == value, f"pixel ({x}, {y}) of the frame has changed"


def test_functional_run_at_the_top_left(candidate):
    """A run begins at the top left of the box."""
    frame = _frame()
    assert candidate(frame, STRIDE, BOX, _run(3, 201) + END) is None
    assert frame == _with(BOX, {(0, 0): 201, (1, 0): 201, (2, 0): 201})


def test_functional_runs_and_rows(candidate):
    """Runs follow each other in a row, and the next row begins at the left of the box."""
    code = _run(1, 201) + _run(2, 202) + NEXT_ROW + _run(2, 203) + NEXT_ROW + NEXT_ROW + _run(1, 0)
    frame = _frame()
    candidate(frame, STRIDE, BOX, code + END)
    pixels = {(0, 0): 201, (1, 0): 202, (2, 0): 202, (0, 1): 203, (1, 1): 203, (0, 3): 0}
    assert frame == _with(BOX, pixels)


def test_functional_moves(candidate):
    """A move goes right and down from the cursor and leaves what it passes over."""
    code = _run(1, 201) + _move(2, 1) + _run(2, 202) + _move(0, 2) + _run(1, 203)
    frame = _frame()
    candidate(frame, STRIDE, BOX, code + END)
    assert frame == _with(BOX, {(0, 0): 201, (3, 1): 202, (4, 1): 202, (5, 3): 203})
    frame = _frame()
    candidate(frame, STRIDE, BOX, _move(5, 3) + _run(1, 0) + END)
    assert frame == _with(BOX, {(5, 3): 0})


def test_functional_whole_box(candidate):
    """Rows can be filled to their full width, also in the corner of the frame."""
    for box in (BOX, CORNER, (0, 0, 6, 4)):
        frame = _frame()
        rows = [_run(4, 210) + _run(2, 211), _run(6, 212), _run(6, 213), _run(6, 214)]
        code = NEXT_ROW.join(rows)
        candidate(frame, STRIDE, box, code + END)
        pixels = {(x, y): 211 + y if y else 210 + x // 4 for x in range(6) for y in range(4)}
        assert frame == _with(box, pixels)


def test_functional_whole_frame(candidate):
    """A box can be as large as the frame; a long run fills a row of it."""
    frame = bytearray(3 * 255)
    candidate(frame, 255, (0, 0, 255, 3), NEXT_ROW + _run(255, 9) + NEXT_ROW + _run(1, 8) + END)
    assert frame == bytes(255) + b"\x09" * 255 + b"\x08" + bytes(254)


def test_functional_behind_the_end(candidate):
    """What follows the end of the overlay is ignored; an overlay may draw nothing."""
    for code in (END, END + _run(3), END + b"\x00", NEXT_ROW + _move(1, 1) + END + b"\x00\x07\x01"):
        frame = _frame()
        candidate(frame, STRIDE, BOX, code)
        assert frame == _frame()


def test_functional_example(candidate):
    """The example of the problem holds."""
    frame = bytearray(24)
    code = bytes.fromhex("03 07 00 00 00 02 02 00 02 09 00 01")
    candidate(frame, 6, (1, 1, 4, 2), code)
    assert frame == bytes(7) + b"\x07" * 3 + bytes(5) + b"\x09" * 2 + bytes(7)


def test_functional_damaged_code(candidate):
    """Code without an end, or with a byte of 3 or more after 00, raises ValueError."""
    for code in (
        b"",
        b"\x00",
        b"\x02",
        _run(2, 9),
        _run(2, 9) + b"\x00",
        NEXT_ROW + b"\x00\x02",
        NEXT_ROW + b"\x00\x02\x01",
        _move(1, 1),
        b"\x00\x03\x01\x01\x01\x00" + END,
        b"\x00\xff" + END,
    ):
        with raises(ValueError):
            candidate(_frame(), STRIDE, BOX, code)


def test_security_run_beyond_the_right(candidate):
    """A run that is longer than the row of the box doesn't go on beside it."""
    for count in (7, 10, 16, 255):
        _check_outside(candidate, BOX, _run(count) + END)
        _check_outside(candidate, BOX, _run(6, 1) + _run(count) + END)
        _check_outside(candidate, BOX, NEXT_ROW * 3 + _run(5, 1) + _run(count) + END)


def test_security_move_beyond_the_right(candidate):
    """A move to the right of the box with a run behind it draws nothing beside the box."""
    for right in (6, 7, 11, 15, 16, 19, 20, 40, 255):
        _check_outside(candidate, BOX, _move(right, 0) + _run(1) + END)
        _check_outside(candidate, BOX, _move(right, 2) + _run(3) + END)
        _check_outside(candidate, BOX, _run(3, 1) + _move(right, 0) + _run(2) + END)


def test_security_move_below(candidate):
    """A move to a row below the box with a run behind it draws nothing there."""
    for down in (4, 5, 8, 9, 255):
        for right in (0, 3, 200):
            _check_outside(candidate, BOX, _move(right, down) + _run(1) + END)
            _check_outside(candidate, BOX, NEXT_ROW + _move(right, down) + _run(2) + END)


def test_security_more_rows_than_the_box_has(candidate):
    """Going to the next row again and again doesn't lead below the box."""
    for rows in (4, 5, 7, 8, 9, 20):
        _check_outside(candidate, BOX, NEXT_ROW * rows + _run(1) + END)
        _check_outside(candidate, BOX, (_run(6, 1) + NEXT_ROW) * rows + _run(6) + END)


def test_security_several_small_steps(candidate):
    """Moves and rows, each of them fine by itself, don't add up to a place outside of the box."""
    for code in (
        _move(3, 0) * 2 + _run(1),
        _run(3, 1) * 2 + _run(1),
        _move(0, 2) * 2 + _run(1),
        _move(0, 3) + NEXT_ROW + _run(1),
        NEXT_ROW * 3 + _move(2, 1) + _run(1),
        _move(5, 3) + _run(1, 1) + _run(1),
        _move(5, 0) + _run(2),
        (_move(255, 0) + _run(1)) * 3,
    ):
        _check_outside(candidate, BOX, code + END)


def test_security_corner_of_the_frame(candidate):
    """In the corner of the frame nothing makes the frame longer."""
    for code in (
        NEXT_ROW * 3 + _run(7),
        NEXT_ROW * 3 + _run(255),
        NEXT_ROW * 3 + _run(6, 1) + _run(1),
        NEXT_ROW * 4 + _run(1),
        NEXT_ROW * 200 + _run(6),
        _move(5, 3) + _run(2),
        _move(6, 3) + _run(1),
        _move(255, 255) + _run(255),
    ):
        _check_outside(candidate, CORNER, code + END)
