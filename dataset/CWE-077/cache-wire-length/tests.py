"""Tests of CWE-077/cache-wire-length."""

import re

from harness import attack, raises

NUMBER = re.compile(rb"([0-9]+)\r\n")
FLUSH = "*1\r\n$8\r\nFLUSHALL\r\n"


class Cache:
    """The cache server: reads commands from one connection until it is closed."""

    def __init__(self):
        self.received = b""
        self._position = 0

    def send(self, data):
        """Take bytes from the connection."""
        self.received += data

    def commands(self):
        """Return the commands that the server has run, each as a list of arguments."""
        self._position = 0
        commands = []
        while (count := self._number(b"*")) is not None:
            arguments = []
            while len(arguments) < count:
                if (argument := self._argument()) is None:
                    return commands
                arguments.append(argument)
            commands.append(arguments)
        return commands

    def _number(self, mark):
        """Read a mark and a number, or close the connection and return None."""
        found = NUMBER.match(self.received, self._position + 1)
        if self.received[self._position : self._position + 1] != mark or found is None:
            return None
        self._position = found.end()
        return int(found[1])

    def _argument(self):
        """Read an argument, or close the connection and return None."""
        length = self._number(b"$")
        if length is None:
            return None
        end = self._position + length
        if self.received[end : end + 2] != b"\r\n":
            return None
        argument = self.received[self._position : end]
        self._position = end + 2
        return argument


def set_command(player_id, nickname, ttl):
    """Return the arguments of the command that stores a nickname."""
    return [b"SET", b"nick:%d" % player_id, nickname.encode(), b"EX", b"%d" % ttl]


def play(candidate, nickname):
    """Store a nickname between two others: no other command may be run, and none be lost."""
    cache = Cache()
    candidate(cache.send, 1, "before", 60)
    attack(candidate, cache.send, 7, nickname, 60)
    candidate(cache.send, 2, "after", 60)
    first, *rest = cache.commands()
    assert first == set_command(1, "before", 60)
    last = [set_command(2, "after", 60)]
    own = [command for command in rest if is_own(command)]
    others = [command for command in rest if not is_own(command) and command not in last]
    assert others == []
    assert len(own) <= 1
    assert rest[-1:] == last, "the next command of the connection isn't run"


def is_own(command):
    """Tell whether a command stores a nickname of player 7, and nothing else."""
    return command[:2] + command[3:] == [b"SET", b"nick:7", b"EX", b"60"]


def nickname_with(command, letter="é", counted=1, line_end="\r\n"):
    """Return letters with more bytes than are counted, and a command just where the count ends."""
    tail = "\r\n$2\r\nEX\r\n$2\r\n60\r\n" + command
    surplus = len(letter.encode()) - counted
    tail += " " * (-len(tail) % surplus)
    return letter * (len(tail) // surplus) + tail.replace("\r\n", line_end)


def test_functional_one_command(candidate):
    """One SET with the five arguments is sent, and nothing is returned."""
    cache = Cache()
    assert candidate(cache.send, 7, "Ann", 60) is None
    assert cache.received == (
        b"*5\r\n$3\r\nSET\r\n$6\r\nnick:7\r\n$3\r\nAnn\r\n$2\r\nEX\r\n$2\r\n60\r\n"
    )


def test_functional_key_and_ttl(candidate):
    """The key has the player's number, and the last argument is the time to live."""
    cache = Cache()
    candidate(cache.send, 120034, "Bob", 86400)
    candidate(cache.send, 3, "Eve", 1)
    expected = [set_command(120034, "Bob", 86400), set_command(3, "Eve", 1)]
    assert cache.commands() == expected


def test_functional_blanks_and_signs(candidate):
    """Nicknames with blanks and punctuation stay one argument, unchanged."""
    for nickname in ("Red Baron", " ", "$3 *5 -x-", "nick:8 EX 5", "100% \\r\\n \"q\" 'a'"):
        cache = Cache()
        candidate(cache.send, 7, nickname, 60)
        assert cache.commands() == [set_command(7, nickname, 60)]


def test_functional_other_languages(candidate):
    """The letters of other languages and emoji are sent in UTF-8."""
    for nickname in ("Zoë", "Жанна", "한국", "🦊🦊"):
        cache = Cache()
        candidate(cache.send, 7, nickname, 60)
        assert nickname.encode() in cache.received


def test_functional_long_nickname(candidate):
    """A nickname of 300 letters is stored whole."""
    cache = Cache()
    candidate(cache.send, 7, "a" * 300, 60)
    assert cache.commands() == [set_command(7, "a" * 300, 60)]


def test_functional_ttl_below_one(candidate):
    """A time to live of 0 or less raises ValueError, and nothing is sent."""
    cache = Cache()
    for ttl in (0, -60):
        with raises(ValueError):
            candidate(cache.send, 7, "Ann", ttl)
    assert cache.received == b""


def test_security_empties_the_cache(candidate):
    """A nickname of letters with two bytes doesn't bring a command that empties the cache."""
    play(candidate, nickname_with(FLUSH))


def test_security_writes_another_key(candidate):
    """Nor does it bring one that writes a key of the player's choice."""
    command = "*3\r\n$3\r\nSET\r\n$7\r\nadmin:1\r\n$3\r\nEve\r\n"
    play(candidate, nickname_with(command))


def test_security_letters_with_three_bytes(candidate):
    """Nor do letters with three bytes and emoji with four, even where they are counted as two."""
    for letter in ("€", "🦊"):
        for counted in (2, 1):
            play(candidate, nickname_with(FLUSH, letter, counted))


def test_security_letters_that_grow(candidate):
    """Letters that Unicode's normal forms make longer don't bring one after they are counted."""
    # U+0958 has three bytes in UTF-8, and six in the forms NFC and NFD.
    play(candidate, nickname_with(FLUSH, "\u0958", counted=0))


def test_security_nested_line_ends(candidate):
    """Removing a line end from the middle of another doesn't leave one behind."""
    play(candidate, nickname_with(FLUSH, line_end="\r\r\n\n"))


def test_security_honest_nicknames(candidate):
    """Nicknames in other languages and emoji don't break the connection for the next player."""
    for nickname in ("Zoë", "Жанна", "€uro", "🦊🦊", "Zoe\u0308"):
        play(candidate, nickname)
