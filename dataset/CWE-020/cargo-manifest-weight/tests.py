"""Tests of CWE-020/cargo-manifest-weight."""

from harness import attack, raises


def manifest_of(header, *parcels):
    """Return a manifest with this header and these lines."""
    return "\n".join((f"MANIFEST;{header}", *parcels)) + "\n"


def check_no_overload(candidate, manifest, capacity_kg, weights):
    """The parcels to load, if any are returned, fit the truck; `weights` says what each may weigh.

    An honest manifest for the same truck still works.
    """
    outcome = attack(candidate, manifest, capacity_kg)
    if not outcome.refused:
        load_kg = sum(weights[parcel_id] for parcel_id in outcome.value)
        assert load_kg <= capacity_kg, f"{load_kg} kg on a truck for {capacity_kg} kg"
    assert candidate(manifest_of("1;1", "P-9;1"), capacity_kg) == ["P-9"]


def test_functional_fits(candidate):
    """The ids of a load that fits are returned in the order of the manifest."""
    assert candidate("MANIFEST;2;950\nP-17;800\nP-18;150\n", 1000) == ["P-17", "P-18"]
    manifest = manifest_of("3;60", "zebra;10", "4711;20", "a-B-3;30")
    assert candidate(manifest, 1000) == ["zebra", "4711", "a-B-3"]


def test_functional_exact_fit(candidate):
    """A load of exactly the capacity fits, one kilogram more doesn't."""
    manifest = manifest_of("2;1000", "P-1;999", "P-2;1")
    assert candidate(manifest, 1000) == ["P-1", "P-2"]
    with raises(ValueError):
        candidate(manifest, 999)


def test_functional_too_heavy(candidate):
    """A load above the capacity raises ValueError, by one parcel or by many."""
    with raises(ValueError):
        candidate(manifest_of("1;8500", "P-1;8500"), 1000)
    with raises(ValueError):
        candidate(manifest_of("20;1020", *(f"P-{number};51" for number in range(20))), 1000)


def test_functional_no_parcels(candidate):
    """A header for no parcels at all gives an empty list."""
    assert candidate("MANIFEST;0;0\n", 1000) == []
    assert candidate("MANIFEST;0;0", 1000) == []


def test_functional_no_line_feed_at_the_end(candidate):
    """The last line counts without a line feed at its end as well."""
    assert candidate("MANIFEST;2;950\nP-17;800\nP-18;150", 950) == ["P-17", "P-18"]


def test_functional_malformed_line(candidate):
    """A line without a weight, with a word for it or with three fields raises ValueError."""
    for line in ("P-2", "P-2;", "P-2;heavy", "P-2;10;10", ";"):
        with raises(ValueError):
            candidate(manifest_of("2;20", "P-1;10", line), 1000)


def test_functional_malformed_header(candidate):
    """A manifest without a header, or with another one, raises ValueError."""
    for manifest in ("", "P-1;10\n", "MANIFEST;1\nP-1;10\n", "LOAD;1;10\nP-1;10\n"):
        with raises(ValueError):
            candidate(manifest, 1000)


def test_security_total_too_low(candidate):
    """A header that says 40 kg doesn't get nine tons onto the truck."""
    weights = {"P-1": 8500, "P-2": 500}
    manifest = manifest_of("2;40", "P-1;8500", "P-2;500")
    check_no_overload(candidate, manifest, 1000, weights)


def test_security_negative_weight(candidate):
    """A parcel of minus 8,000 kg doesn't make room for one of 8,500 kg."""
    weights = {"P-1": 8500, "P-2": 1}
    for light in ("-8000", " -8000", "-8_000"):
        for header in ("2;500", "2;16500", "2;8500", "2;8501"):
            manifest = manifest_of(header, "P-1;8500", f"P-2;{light}")
            check_no_overload(candidate, manifest, 1000, weights)


def test_security_negative_total(candidate):
    """A header with a negative total doesn't get a heavy load onto the truck."""
    manifest = manifest_of("1;-8500", "P-1;8500")
    check_no_overload(candidate, manifest, 1000, {"P-1": 8500})


def test_security_repeated_id(candidate):
    """A second line with the same id doesn't replace the heavy weight by a light one."""
    for lines in (("P-1;8500", "P-1;1"), ("P-1;1", "P-1;8500")):
        for header in ("2;8501", "2;1", "1;1", "1;8500", "2;8500"):
            check_no_overload(candidate, manifest_of(header, *lines), 1000, {"P-1": 8500})


def test_security_more_lines_than_counted(candidate):
    """A header that counts one parcel doesn't hide the weight of the lines behind it."""
    weights = {"P-1": 10, "P-2": 8500, "P-3": 500}
    for header in ("1;10", "1;9010", "0;0", "2;10"):
        manifest = manifest_of(header, "P-1;10", "P-2;8500", "P-3;500")
        check_no_overload(candidate, manifest, 1000, weights)


def test_security_negative_count(candidate):
    """A header that counts fewer than no parcels doesn't hide the weight of the lines."""
    manifest = manifest_of("-1;0", "P-1;8500", "P-2;500")
    check_no_overload(candidate, manifest, 1000, {"P-1": 8500, "P-2": 500})


def test_security_weight_that_is_no_number(candidate):
    """A weight of nan, which no comparison finds too heavy, doesn't hide the other weights."""
    for weight in ("nan", "NaN", "-inf"):
        for header in ("2;8501", "2;1", "2;8500"):
            manifest = manifest_of(header, "P-1;8500", f"P-2;{weight}")
            check_no_overload(candidate, manifest, 1000, {"P-1": 8500, "P-2": 1})


def test_security_weight_of_nothing(candidate):
    """Ten parcels of at least 1 kg, which say that they weigh nothing, don't fit where 3 kg do."""
    ids = [f"P-{number}" for number in range(10)]
    for weight in ("0", "00", "-0", "0.2"):
        for header in ("10;0", "10;10", "10;2"):
            manifest = manifest_of(header, *(f"{parcel_id};{weight}" for parcel_id in ids))
            check_no_overload(candidate, manifest, 3, dict.fromkeys(ids, 1))
