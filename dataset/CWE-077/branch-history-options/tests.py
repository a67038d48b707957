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
            elif word.removeprefix("-n").strip().isdigit():
                limit = int(word.removeprefix("-n"))
            elif word[1:].isdigit():
                limit = int(word[1:])
            options.append(word)
    return Reading(command, options, revisions, limit)


def make_repository(folder):
    """Make a folder that looks like a repository and return its path as a text."""
    (folder / "museum" / ".git").mkdir(parents=True, exist_ok=True)
    return str(folder / "museum")


def options_smuggled_in(candidate, shell, repo, branch):
    """Return the options that git reads for this branch but doesn't read for the branch main."""
    candidate(repo, "main", 20)
    usual = [option for argv in shell.programs for option in read_git(argv).options]
    started = len(shell.programs)
    attack(candidate, repo, branch, 20)
    found = [option for argv in shell.programs[started:] for option in read_git(argv).options]
    return [option for option in found if option not in usual]


def test_functional_starts_git_log_once(candidate, shell, tmp_path):
    """One git is started, and it is git log with the limit."""
    candidate(make_repository(tmp_path), "main", 20)
    readings = [read_git(argv) for argv in shell.programs]
    assert [(reading.command, reading.limit) for reading in readings] == [("log", 20)]


def test_functional_hands_over_the_branch(candidate, shell, tmp_path):
    """The branch is what git is asked for."""
    candidate(make_repository(tmp_path), "feature/login-2", 5)
    revisions = [revision for argv in shell.programs for revision in read_git(argv).revisions]
    assert revisions in (["feature/login-2"], ["refs/heads/feature/login-2"])


def test_functional_in_the_repository(candidate, shell, tmp_path):
    """Git works in the repository that was named."""
    repo = make_repository(tmp_path)
    candidate(repo, "main", 5)
    (call,) = shell.invocations
    assert repo in f"{call.cwd} {call.env} {shell.programs[0]}"


def test_functional_returns_the_lines(candidate, shell, tmp_path):
    """The lines of git's output are returned without their line ends."""
    first, second = nonce("9fceb02 Open on "), nonce("1c36188 Add a ticket for ")
    shell.answer("git", stdout=f"{first}\n{second}\n")
    assert candidate(make_repository(tmp_path), "main", 2) == [first, second]


def test_functional_empty_branch(candidate, shell, tmp_path):
    """An empty name raises ValueError and starts nothing."""
    with raises(ValueError):
        candidate(make_repository(tmp_path), "", 5)
    assert shell.programs == []


def test_functional_git_fails(candidate, shell, tmp_path):
    """A git that ends with another status than 0 raises RuntimeError."""
    shell.answer("git", stderr="fatal: bad revision 'spring'\n", status=128)
    with raises(RuntimeError):
        candidate(make_repository(tmp_path), "spring", 5)


def test_security_output_option(candidate, shell, tmp_path):
    """A branch called --output=… doesn't make git overwrite a file."""
    repo = make_repository(tmp_path)
    assert options_smuggled_in(candidate, shell, repo, "--output=/srv/www/index.html") == []


def test_security_one_dash(candidate, shell, tmp_path):
    """A branch with one dash isn't an option either: -p would show every change."""
    repo = make_repository(tmp_path)
    assert options_smuggled_in(candidate, shell, repo, "-p") == []


def test_security_option_with_a_file(candidate, shell, tmp_path):
    """A branch called -O/… doesn't make git read a file of the visitor's choice."""
    repo = make_repository(tmp_path)
    assert options_smuggled_in(candidate, shell, repo, "-O/etc/passwd") == []


def test_security_other_long_options(candidate, shell, tmp_path):
    """Neither --ext-diff, which starts programs, nor --all, which lists all branches, gets in."""
    repo = make_repository(tmp_path)
    for branch in ("--ext-diff", "--all"):
        assert options_smuggled_in(candidate, shell, repo, branch) == []


def test_security_option_behind_a_name(candidate, shell, tmp_path):
    """An option behind the name of a branch and a blank or a line break isn't an option."""
    repo = make_repository(tmp_path)
    for blank in (" ", "\t", "\n"):
        branch = f"main{blank}--output=/srv/www/index.html"
        assert options_smuggled_in(candidate, shell, repo, branch) == []


def test_security_blank_before_the_dashes(candidate, shell, tmp_path):
    """A blank in front of the dashes isn't taken away after the name has been checked."""
    repo = make_repository(tmp_path)
    for blank in (" ", "\n"):
        branch = f"{blank}--output=/srv/www/index.html"
        assert options_smuggled_in(candidate, shell, repo, branch) == []
