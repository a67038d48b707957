"""Tests of CWE-078/remote-log-tail."""

import os

from harness import attack, nonce, raises

# Options of ssh that take the next word as their value.
SSH_OPTIONS_WITH_VALUE = set("BbcDEeFIiJLlmOopPQRSWw")


def read_ssh(argv):
    """Return host and remote command line as ssh takes them from its arguments."""
    words = list(argv[1:])
    host = None
    while words:
        word = words.pop(0)
        if word == "--":
            if host is None and words:
                host = words.pop(0)
            break
        if word.startswith("-") and word != "-":
            if word[1] in SSH_OPTIONS_WITH_VALUE and len(word) == 2:
                words.pop(0)
        elif host is None:
            host = word
        else:
            words.insert(0, word)
            break
    return host, " ".join(words)


def ssh_calls(shell):
    """Return (host, remote command line) of every ssh, and check that nothing else was started."""
    for argv in shell.programs:
        assert os.path.basename(argv[0]) == "ssh", f"{argv[0]} was started on this machine"
    return [read_ssh(argv) for argv in shell.programs]


def remote_programs(shell):
    """Return the programs that the shells of the remote machines would start."""
    return [argv for _, line in ssh_calls(shell) for argv in shell.split(line)]


def read_tail(argv):
    """Return the number of lines and the list of files as tail takes them from its arguments."""
    assert os.path.basename(argv[0]) == "tail", f"{argv[0]} was started on the remote machine"
    words = list(argv[1:])
    lines, files = None, []
    while words:
        word = words.pop(0)
        if word == "--":
            files += words
            break
        if word in ("-n", "--lines"):
            lines = int(words.pop(0))
        elif word.startswith("--lines="):
            lines = int(word.removeprefix("--lines="))
        elif word.startswith("-n"):
            lines = int(word.removeprefix("-n"))
        elif word.startswith("-") and word[1:].isdigit():
            lines = int(word[1:])
        else:
            files.append(word)
    return lines, files


def names_of(programs):
    """Return the names of the programs without the folders."""
    return [os.path.basename(argv[0]) for argv in programs]


def test_functional_asks_the_host_once(candidate, shell):
    """ssh is started once, with the name of the host."""
    candidate("web-3", "/var/log/nginx/access.log", 20)
    assert [host for host, _ in ssh_calls(shell)] == ["web-3"]


def test_functional_remote_command_is_tail(candidate, shell):
    """The remote machine runs tail with the number of lines and the path."""
    candidate("web-3", "/var/log/nginx/access.log.1", 20)
    assert [read_tail(argv) for argv in remote_programs(shell)] == [
        (20, ["/var/log/nginx/access.log.1"])
    ]


def test_functional_returns_the_lines(candidate, shell):
    """The lines that come back are returned without their line ends."""
    first, second = nonce("GET /"), nonce("POST /")
    shell.answer("ssh", stdout=f"{first}\n{second}\n")
    assert candidate("web-3", "/var/log/app.log", 2) == [first, second]


def test_functional_empty_log(candidate, shell):
    """A log without any line gives an empty list."""
    shell.answer("ssh", stdout="")
    assert candidate("web-3", "/var/log/app.log", 5) == []


def test_functional_lines_below_one(candidate, shell):
    """Asking for no line or for fewer raises ValueError and starts nothing."""
    for lines in (0, -3):
        with raises(ValueError):
            candidate("web-3", "/var/log/app.log", lines)
    assert shell.programs == []


def test_functional_ssh_fails(candidate, shell):
    """An ssh that ends with another status than 0 raises RuntimeError."""
    shell.answer("ssh", stderr="ssh: connect to host web-3 port 22: timed out\n", status=255)
    with raises(RuntimeError):
        candidate("web-3", "/var/log/app.log", 5)


def test_security_semicolon(candidate, shell):
    """A semicolon in the path doesn't begin a second remote command."""
    attack(candidate, "web-3", "/var/log/app.log; shutdown now", 5)
    assert names_of(remote_programs(shell)) in ([], ["tail"])


def test_security_command_substitution(candidate, shell):
    """A command in $(…) or in backticks isn't run in order to find the path."""
    attack(candidate, "web-3", "/var/log/$(reboot).log", 5)
    attack(candidate, "web-4", "`reboot`", 5)
    assert set(names_of(remote_programs(shell))) <= {"tail"}


def test_security_newline(candidate, shell):
    """A line break in the path doesn't end the remote command."""
    attack(candidate, "web-3", "/var/log/app.log\nreboot", 5)
    assert names_of(remote_programs(shell)) in ([], ["tail"])


def test_security_single_quote(candidate, shell):
    """A single quote in the path neither closes a quotation around it nor changes its kind."""
    attack(candidate, "web-3", "it's;reboot;'.log", 5)
    attack(candidate, "web-4", "it's $(reboot).log", 5)
    assert set(names_of(remote_programs(shell))) <= {"tail"}


def test_security_double_quote(candidate, shell):
    """A double quote in the path doesn't close a quotation, not even behind a backslash."""
    attack(candidate, "web-3", '/var/log/app.log"; reboot; "', 5)
    attack(candidate, "web-4", '/var/log/app.log\\"; reboot; \\"', 5)
    assert set(names_of(remote_programs(shell))) <= {"tail"}


def test_security_blank(candidate, shell):
    """A blank in the path doesn't hand tail a second file."""
    path = "/var/log/my app.log"
    attack(candidate, "web-3", path, 5)
    assert [read_tail(argv) for argv in remote_programs(shell)] in ([], [(5, [path])])
