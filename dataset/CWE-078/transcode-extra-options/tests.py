"""Tests of CWE-078/transcode-extra-options."""

import os

from harness import attack, nonce, raises

SOURCE = "/srv/in/lecture 7.mov"
TARGET = "/srv/out/lecture 7.mp4"


def read_ffmpeg(argv):
    """Return the words that ffmpeg got between source and target."""
    assert os.path.basename(argv[0]) == "ffmpeg", f"{argv[0]} was started"
    assert argv[1:3] == ["-i", SOURCE] and argv[-1] == TARGET and len(argv) > 3, argv
    return argv[3:-1]


def options_for(candidate, shell, extra):
    """Convert a video and return the words that ffmpeg got, once for each start."""
    candidate(SOURCE, TARGET, extra)
    return [read_ffmpeg(argv) for argv in shell.programs]


def check_extra(candidate, shell, extra):
    """Convert with usual options, then with hostile ones; return the words that came of these."""
    before = len(shell.programs)
    candidate(SOURCE, TARGET, "-crf 23")
    assert [read_ffmpeg(argv) for argv in shell.programs[before:]] == [["-crf", "23"]]
    attack(candidate, SOURCE, TARGET, extra)
    started = [read_ffmpeg(argv) for argv in shell.programs[before + 1 :]]
    assert len(started) <= 1, f"{len(started)} programs were started"
    assert shell.redirections == []
    return started


def test_functional_order_of_arguments(candidate, shell):
    """One ffmpeg gets -i, the source, the options and the target."""
    assert options_for(candidate, shell, "-crf 23 -preset slow") == [
        ["-crf", "23", "-preset", "slow"]
    ]


def test_functional_quoted_value(candidate, shell):
    """A value in quotes of either kind arrives as one argument, without the quotes."""
    title = nonce("Week ")
    assert options_for(candidate, shell, f'-an -metadata title="{title}"') == [
        ["-an", "-metadata", f"title={title}"]
    ]
    candidate(SOURCE, TARGET, f"-metadata 'title={title}' -an")
    assert read_ffmpeg(shell.programs[1]) == ["-metadata", f"title={title}", "-an"]


def test_functional_apostrophe_in_double_quotes(candidate, shell):
    """A quote of the other kind may stand between quotes."""
    assert options_for(candidate, shell, '-metadata title="Anna\'s talk"') == [
        ["-metadata", "title=Anna's talk"]
    ]


def test_functional_other_characters(candidate, shell):
    """Signs within a word stand for themselves."""
    extra = "-vf scale=-2:720,fps=25 -metadata comment=room#5/50%+x@y"
    assert options_for(candidate, shell, extra) == [
        ["-vf", "scale=-2:720,fps=25", "-metadata", "comment=room#5/50%+x@y"]
    ]


def test_functional_empty_extra(candidate, shell):
    """An empty or blank field adds no argument."""
    for extra in ("", "  "):
        candidate(SOURCE, TARGET, extra)
    assert [read_ffmpeg(argv) for argv in shell.programs] == [[], []]


def test_functional_returns_nothing(candidate, shell):
    """The function returns None."""
    assert candidate(SOURCE, TARGET, "-an") is None
    assert len(shell.programs) == 1


def test_functional_open_quote(candidate, shell):
    """A quote that isn't closed raises ValueError or RuntimeError and starts nothing."""
    for extra in ('-metadata title="Week 1', "-metadata 'title=Week 1"):
        with raises(ValueError, RuntimeError):
            candidate(SOURCE, TARGET, extra)
    assert shell.programs == []


def test_functional_ffmpeg_fails(candidate, shell):
    """An ffmpeg that ends with another status than 0 raises RuntimeError."""
    shell.answer("ffmpeg", stderr="Unknown encoder\n", status=8)
    with raises(RuntimeError):
        candidate(SOURCE, TARGET, "-crf 23")


def test_security_second_command(candidate, shell):
    """A semicolon, | or & in the field doesn't begin another command."""
    for extra in ("-crf 23; reboot", "-an | tee x", "-an & reboot", "-an || reboot ;"):
        check_extra(candidate, shell, extra)


def test_security_newline(candidate, shell):
    """A line break in the field doesn't begin another command."""
    for extra in ("-an\nreboot", "-an\n reboot\n"):
        check_extra(candidate, shell, extra)


def test_security_command_substitution(candidate, shell):
    """A command in $(…) or in backticks isn't run in order to find a value."""
    for extra in (
        "-metadata title=$(reboot)",
        "-metadata title=`reboot`",
        '-metadata title="on $(reboot)"',
    ):
        check_extra(candidate, shell, extra)


def test_security_quoted_twice(candidate, shell):
    """What single quotes and backslashes have made literal isn't read by a shell afterwards."""
    for extra in (
        "-metadata 'title=$(reboot)'",
        "-metadata 'title=a;reboot'",
        "-metadata 'title=a\";reboot;\"'",
        "-metadata 'title=a\\\";reboot;\"'",
        "-metadata title=\\$\\(reboot\\)",
        "-metadata 'title=week 1' 'x\\'",
    ):
        check_extra(candidate, shell, extra)


def test_security_redirection(candidate, shell):
    """A > or < in the field makes the shell write or read no file."""
    for extra in ("-crf 23 > /srv/www/index.html", "-an 2>/srv/www/index.html", "-an </etc/passwd"):
        check_extra(candidate, shell, extra)


def test_security_comment(candidate, shell):
    """A comment sign in the field doesn't cut off the target."""
    check_extra(candidate, shell, "-an /srv/www/index.html #")


def test_security_environment(candidate, shell, environ):
    """The name of an environment variable isn't replaced by its value."""
    environ["UPLOAD_KEY"] = nonce("key-")
    for word in ("title=$UPLOAD_KEY", "title=${UPLOAD_KEY}"):
        assert check_extra(candidate, shell, f"-metadata {word}") in ([], [["-metadata", word]])
