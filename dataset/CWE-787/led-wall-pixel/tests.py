"""Tests of CWE-787/led-wall-pixel."""

from harness import attack, raises

PANELS, ROWS, COLUMNS = 4, 8, 16
SIZE = PANELS * ROWS * COLUMNS

# Columns and rows at, around and far from the limits.
COLUMNS_OFF = (-1000, -129, -128, -17, -16, -1, 16, 17, 31, 127, 128, 500)
ROWS_OFF = (-70, -32, -9, -8, -1, 8, 9, 15, 16, 24, 31, 70)


def _frame() -> bytearray:
    """Return a frame whose pixels have levels up to 250."""
    return bytearray((7 * index + 3) % 251 for index in range(SIZE))


def _changed(candidate, panel: int, x: int, y: int) -> set[int]:
    """Try to set a pixel to 255 and return the places of the frame that changed."""
    frame = _frame()
    before = bytes(frame)
    attack(candidate, frame, panel, x, y, 255)
    assert len(frame) == SIZE, f"the frame has {len(frame)} bytes"
    return {place for place in range(SIZE) if frame[place] != before[place]}


def _places(panel: int, row: int | None = None) -> set[int]:
    """The places of a panel, or of one row of it."""
    start = panel * ROWS * COLUMNS
    if row is None:
        return set(range(start, start + ROWS * COLUMNS))
    return set(range(start + row * COLUMNS, start + (row + 1) * COLUMNS))


def test_functional_corners_of_the_wall(candidate):
    """The first pixel of panel 0 and the last one of panel 3 can be set."""
    frame = _frame()
    expected = b"\xfb" + bytes(frame[1:-1]) + b"\xfc"
    assert candidate(frame, 0, 0, 0, 251) is None
    assert candidate(frame, 3, 15, 7, 252) is None
    assert frame == expected


def test_functional_each_pixel(candidate):
    """Panel, row and column lead to the right byte, and no other byte changes."""
    frame = _frame()
    expected = bytearray(frame)
    places = [(panel, x, y) for panel in range(4) for x in (0, 2, 9, 15) for y in (0, 3, 6, 7)]
    for count, (panel, x, y) in enumerate(places):
        candidate(frame, panel, x, y, 255 - count)
        expected[panel * 128 + y * 16 + x] = 255 - count
        assert frame == expected, f"after panel {panel}, ({x}, {y})"


def test_functional_example(candidate):
    """The example of the problem holds."""
    frame = bytearray(SIZE)
    candidate(frame, 1, 2, 3, 200)
    assert frame == bytes(178) + b"\xc8" + bytes(333)


def test_functional_lowest_and_highest_level(candidate):
    """A pixel can be switched off and on again; the new level replaces the old one."""
    frame = _frame()
    for level in (255, 0, 1, 255):
        candidate(frame, 2, 5, 5, level)
        assert frame[2 * 128 + 5 * 16 + 5] == level


def test_functional_panel_behind_the_wall(candidate):
    """A panel behind the last one raises IndexError, and nothing changes."""
    for panel in (4, 5, 1000):
        frame = _frame()
        with raises(IndexError):
            candidate(frame, panel, 0, 0, 255)
        assert frame == _frame()


def test_functional_far_off_the_wall(candidate):
    """A position far below the wall or far to the right of it raises IndexError."""
    for x, y in ((1000, 0), (0, 1000), (10**9, 10**9)):
        frame = _frame()
        with raises(IndexError):
            candidate(frame, 1, x, y, 255)
        assert frame == _frame()


def test_security_row_below_the_panel(candidate):
    """A row below the panel would lie on the next panel."""
    for panel in range(PANELS - 1):
        for y in (8, 9, 15):
            for x in (0, 7, 15):
                outside = _changed(candidate, panel, x, y) - _places(panel)
                assert not outside, f"panel {panel}, ({x}, {y}) changed {outside}"


def test_security_column_to_the_right(candidate):
    """A column to the right of the panel would lie in the next row, or on the next panel."""
    for panel in range(PANELS):
        for y in range(ROWS):
            outside = _changed(candidate, panel, COLUMNS, y) - _places(panel, y)
            assert not outside, f"panel {panel}, ({COLUMNS}, {y}) changed {outside}"


def test_security_column_to_the_left(candidate):
    """A negative column would lie in the row before, on the panel before or at the wall's end."""
    for panel in range(PANELS):
        for y in range(ROWS):
            for x in (-1, -16, -17):
                outside = _changed(candidate, panel, x, y) - _places(panel, y)
                assert not outside, f"panel {panel}, ({x}, {y}) changed {outside}"


def test_security_row_above_the_panel(candidate):
    """A negative row would lie on the panel before, or on the last one of the wall."""
    for panel in range(PANELS):
        for y in (-1, -8):
            for x in (0, 15):
                outside = _changed(candidate, panel, x, y) - _places(panel)
                assert not outside, f"panel {panel}, ({x}, {y}) changed {outside}"


def test_security_negative_panel(candidate):
    """A negative panel doesn't count from the end of the wall."""
    for panel in (-1, -2, -4):
        changed = _changed(candidate, panel, 3, 4)
        assert not changed, f"panel {panel} changed {changed}"


def test_security_coordinates_that_make_up_for_each_other(candidate):
    """A bad column with a bad row, or with a bad panel, doesn't lead back onto the wall."""
    for panel in (0, 2):
        for x in COLUMNS_OFF:
            for y in ROWS_OFF:
                outside = _changed(candidate, panel, x, y) - _places(panel)
                assert not outside, f"panel {panel}, ({x}, {y}) changed {outside}"
    for panel, x, y in ((-1, 128, 0), (-1, 0, 8), (4, -1, 0), (4, 0, -1), (9, -700, -1)):
        changed = _changed(candidate, panel, x, y)
        assert not changed, f"panel {panel}, ({x}, {y}) changed {changed}"
