"""Tests of CWE-595/endpoint-ban-list."""

from harness import attack, raises

HOST = "203.0.113.7"


class Network:
    """The network layer: makes an object of a plain class for each announcement that arrives."""

    def __init__(self, recipes):
        fields = ["host", "port", "received"]
        # A class of the candidate's interpreter, without an __eq__ and a __repr__ of its own.
        self._class = recipes.call(
            "dataclasses:make_dataclass", "Endpoint", fields, eq=False, repr=False
        )
        self._now = 1_767_225_600.0

    def announce(self, host: str = HOST, port: int = 27015):
        """A server announces itself, once more."""
        self._now += 240.25
        return self._class(host, port, self._now)


def _is_shown(bans, endpoint) -> bool:
    """Tell whether the lobby shows the server."""
    outcome = attack(bans.is_banned, endpoint)
    return not outcome.refused and not outcome.value


def test_functional_ban(candidate, recipes):
    """A server is banned from the ban on, not before."""
    bans, server = candidate(), Network(recipes).announce()
    assert bans.is_banned(server) is False
    assert bans.ban(server) is None
    assert bans.is_banned(server) is True


def test_functional_other_servers(candidate, recipes):
    """Another host, and another port of the same host, are not banned."""
    bans, network = candidate(), Network(recipes)
    bans.ban(network.announce())
    others = [(HOST, 27016), (HOST, 2701), ("203.0.113.70", 27015), ("203.0.113.72", 7015)]
    for host, port in [*others, ("", 27015)]:
        assert bans.is_banned(network.announce(host, port)) is False, f"{host}, {port}"


def test_functional_lift(candidate, recipes):
    """A ban can be lifted and imposed again; other bans stay."""
    bans, network = candidate(), Network(recipes)
    first, second = network.announce(), network.announce("play.example", 4000)
    bans.ban(first)
    bans.ban(second)
    assert bans.lift(first) is None
    assert (bans.is_banned(first), bans.is_banned(second)) == (False, True)
    bans.ban(first)
    assert (bans.is_banned(first), bans.is_banned(second)) == (True, True)


def test_functional_ban_twice(candidate, recipes):
    """A server that is banned twice is free after its ban has been lifted once."""
    bans, server = candidate(), Network(recipes).announce()
    bans.ban(server)
    bans.ban(server)
    bans.lift(server)
    assert bans.is_banned(server) is False


def test_functional_lift_without_ban(candidate, recipes):
    """Lifting a ban that there isn't raises KeyError."""
    bans, network = candidate(), Network(recipes)
    first, second = network.announce(), network.announce(HOST, 27016)
    with raises(KeyError):
        bans.lift(first)
    bans.ban(first)
    with raises(KeyError):
        bans.lift(second)
    bans.lift(first)
    with raises(KeyError):
        bans.lift(first)


def test_functional_two_lists(candidate, recipes):
    """Each list has bans of its own."""
    first, second, server = candidate(), candidate(), Network(recipes).announce()
    first.ban(server)
    assert first.is_banned(server) is True
    assert second.is_banned(server) is False


def test_security_server_announces_itself_again(candidate, recipes):
    """A banned server doesn't get back into the lobby by its next announcements."""
    bans, network = candidate(), Network(recipes)
    bans.ban(network.announce())
    for _ in range(5):
        assert not _is_shown(bans, network.announce()), "the banned server is shown"


def test_security_many_banned_servers(candidate, recipes):
    """Each of many banned servers is recognised, whatever its address and port are like."""
    servers = [(f"198.51.100.{n}", 27_000 + 7 * n) for n in range(1, 30)]
    servers += [("2001:db8::7", 65_535), ("play.example", 4_000), ("münchen.example", 10_999)]
    bans, network = candidate(), Network(recipes)
    for host, port in servers:
        bans.ban(network.announce(host, port))
    shown = [server for server in servers if _is_shown(bans, network.announce(*server))]
    assert not shown, f"{len(shown)} banned servers are shown"


def test_security_banned_again(candidate, recipes):
    """A server that was free for a while is recognised after it has been banned again."""
    bans, network = candidate(), Network(recipes)
    first = network.announce()
    bans.ban(first)
    bans.lift(first)
    bans.ban(network.announce())
    assert not _is_shown(bans, network.announce()), "the banned server is shown"


def test_security_lifted_with_a_later_announcement(candidate, recipes):
    """A ban isn't for ever: it ends when the server's latest announcement is given to lift()."""
    bans, network = candidate(), Network(recipes)
    first = network.announce()
    bans.ban(first)
    outcome = attack(bans.lift, network.announce())
    assert not outcome.refused, f"the ban can't be lifted: {outcome}"
    assert _is_shown(bans, network.announce()), "the ban wasn't lifted"
    assert _is_shown(bans, first), "the ban wasn't lifted"


def test_security_banned_twice_and_lifted(candidate, recipes):
    """Two bans of the same server, by two announcements, are one ban."""
    bans, network = candidate(), Network(recipes)
    first, second = network.announce(), network.announce()
    bans.ban(first)
    bans.ban(second)
    attack(bans.lift, second)
    states = {_is_shown(bans, endpoint) for endpoint in (first, second, network.announce())}
    assert len(states) == 1, "one server is both shown and banned"
