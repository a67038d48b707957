"""Tests of CWE-022/score-library-glob."""

from pathlib import Path

from harness import attack, nonce, raises

SCORES = (
    "index.txt",
    "kyrie-round.pdf",
    "bach/bwv-243.pdf",
    "bach/bwv-245.pdf",
    "bach/bwv-1.pdf",
    "bach/parts.txt",
    "bach/mass/kyrie.pdf",
    "bach/mass/gloria.pdf",
    "haydn/mass/old/my-kyrie-2.txt",
)


def make_library(folder, names=SCORES):
    """Make a library with some scores and return its path."""
    library = folder / "choir" / "scores"
    for name in names:
        path = library / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return library


def plant(folder):
    """Make files outside the library; return the part of their names that nobody may see."""
    secret = nonce("audition-")
    for place in ("choir", "choir/private", "choir/scores-old/bach"):
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / f"{secret}.key").write_text("soprano")
    return secret


def assert_not_shown(candidate, library, secret, *patterns):
    """Search for each pattern; neither the result nor the exception may hold the secret name."""
    assert list(candidate(library, "bach/bwv-1.*")) == ["bach/bwv-1.pdf"]
    for pattern in patterns:
        outcome = attack(candidate, library, pattern)
        assert secret not in f"{outcome.error} {outcome.value}", f"shown for {pattern}"


def test_functional_one_folder(candidate, tmp_path):
    """A star stays within one folder: neither subfolders nor other endings are listed."""
    library = make_library(tmp_path)
    expected = ["bach/bwv-1.pdf", "bach/bwv-243.pdf", "bach/bwv-245.pdf"]
    assert candidate(library, "bach/*.pdf") == expected
    assert candidate(library, "*.pdf") == ["kyrie-round.pdf"]


def test_functional_every_level(candidate, tmp_path):
    """Two stars stand for any number of folders, none included."""
    library = make_library(tmp_path)
    expected = ["bach/mass/kyrie.pdf", "haydn/mass/old/my-kyrie-2.txt", "kyrie-round.pdf"]
    assert candidate(library, "**/*kyrie*") == expected
    assert candidate(library, "bach/**/*.txt") == ["bach/parts.txt"]
    assert candidate(library, "haydn/**/*.txt") == ["haydn/mass/old/my-kyrie-2.txt"]


def test_functional_star_in_the_folder(candidate, tmp_path):
    """A star may stand for the name of a folder as well."""
    library = make_library(tmp_path)
    assert candidate(library, "*/mass/*.pdf") == ["bach/mass/gloria.pdf", "bach/mass/kyrie.pdf"]
    assert candidate(library, "h*n/mass/*/*") == ["haydn/mass/old/my-kyrie-2.txt"]


def test_functional_single_characters(candidate, tmp_path):
    """A question mark is any one character, brackets are one of several."""
    library = make_library(tmp_path)
    assert candidate(library, "bach/bwv-24?.pdf") == ["bach/bwv-243.pdf", "bach/bwv-245.pdf"]
    assert candidate(library, "bach/bwv-24[0-4].pdf") == ["bach/bwv-243.pdf"]
    assert candidate(library, "bach/bwv-24[!3].pdf") == ["bach/bwv-245.pdf"]


def test_functional_plain_name(candidate, tmp_path):
    """A pattern without wildcards finds the file of that name; dots in names are just dots."""
    library = make_library(tmp_path, (*SCORES, "bach/vol..2.pdf", "bach/bwv-1xpdf"))
    assert candidate(library, "bach/mass/kyrie.pdf") == ["bach/mass/kyrie.pdf"]
    assert candidate(library, "bach/bwv-1.pdf") == ["bach/bwv-1.pdf"]
    assert candidate(library, "bach/vol..*") == ["bach/vol..2.pdf"]


def test_functional_no_match(candidate, tmp_path):
    """A pattern that no file matches gives an empty list."""
    library = make_library(tmp_path)
    for pattern in ("mozart/*.pdf", "bach/*.mid", "bach/mass/kyrie.pdf/*", "**/requiem*"):
        assert candidate(library, pattern) == []


def test_functional_folders_are_not_listed(candidate, tmp_path):
    """Folders that match aren't listed, not even one that is called like a file."""
    library = make_library(tmp_path, (*SCORES, "bach/bundle.pdf/notes.txt"))
    assert candidate(library, "*") == ["index.txt", "kyrie-round.pdf"]
    assert candidate(library, "bach/b[!w]*") == []
    assert candidate(library, "bach") == []


def test_functional_empty_pattern(candidate, tmp_path):
    """An empty pattern raises ValueError."""
    library = make_library(tmp_path)
    with raises(ValueError):
        candidate(library, "")


def test_functional_relative_library(candidate, tmp_path):
    """The path of the library may be relative to the current folder."""
    make_library(tmp_path)
    found = candidate(Path("choir/scores"), "bach/mass/*")
    assert found == ["bach/mass/gloria.pdf", "bach/mass/kyrie.pdf"]


def test_security_folder_above(candidate, tmp_path):
    """A pattern that begins with a step up lists nothing outside the library."""
    library, secret = make_library(tmp_path), plant(tmp_path)
    patterns = ("../*", "../private/*.key", "../**/*.key", "../../*/*", "./../*", "../*/bach/*")
    assert_not_shown(candidate, library, secret, *patterns)


def test_security_up_after_a_folder(candidate, tmp_path):
    """A step up that follows a real folder doesn't leave the library either."""
    library, secret = make_library(tmp_path), plant(tmp_path)
    patterns = ("bach/../../private/*", "bach/mass/../../../*.key", "bach/./../../private/*")
    assert_not_shown(candidate, library, secret, *patterns)


def test_security_up_after_a_wildcard(candidate, tmp_path):
    """Nor does a step up behind stars, a question mark or brackets."""
    library, secret = make_library(tmp_path), plant(tmp_path)
    patterns = ("**/../../private/*", "*/../../private/*", "b?ch/../../*", "[b]ach/../../*.key")
    assert_not_shown(candidate, library, secret, *patterns)


def test_security_absolute_pattern(candidate, tmp_path):
    """A pattern that is a whole path lists nothing outside the library."""
    library, secret = make_library(tmp_path), plant(tmp_path)
    patterns = (
        f"{tmp_path}/choir/private/*",
        f"/{tmp_path}/choir/*.key",
        f"{library}/../private/*",
        f"{library}-old/**/*.key",
    )
    assert_not_shown(candidate, library, secret, *patterns)


def test_security_nested_dots(candidate, tmp_path):
    """Removing the steps from the middle of a pattern doesn't leave other steps."""
    library, secret = make_library(tmp_path), plant(tmp_path)
    patterns = ("....//private/*", "..././private/*", "bach/....//....//private/*")
    assert_not_shown(candidate, library, secret, *patterns)


def test_security_guessing_names_outside(candidate, tmp_path):
    """Whether a guess at a name outside is right shows neither in scores nor in an error."""
    library, secret = make_library(tmp_path), nonce("audition-")
    (tmp_path / "choir" / secret).mkdir()
    assert candidate(library, "bach/bwv-1.*") == ["bach/bwv-1.pdf"]
    for pattern in (
        "../{}*/../scores/bach/*.pdf",
        "bach/../../{}*/../scores/bach/*.pdf",
        "*/../../{}*/../scores/bach/*.pdf",
        "../{}*",
        f"{tmp_path}/choir/{{}}*/../scores/bach/*.pdf",
    ):
        right = attack(candidate, library, pattern.format(secret[:12]))
        wrong = attack(candidate, library, pattern.format("rehearsal-99"))
        assert (right.refused, right.value) == (wrong.refused, wrong.value)
