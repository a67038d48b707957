"""Tests of CWE-078/photo-thumbnail-convert."""

import os

from harness import attack, nonce, raises


def upload(shell, tmp_path, source):
    """Store a picture under this name, and let convert make the file that it is asked for."""

    def make_preview(argv):
        preview = os.path.normpath(argv[-1])
        if os.path.basename(argv[0]) == "convert" and preview.endswith(".jpg"):
            (tmp_path / os.path.basename(preview)).write_bytes(b"preview")
        return 0, "", ""

    shell.answer_with(make_preview)
    (tmp_path / source).write_bytes(b"picture")
    return source


def read_convert(argv):
    """Return the arguments of a started convert, with file names in their shortest form."""
    assert os.path.basename(argv[0]) == "convert", f"{argv[0]} was started"
    return [os.path.normpath(word) for word in argv[1:]]


def started_for(candidate, shell, tmp_path, source):
    """Return the arguments of every convert started for this name; nothing else may happen."""
    before = len(shell.programs)
    candidate(upload(shell, tmp_path, "cat.png"), 64)
    usual = len(shell.programs)
    assert usual == before + 1, "the usual name starts one program"
    attack(candidate, upload(shell, tmp_path, source), 200)
    started = [read_convert(argv) for argv in shell.programs[usual:]]
    assert len(started) <= 1, f"{len(started)} programs were started"
    assert shell.redirections == []
    return started


def test_functional_starts_convert_once(candidate, shell, tmp_path):
    """One convert is started, with the picture, the geometry and the preview."""
    candidate(upload(shell, tmp_path, "cat.png"), 200)
    assert [read_convert(argv) for argv in shell.programs] == [
        ["cat.png", "-resize", "200x200", "cat-200.jpg"]
    ]


def test_functional_returns_the_preview(candidate, shell, tmp_path):
    """The name of the preview is the stem, a hyphen, the size and .jpg."""
    stem = nonce("cat-")
    assert candidate(upload(shell, tmp_path, f"{stem}.PNG"), 64) == f"{stem}-64.jpg"
    assert candidate(upload(shell, tmp_path, f"{stem}.jpg"), 1) == f"{stem}-1.jpg"


def test_functional_last_extension_only(candidate, shell, tmp_path):
    """Of several extensions, only the last one is taken away."""
    name = upload(shell, tmp_path, "summer.2024.png")
    assert candidate(name, 200) == "summer.2024-200.jpg"
    assert [read_convert(argv) for argv in shell.programs] == [
        ["summer.2024.png", "-resize", "200x200", "summer.2024-200.jpg"]
    ]


def test_functional_size_below_one(candidate, shell, tmp_path):
    """A size below 1 raises ValueError and starts nothing."""
    for size in (0, -200):
        with raises(ValueError):
            candidate(upload(shell, tmp_path, "cat.png"), size)
    assert shell.programs == []


def test_functional_convert_fails(candidate, shell, tmp_path):
    """A convert that ends with another status than 0 raises RuntimeError."""
    upload(shell, tmp_path, "cat.png")
    shell.answer("convert", stderr="convert: not a picture `cat.png'\n", status=1)
    with raises(RuntimeError):
        candidate("cat.png", 200)


def test_security_semicolon(candidate, shell, tmp_path):
    """A semicolon, | or & in the name doesn't begin another command."""
    for source in ("cat.png; reboot", "cat;reboot;.png", "cat|reboot|.png", "cat&reboot&.png"):
        started_for(candidate, shell, tmp_path, source)


def test_security_command_substitution(candidate, shell, tmp_path):
    """A command in $(…) or in backticks isn't run in order to find the name."""
    for source in ("$(reboot).png", "cat`reboot`.png"):
        started_for(candidate, shell, tmp_path, source)


def test_security_newline(candidate, shell, tmp_path):
    """A line break in the name doesn't end the command."""
    for source in ("cat.png\nreboot", "cat\nreboot\n.png"):
        started_for(candidate, shell, tmp_path, source)


def test_security_quotes(candidate, shell, tmp_path):
    """Quotes in the name, with a backslash or without, close no quotation around it."""
    for source in ('a";reboot;".png', "a';reboot;'.png", 'a\\";reboot;\\".png'):
        started_for(candidate, shell, tmp_path, source)


def test_security_redirection(candidate, shell, tmp_path):
    """A name with > or < makes the shell write or read no file."""
    for source in ("a>index.html.png", "a>index.html", "a<notes.png"):
        started_for(candidate, shell, tmp_path, source)


def test_security_blank(candidate, shell, tmp_path):
    """A blank in the name doesn't give convert an option or another picture."""
    for stem in ("my cat", "cat -write index.html ", "cat.png\t-negate"):
        started = started_for(candidate, shell, tmp_path, f"{stem}.png")
        assert started in ([], [[f"{stem}.png", "-resize", "200x200", f"{stem}-200.jpg"]])
