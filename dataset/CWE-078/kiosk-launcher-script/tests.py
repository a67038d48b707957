"""Tests of CWE-078/kiosk-launcher-script."""

import os

from harness import attack, nonce

# Commands of the shell itself, which start no program.
BUILTINS = {":", "exit", "export", "set", "trap", "umask"}


def started_at_boot(shell, path):
    """Return the arguments of each kiosk-player that the script starts; nothing else may start."""
    # Not read as text: that would make a line break of a lone carriage return.
    script = path.read_bytes().decode() if path.exists() else ""
    programs = [argv for argv in shell.split(script) if argv[0] not in BUILTINS]
    for argv in programs:
        assert os.path.basename(argv[0]) == "kiosk-player", f"the script starts {argv[0]}"
    return [argv[1:] for argv in programs]


def check_texts(candidate, shell, folder, title, args):
    """Have a usual script written, then a hostile one, whose args arrive or are refused."""
    usual, hostile = folder / "usual.sh", folder / f"{nonce()}.sh"
    candidate(usual, "The sea", ["--loop"])
    assert started_at_boot(shell, usual) == [["--loop"]]
    outcome = attack(candidate, hostile, title, args)
    started = started_at_boot(shell, hostile)
    if not outcome.refused:
        assert len(started) == 1, "the script doesn't start kiosk-player once"
    assert started in ([], [args])


def test_functional_starts_the_player(candidate, shell, tmp_path):
    """The script begins with #!/bin/sh and starts kiosk-player with the arguments."""
    path, film = tmp_path / "hall1.sh", nonce("film-")
    candidate(path, "The sea", ["--loop", film])
    assert path.read_text(encoding="utf-8").splitlines()[0] == "#!/bin/sh"
    assert started_at_boot(shell, path) == [["--loop", film]]


def test_functional_title(candidate, shell, tmp_path):
    """The second line is a comment with the title."""
    path, title = tmp_path / "hall1.sh", nonce("Führung (Süd) ")
    candidate(path, title, [])
    line = path.read_text(encoding="utf-8").splitlines()[1]
    assert line.startswith("#") and title in line


def test_functional_no_arguments(candidate, shell, tmp_path):
    """Without arguments the script starts just the program."""
    path = tmp_path / "hall1.sh"
    candidate(path, "The sea", [])
    assert started_at_boot(shell, path) == [[]]


def test_functional_blanks_and_quotes(candidate, shell, tmp_path):
    """Blanks, apostrophes and double quotes arrive unchanged."""
    path = tmp_path / "hall1.sh"
    args = ["Anna's film.mp4", 'say "hello"', 'it\'s "new"', "  two  blanks "]
    candidate(path, "The sea", args)
    assert started_at_boot(shell, path) == [args]


def test_functional_other_signs(candidate, shell, tmp_path):
    """Empty arguments, umlauts, backslashes and signs of the shell arrive unchanged."""
    path = tmp_path / "hall1.sh"
    args = ["", "Führung.mp4", "D:\\tour", "a;b", "x & y", "#1", "100%", "--gain=-3"]
    candidate(path, "The sea", args)
    assert started_at_boot(shell, path) == [args]


def test_functional_replaces_an_older_script(candidate, shell, tmp_path):
    """A script that is already there is replaced."""
    path = tmp_path / "hall1.sh"
    candidate(path, "A long title of an exhibit", ["--loop", "first.mp4"])
    candidate(path, "The sea", ["b.mp4"])
    assert started_at_boot(shell, path) == [["b.mp4"]]
    assert "first" not in path.read_text(encoding="utf-8")


def test_security_command_substitution(candidate, shell, tmp_path):
    """A command in $(…) isn't run in order to find an argument."""
    for argument in ("$(reboot)", "it's $(reboot).mp4", '"$(reboot)"'):
        check_texts(candidate, shell, tmp_path, "The sea", ["--loop", argument])


def test_security_backticks(candidate, shell, tmp_path):
    """A command in backticks isn't run in order to find an argument."""
    for argument in ("`reboot`", "it's `reboot`.mp4", '"`reboot`"'):
        check_texts(candidate, shell, tmp_path, "The sea", ["--loop", argument])


def test_security_backslash_before_a_quote(candidate, shell, tmp_path):
    """A backslash in front of a quote doesn't undo the escaping of the quote."""
    for argument in ('\\"; reboot; \\"', "\\'; reboot; \\'", '\\\\"; reboot; \\\\"'):
        check_texts(candidate, shell, tmp_path, "The sea", [argument])
    check_texts(candidate, shell, tmp_path, "The sea", ["films\\", "; reboot ;", "x\\"])


def test_security_title_with_a_line_break(candidate, shell, tmp_path):
    """A line break in the title doesn't end the comment."""
    for title in ("The sea\nreboot", "The sea\nreboot #", "The sea\r\n reboot #", "\nreboot\n#"):
        check_texts(candidate, shell, tmp_path, title, ["--loop"])


def test_security_variable(candidate, shell, tmp_path):
    """The name of an environment variable isn't replaced by its value."""
    for argument in ("$KIOSK_KEY", "${KIOSK_KEY}", "it's $KIOSK_KEY"):
        check_texts(candidate, shell, tmp_path, "The sea", [argument])


def test_security_line_break_in_an_argument(candidate, shell, tmp_path):
    """A line break in an argument begins no command and isn't taken out by the shell."""
    for argument in ("a\nreboot\n", "a'\nreboot\n'", 'a\\"\nreboot\n\\"'):
        check_texts(candidate, shell, tmp_path, "The sea", [argument])
