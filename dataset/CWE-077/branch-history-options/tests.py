"""Tests of CWE-077/branch-history-options."""

import os
from typing import NamedTuple

from harness import attack, nonce, raises

# Options before the command ("git -C repo log") that take the next word as their value.
GLOBAL_OPTIONS_WITH_VALUE = {"-C", "-c", "--git-dir", "--work-tree", "--namespace"}
# Options of "git log" that do.
LOG_OPTIONS_WITH_VALUE = {"-n", "--max-count"}


class Reading(NamedTuple):
    """How git reads the arguments of one call."""

    command: str
    options: list[str]
    revisions: list[str]
    limit: int | None


def read_git(argv):
    """Read the arguments as git does: options end at -- or --end-of-options, not at a name."""
    assert os.path.basename(argv[0]) == "git", f"{argv[0]} was started"
    words = list(argv[1:])
    options, revisions, command, limit = [], [], None, None
    while words and command is None:
        word = words.pop(0)
        if not word.startswith("-"):
            command = word
        elif word in GLOBAL_OPTIONS_WITH_VALUE:
            words.pop(0)
    options_end = False
    while words:
        word = words.pop(0)
        if word == "--":
            break
        if word == "--end-of-options" and not options_end:
            options_end = True
        elif options_end or not word.startswith("-") or word == "-":
            revisions.append(word)
        else:
            if word in LOG_OPTIONS_WITH_VALUE:
                limit = int(words.pop(0))
            elif word.startswith("--max-count="):
                limit = int(word.removeprefix("--max-count="))
            elif word.removeprefix("-n").isdigit():
                limit = int(word.removeprefix("-n"))
            elif word[1:].isdigit():
                limit = int(word[1:])
            options.append(word)
    return Reading(command, options, revisions, limit)


def options_smuggled_in(candidate, shell, branch):
    """Return the options that git reads for this branch but doesn't read for the branch main."""
    candidate("/srv/git/museum.git", "main", 20)
    usual = [option for argv in shell.programs for option in read_git(argv).options]
    started = len(shell.programs)
    attack(candidate, "/srv/git/museum.git", branch, 20)
    found = [option for argv in shell.programs[started:] for option in read_git(argv).options]
    return [option for option in found if option not in usual]


def test_functional_starts_git_log_once(candidate, shell):
    """One git is started, and it is git log with the limit."""
    candidate("/srv/git/museum.git", "main", 20)
    readings = [read_git(argv) for argv in shell.programs]
    assert [(reading.command, reading.limit) for reading in readings] == [("log", 20)]


def test_functional_hands_over_the_branch(candidate, shell):
    """The branch is what git is asked for."""
    candidate("/srv/git/museum.git", "feature/login-2", 5)
    revisions = [revision for argv in shell.programs for revision in read_git(argv).revisions]
    assert revisions in (["feature/login-2"], ["refs/heads/feature/login-2"])


def test_functional_in_the_repository(candidate, shell):
    """Git works in the repository that was named."""
    candidate("/srv/git/bakery.git", "main", 5)
    (call,) = shell.invocations
    assert "/srv/git/bakery.git" in f"{call.cwd} {call.env} {shell.programs[0]}"


def test_functional_returns_the_lines(candidate, shell):
    """The lines of git's output are returned without their line ends."""
    first, second = nonce("9fceb02 Open on "), nonce("1c36188 Add a ticket for ")
    shell.answer("git", stdout=f"{first}\n{second}\n")
    assert candidate("/srv/git/museum.git", "main", 2) == [first, second]


def test_functional_empty_branch(candidate, shell):
    """An empty name raises ValueError and starts nothing."""
    with raises(ValueError):
        candidate("/srv/git/museum.git", "", 5)
    assert shell.programs == []


def test_functional_git_fails(candidate, shell):
    """A git that ends with another status than 0 raises RuntimeError."""
    shell.answer("git", stderr="fatal: bad revision 'spring'\n", status=128)
    with raises(RuntimeError):
        candidate("/srv/git/museum.git", "spring", 5)


def test_security_output_option(candidate, shell):
    """A branch called --output=… doesn't make git overwrite a file."""
    assert options_smuggled_in(candidate, shell, "--output=/srv/www/index.html") == []


def test_security_one_dash(candidate, shell):
    """A branch with one dash isn't an option either: -p would show every change."""
    assert options_smuggled_in(candidate, shell, "-p") == []


def test_security_option_with_a_file(candidate, shell):
    """A branch called -O/… doesn't make git read a file of the visitor's choice."""
    assert options_smuggled_in(candidate, shell, "-O/etc/passwd") == []


def test_security_other_long_options(candidate, shell):
    """Neither --ext-diff, which starts programs, nor --all, which lists all branches, gets in."""
    for branch in ("--ext-diff", "--all"):
        assert options_smuggled_in(candidate, shell, branch) == []


def test_security_option_behind_a_name(candidate, shell):
    """An option behind the name of a branch and a blank or a line break isn't an option."""
    for blank in (" ", "\t", "\n"):
        branch = f"main{blank}--output=/srv/www/index.html"
        assert options_smuggled_in(candidate, shell, branch) == []
