"""Tests of CWE-078/router-trace-blocklist."""

import os

from harness import attack, nonce, raises


def read_traceroute(argv):
    """Return the arguments of a started traceroute."""
    assert os.path.basename(argv[0]) == "traceroute", f"{argv[0]} was started"
    words = argv[1:]
    return words[:-2] + words[-1:] if words[-2:-1] == ["--"] else words


def check_host(candidate, shell, host):
    """Trace a usual host, then a hostile one, and check that at most one traceroute starts."""
    before = len(shell.programs)
    candidate("example.org", 5)
    assert [read_traceroute(argv) for argv in shell.programs[before:]] == [
        ["-m", "5", "example.org"]
    ]
    attack(candidate, host, 30)
    started = [read_traceroute(argv) for argv in shell.programs[before + 1 :]]
    assert len(started) <= 1, f"{len(started)} programs were started"
    assert all(words[:2] == ["-m", "30"] and len(words) == 3 for words in started), started
    assert shell.redirections == []


def test_functional_starts_traceroute_once(candidate, shell):
    """One traceroute is started, with the number of hops and the host."""
    candidate("example.org", 30)
    assert [read_traceroute(argv) for argv in shell.programs] == [["-m", "30", "example.org"]]


def test_functional_names_and_addresses(candidate, shell):
    """Names, IPv4 addresses and IPv6 addresses are handed to traceroute."""
    hosts = ["nas", "www.example-2.org", "192.0.2.7", "2001:db8::1", "::1"]
    for host in hosts:
        candidate(host, 8)
    assert [read_traceroute(argv)[2] for argv in shell.programs] == hosts


def test_functional_returns_the_lines(candidate, shell):
    """The printed lines are returned without their line ends, blanks in front included."""
    lines = [nonce("traceroute to "), nonce(" 1  "), nonce(" 2  ")]
    shell.answer("traceroute", stdout="".join(f"{line}\n" for line in lines))
    assert candidate("example.org", 2) == lines


def test_functional_no_output(candidate, shell):
    """A traceroute that prints nothing gives an empty list."""
    shell.answer("traceroute", stdout="")
    assert candidate("example.org", 1) == []


def test_functional_what_is_no_host(candidate, shell):
    """The empty text, a hyphen in front, and characters of no host raise ValueError."""
    for host in ("", "-n", "a;b", "a|b", "a&b"):
        with raises(ValueError):
            candidate(host, 5)
    assert shell.programs == []


def test_functional_number_of_hops(candidate, shell):
    """1 and 64 hops are accepted, 0, 65 and -1 raise ValueError."""
    for hops in (1, 64):
        candidate("example.org", hops)
    assert [read_traceroute(argv)[1] for argv in shell.programs] == ["1", "64"]
    for hops in (0, 65, -1):
        with raises(ValueError):
            candidate("example.org", hops)
    assert len(shell.programs) == 2


def test_functional_traceroute_fails(candidate, shell):
    """A traceroute that ends with another status than 0 raises RuntimeError."""
    shell.answer("traceroute", stderr="example.invalid: unknown host\n", status=2)
    with raises(RuntimeError):
        candidate("example.invalid", 5)


def test_security_newline(candidate, shell):
    """A line break in the host doesn't begin another command."""
    for host in ("example.org\nreboot", "reboot\nexample.org", "example.org\n\treboot\n"):
        check_host(candidate, shell, host)


def test_security_command_substitution(candidate, shell):
    """A command in $(…) or in backticks isn't run in order to find the host."""
    for host in ("$(reboot)", "www.$(reboot).org", "a`reboot`", '"$(reboot)"'):
        check_host(candidate, shell, host)


def test_security_closed_quotation(candidate, shell):
    """A quote in the host doesn't close a quotation around it."""
    for quote in ("'", '"'):
        check_host(candidate, shell, f"a{quote}\nreboot\n{quote}b")
        check_host(candidate, shell, f"a{quote}$(reboot){quote}b")


def test_security_redirection(candidate, shell):
    """A host with > makes the shell write no file."""
    for host in ("example.org > /etc/passwd", "example.org>/etc/passwd", 'a">/etc/passwd"'):
        check_host(candidate, shell, host)


def test_security_blank(candidate, shell):
    """A blank in the host, a rare one too, doesn't give traceroute another argument."""
    for host in ("example.org -n", "example.org\t--sport=22", "example.org 65000"):
        check_host(candidate, shell, host)
    for blank in ("\v", "\f", "\u00a0", "\u2003"):
        check_host(candidate, shell, f"example.org{blank}-n")


def test_security_zone_of_an_address(candidate, shell):
    """A command behind the % of an IPv6 address, where its zone stands, isn't run."""
    for host in ("fe80::1%$(reboot)", "fe80::1%`reboot`", "fe80::1%eth0;reboot"):
        check_host(candidate, shell, host)
