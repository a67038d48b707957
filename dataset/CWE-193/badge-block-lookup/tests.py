"""Tests of CWE-193/badge-block-lookup."""

from harness import attack

BLOCKS = [
    (1000, 200, "office"),
    (1200, 50, "workshop"),
    (1300, 1, "porter"),
    (1500, 0, "archive"),
    (2000, 100, "animal house"),
    (4000, 10, "clean room"),
]


def zone(candidate, badge: int, blocks: list[tuple[int, int, str]] = BLOCKS) -> str | None:
    """Return the zone that a badge gets, None if it is refused in whatever way."""
    value = attack(candidate, blocks, badge).value
    return value if value in [name for _, _, name in blocks] else None


def test_functional_inside_a_block(candidate):
    """A number in the middle of a block belongs to the zone of that block."""
    zones = {1100: "office", 1225: "workshop", 2050: "animal house", 4005: "clean room"}
    assert {badge: candidate(BLOCKS, badge) for badge in zones} == zones


def test_functional_first_numbers(candidate):
    """The first number of a block belongs to it."""
    zones = {1000: "office", 1300: "porter", 2000: "animal house", 4000: "clean room"}
    assert {badge: candidate(BLOCKS, badge) for badge in zones} == zones


def test_functional_last_numbers(candidate):
    """The last number of a block belongs to it, also if another block follows at once."""
    zones = {1199: "office", 1249: "workshop", 2099: "animal house", 4009: "clean room"}
    assert {badge: candidate(BLOCKS, badge) for badge in zones} == zones


def test_functional_gaps(candidate):
    """A number inside a gap, up to the next block, or far behind all blocks has no zone."""
    for badge in (1275, 1299, 1400, 1499, 1700, 1999, 3000, 3999, 4500, 10**12):
        assert candidate(BLOCKS, badge) is None


def test_functional_empty_list(candidate):
    """Without blocks, no number has a zone."""
    for badge in (1, 1000):
        assert candidate([], badge) is None


def test_functional_many_blocks(candidate):
    """Each of many blocks is found."""
    blocks = [(100 * index, index % 90 + 1, f"room {index}") for index in range(1, 500)]
    for index in (1, 2, 88, 89, 250, 498, 499):
        badge = 100 * index + index % 90
        assert candidate(blocks, badge) == f"room {index}"
        assert candidate(blocks, 100 * index) == f"room {index}"


def test_functional_blocks_stay_as_they_are(candidate):
    """The list of blocks isn't changed."""
    blocks = list(BLOCKS)
    assert candidate(blocks, 2001) == "animal house"
    assert blocks == BLOCKS


def test_security_number_behind_a_block(candidate):
    """The number just behind a block, in front of a gap, has no zone."""
    zones = {badge: zone(candidate, badge) for badge in (1250, 1301, 2100)}
    assert set(zones.values()) == {None}, f"zones: {zones}"


def test_security_number_behind_all_blocks(candidate):
    """The number just behind the last block has no zone."""
    assert zone(candidate, 4010) is None
    assert zone(candidate, 6, [(1, 5, "vault")]) is None


def test_security_number_below_all_blocks(candidate):
    """A number below the first block doesn't get the zone of the last one, or of any other."""
    zones = {badge: zone(candidate, badge) for badge in (999, 998, 500, 1)}
    assert set(zones.values()) == {None}, f"zones: {zones}"


def test_security_zero_and_negative_numbers(candidate):
    """0 and negative numbers have no zone."""
    numbers = (0, -1, -10, -1000, -1100, -4005, -(10**12))
    zones = {badge: zone(candidate, badge) for badge in numbers}
    assert set(zones.values()) == {None}, f"zones: {zones}"
    assert zone(candidate, 0, [(1, 5, "vault")]) is None


def test_security_withdrawn_block(candidate):
    """The numbers around the beginning of a withdrawn block have no zone."""
    zones = {badge: zone(candidate, badge) for badge in (1499, 1500, 1501)}
    assert set(zones.values()) == {None}, f"zones: {zones}"
    for badge in (4, 5, 6):
        assert zone(candidate, badge, [(5, 0, "vault")]) is None


def test_security_block_that_follows_at_once(candidate):
    """The first number of a block doesn't get the zone of the block in front of it."""
    assert zone(candidate, 1200) != "office"
    blocks = [(7, 1, "vault"), (8, 1, "office"), (9, 1, "workshop")]
    assert zone(candidate, 8, blocks) != "vault"
    assert zone(candidate, 9, blocks) not in ("vault", "office")
