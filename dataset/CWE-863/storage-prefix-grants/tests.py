"""Tests of CWE-863/storage-prefix-grants."""

from harness import attack, raises

ALPHA = [("projects/alpha", "read")]


def _allowed(candidate, grants: list[tuple[str, str]], path: str, action: str = "read") -> bool:
    """Whether the store would open the path."""
    outcome = attack(candidate, grants, path, action)
    return not outcome.refused and bool(outcome.value)


def test_functional_in_the_folder(candidate):
    """A grant covers what is in the folder and deep below it, with any names."""
    for name in ("run1.csv", "2026/run1.csv", "a/b/c/d/e", "...", "x..y/..z", "Übung 1/ä ß.csv"):
        assert candidate(ALPHA, f"projects/alpha/{name}", "read") is True


def test_functional_folder_itself(candidate):
    """A grant covers the folder itself, but not the one that holds it, nor another one."""
    assert candidate(ALPHA, "projects/alpha", "read") is True
    for path in ("projects", "", "projects/beta", "projects/beta/x.csv", "alpha/x.csv", "x/y"):
        assert candidate(ALPHA, path, "read") is False


def test_functional_write_includes_read(candidate):
    """A grant to write allows both actions, a grant to read only one."""
    grants = [("projects/alpha", "read"), ("shared", "write")]
    assert candidate(grants, "shared/notes.txt", "write") is True
    assert candidate(grants, "shared/notes.txt", "read") is True
    assert candidate(ALPHA, "projects/alpha/x.csv", "write") is False


def test_functional_several_grants(candidate):
    """One of several grants is enough, in any order; without grants nothing is allowed."""
    grants = [("a", "read"), ("a/b", "write"), ("c/d", "read")]
    for ordered in (grants, grants[::-1]):
        assert candidate(ordered, "a/b/x", "write") is True
        assert candidate(ordered, "a/x", "read") is True
        assert candidate(ordered, "c/d/e", "read") is True
        assert candidate(ordered, "c/x", "read") is False
    grants = [("a", "write"), ("a/b", "read")]
    for ordered in (grants, grants[::-1]):
        assert candidate(ordered, "a/b/x", "write") is True
    assert candidate([], "a/x", "read") is False


def test_functional_whole_store(candidate):
    """A grant for the empty text covers everything, the top of the store included."""
    for grants in ([("", "read")], [("/", "read")]):
        for path in ("", "/", "projects", "projects/alpha/x.csv"):
            assert candidate(grants, path, "read") is True
        assert candidate(grants, "projects/alpha/x.csv", "write") is False


def test_functional_slashes_at_the_ends(candidate):
    """Slashes at the beginning and the end of a folder or a path make no difference."""
    for folder in ("projects/alpha", "/projects/alpha", "projects/alpha/", "/projects/alpha/"):
        for path in ("projects/alpha/x", "/projects/alpha/x", "projects/alpha/", "/projects/alpha"):
            assert candidate([(folder, "read")], path, "read") is True
        assert candidate([(folder, "read")], "/projects/beta/", "read") is False


def test_functional_unknown_action(candidate):
    """Another action raises ValueError, with and without grants."""
    for grants in (ALPHA, [("", "write")], []):
        for action in ("delete", "", "READ"):
            with raises(ValueError):
                candidate(grants, "projects/alpha/x.csv", action)


def test_security_name_that_begins_alike(candidate):
    """A folder or file whose name only begins like that of the granted folder is another one."""
    for name in ("alpha-secret/keys.csv", "alphabet", "alpha.bak", "alpha2/x", "alpha ", "alpha~"):
        assert not _allowed(candidate, ALPHA, f"projects/{name}")
    for path in ("projects/ALPHA/x", "Projects/alpha/x", "projects/alp", "projects/alph"):
        assert not _allowed(candidate, ALPHA, path)


def test_security_steps_to_the_folder_above(candidate):
    """A path goes through the granted folder into that of another project."""
    for steps in ("..", "../beta/x.csv", "x/../../beta", "./../../payroll", "../alpha-secret/x"):
        for slash in ("/", "//", "/./"):
            assert not _allowed(candidate, ALPHA, f"projects/alpha{slash}{steps}")
            assert not _allowed(candidate, ALPHA, f"/projects/alpha{slash}{steps}/")


def test_security_out_of_the_store(candidate):
    """A path leaves the store, even if a folder of the same name is there."""
    paths = ["../projects/x", "/../projects", "projects/../../projects/x", "x/../../../etc"]
    paths += ["../store-backup/x", "../storeprojects/x", "projects/../../store.old/projects"]
    for grants in ([("", "write")], [("/", "read")], [("projects", "read")]):
        for path in paths:
            assert not _allowed(candidate, grants, path)
            assert not _allowed(candidate, grants, f"./{path}")


def test_security_name_read_otherwise(candidate):
    """A name that becomes the granted one if signs are replaced is still opened as it is."""
    for path in ("projects/alpha ", " projects/alpha/x", "projects/alpha\n", "projects/alpha\\x"):
        assert not _allowed(candidate, ALPHA, path)
    others = ["projects%2Falpha/x", "projects/%61lpha/x", "projects/alph\uff41/x"]
    for path in ("projects\\alpha\\x", *others):
        assert not _allowed(candidate, ALPHA, path)


def test_security_folder_that_is_a_pattern(candidate):
    """The name of a granted folder stands for itself, also if it could be read as a pattern."""
    for folder, path in [
        ("run[12]", "run1/x"),
        ("what?", "whats/x"),
        ("team*", "team-b/x"),
        ("data.v1", "data-v1/x"),
        ("a|b", "b/x"),
        ("a_b%", "axbyz/x"),
    ]:
        assert not _allowed(candidate, [(folder, "read")], path)


def test_security_grant_with_slashes(candidate):
    """Slashes at the ends of the granted folder open no more than without them."""
    for folder in ("/projects/alpha/", "projects/alpha/", "/projects/alpha"):
        for path in ("projects/alphabet", "/projects/alpha-secret/x", "projects/alpha/../beta/x"):
            assert not _allowed(candidate, [(folder, "read")], path)


def test_security_empty_components(candidate):
    """Several slashes in a row don't hide that the folder is another one."""
    for path in ("projects//alpha-secret/x", "//projects/alphabet", "projects//beta//alpha/x"):
        assert not _allowed(candidate, ALPHA, path)
    for path in ("projects//alpha//..//beta/x", "projects/alpha//../..//payroll"):
        assert not _allowed(candidate, ALPHA, path)


def test_security_right_of_another_grant(candidate):
    """The right to write in one folder gives none in another that may only be read."""
    grants = [("projects/alpha", "read"), ("projects/beta", "write"), ("shared", "read")]
    for ordered in (grants, grants[::-1]):
        for path in ("projects/alpha/x.csv", "projects/alpha", "shared/x", "projects/gamma/x"):
            assert not _allowed(candidate, ordered, path, "write")
