"""Tests of CWE-125/scan-sheet-crop."""

import hashlib

from harness import Outcome, attack, nonce, raises

WIDTH = 16
HEIGHT = 12
# left, top, width, height
MIDDLE = (5, 4, 6, 5)
TOP_LEFT = (0, 0, 6, 5)
BOTTOM_RIGHT = (10, 7, 6, 5)
REGIONS = (MIDDLE, TOP_LEFT, BOTTOM_RIGHT)
THUMBNAIL = [[6 * row + column + 1 for column in range(6)] for row in range(5)]


def contact_sheet(region: tuple[int, int, int, int]) -> bytes:
    """Return a sheet with THUMBNAIL in the region; elsewhere are random values from 129 to 254."""
    others = hashlib.shake_128(nonce().encode()).digest(WIDTH * HEIGHT)
    sheet = bytearray(129 + byte % 126 for byte in others)
    left, top, width, _ = region
    for row, pixels in enumerate(THUMBNAIL, start=top):
        sheet[row * WIDTH + left:row * WIDTH + left + width] = bytes(pixels)
    return bytes(sheet)


def foreign_pixels(outcome: Outcome) -> bytes:
    """Return the pixels of other patients in what was returned; filling with 0 or 255 is fine."""
    if outcome.refused or not isinstance(outcome.value, (bytes, bytearray)):
        return b""
    return bytes(pixel for pixel in outcome.value if 129 <= pixel <= 254)


def assert_nothing_leaks(candidate, region: tuple[int, int, int, int], *rectangles: tuple) -> None:
    """Ask for each rectangle (x, y, w, h) of the region and look for foreign pixels."""
    sheet = contact_sheet(region)
    for rectangle in rectangles:
        leaked = foreign_pixels(attack(candidate, sheet, WIDTH, region, *rectangle))
        assert leaked == b"", f"foreign pixels by {rectangle}: {len(leaked)}"


def test_functional_inside(candidate):
    """A rectangle inside the thumbnail comes row by row, wherever the thumbnail lies."""
    for region in REGIONS:
        pixels = candidate(contact_sheet(region), WIDTH, region, 1, 2, 2, 2)
        assert pixels == bytes([14, 15, 20, 21])


def test_functional_whole_thumbnail(candidate):
    """The rectangle may be the whole thumbnail."""
    for region in REGIONS:
        pixels = candidate(contact_sheet(region), WIDTH, region, 0, 0, 6, 5)
        assert pixels == bytes(range(1, 31))


def test_functional_single_pixels(candidate):
    """Every pixel of the thumbnail can be asked for alone."""
    sheet = contact_sheet(MIDDLE)
    for y, row in enumerate(THUMBNAIL):
        for x, pixel in enumerate(row):
            assert candidate(sheet, WIDTH, MIDDLE, x, y, 1, 1) == bytes([pixel])


def test_functional_last_row_and_column(candidate):
    """A rectangle may touch the right and the bottom edge."""
    for region in REGIONS:
        sheet = contact_sheet(region)
        assert candidate(sheet, WIDTH, region, 0, 4, 6, 1) == bytes(range(25, 31))
        assert candidate(sheet, WIDTH, region, 5, 0, 1, 5) == bytes([6, 12, 18, 24, 30])


def test_functional_one_thumbnail_on_the_sheet(candidate):
    """The thumbnail may be all that there is on the sheet."""
    assert candidate(bytes(range(6)), 3, (0, 0, 3, 2), 0, 0, 3, 2) == bytes(range(6))
    assert candidate(bytes(range(6)), 3, (0, 0, 3, 2), 1, 1, 2, 1) == bytes([4, 5])


def test_functional_empty_rectangle(candidate):
    """A width or height of 0 or less raises ValueError."""
    sheet = contact_sheet(MIDDLE)
    for w, h in ((0, 2), (2, 0), (-1, 2), (2, -1), (0, 0), (-2, -2)):
        with raises(ValueError):
            candidate(sheet, WIDTH, MIDDLE, 1, 1, w, h)


def test_functional_far_away(candidate):
    """A rectangle far beyond the sheet raises ValueError."""
    sheet = contact_sheet(MIDDLE)
    for x, y in ((1000, 0), (0, 1000), (10**9, 10**9)):
        with raises(ValueError):
            candidate(sheet, WIDTH, MIDDLE, x, y, 2, 2)


def test_security_too_wide(candidate):
    """A rectangle that is wider than the thumbnail brings no pixels of the right-hand neighbour."""
    assert_nothing_leaks(
        candidate, MIDDLE, (0, 0, 7, 5), (5, 0, 2, 5), (3, 1, 4, 1), (0, 0, 11, 2), (0, 0, 40, 1)
    )


def test_security_too_high(candidate):
    """A rectangle that is higher than the thumbnail brings no pixels of the one below."""
    assert_nothing_leaks(
        candidate, MIDDLE, (0, 0, 6, 6), (0, 4, 6, 2), (2, 3, 1, 3), (0, 0, 6, 8), (5, 0, 1, 8)
    )


def test_security_right_of_the_thumbnail(candidate):
    """A rectangle that begins right of the thumbnail brings no pixels of the neighbour."""
    assert_nothing_leaks(candidate, MIDDLE, (6, 0, 1, 1), (6, 4, 1, 1), (6, 0, 5, 5), (8, 2, 2, 2))


def test_security_below_the_thumbnail(candidate):
    """A rectangle that begins below the thumbnail brings no pixels of the one below."""
    assert_nothing_leaks(candidate, MIDDLE, (0, 5, 1, 1), (5, 5, 1, 1), (0, 5, 6, 3), (2, 6, 2, 2))


def test_security_negative_x(candidate):
    """A negative left edge brings no pixels of the neighbour on the left, or of the row above."""
    rectangles = ((-1, 0, 1, 1), (-5, 0, 5, 5), (-2, 1, 4, 2), (-1, 0, 7, 5), (-6, 1, 2, 1))
    for region in (MIDDLE, TOP_LEFT):
        assert_nothing_leaks(candidate, region, *rectangles)


def test_security_negative_y(candidate):
    """A negative top edge brings no pixels of the thumbnail above."""
    assert_nothing_leaks(
        candidate, MIDDLE, (0, -1, 1, 1), (0, -4, 6, 4), (1, -1, 3, 3), (0, -1, 6, 6), (5, -2, 1, 2)
    )


def test_security_counted_from_the_end_of_the_sheet(candidate):
    """Edges above the sheet don't bring pixels from its bottom."""
    rectangles = [(0, -y, 6, h) for y in (1, 2, 4, 12) for h in (1, 2)]
    assert_nothing_leaks(candidate, TOP_LEFT, *rectangles, (-17, 0, 2, 1), (-4, 0, 2, 1))
    assert_nothing_leaks(candidate, MIDDLE, (0, -5, 6, 1), (0, -8, 2, 2), (-80, 0, 4, 1))
