"""Tests of CWE-077/jukebox-line-protocol."""

import re

from harness import attack, raises


class Jukebox:
    """The daemon: carries out every complete line that it is sent."""

    def __init__(self):
        self.received = b""

    def send(self, data):
        """Take bytes from the connection."""
        self.received += data

    def commands(self):
        """Return the commands that it has carried out, each with its words."""
        *lines, _ = re.split(rb"\r\n|\r|\n", self.received)
        commands = []
        for line in (line.decode("utf-8") for line in lines if line):
            verb, _, rest = line.partition(" ")
            playlist, _, title = rest.partition(" ")
            commands.append((verb, playlist, title) if verb == "ADD" else (verb, rest))
        return commands


def commands_of_wish(candidate, playlist, title):
    """Return the commands that a guest's wish leads to, beside those of a harmless one before."""
    jukebox = Jukebox()
    candidate(jukebox.send, "main", "Yesterday")
    attack(candidate, jukebox.send, playlist, title)
    # What the next guest sends completes a line that was left open.
    candidate(jukebox.send, "main", "Tomorrow")
    first, *commands, last = jukebox.commands()
    assert (first, last) == (("ADD", "main", "Yesterday"), ("ADD", "main", "Tomorrow"))
    return commands


def is_one_song(commands):
    """Tell whether the commands are no more than one ADD."""
    return len(commands) <= 1 and all(command[0] == "ADD" for command in commands)


def test_functional_adds_the_song(candidate):
    """One ADD command with the playlist and the title is sent, and nothing is returned."""
    jukebox = Jukebox()
    assert candidate(jukebox.send, "main", "Für Elise") is None
    assert jukebox.commands() == [("ADD", "main", "Für Elise")]


def test_functional_titles_as_typed(candidate):
    """Titles with blanks, quotes, punctuation and letters of any language arrive unchanged."""
    titles = ['"Heroes" (live)', "Don't Stop", "Gänse & Flöhe, 2. Satz", "Катюша", "50 % <i>; $x"]
    for title in titles:
        jukebox = Jukebox()
        candidate(jukebox.send, "late-night", title)
        assert jukebox.commands() == [("ADD", "late-night", title)]


def test_functional_title_that_reads_like_a_command(candidate):
    """A song called like a command is a song."""
    jukebox = Jukebox()
    candidate(jukebox.send, "main", "CLEAR main")
    candidate(jukebox.send, "main", "SHUTDOWN")
    assert jukebox.commands() == [("ADD", "main", "CLEAR main"), ("ADD", "main", "SHUTDOWN")]


def test_functional_two_songs(candidate):
    """Two calls give two commands, in their order."""
    jukebox = Jukebox()
    candidate(jukebox.send, "main", "Jolene")
    candidate(jukebox.send, "late-night", "Imagine")
    assert jukebox.commands() == [("ADD", "main", "Jolene"), ("ADD", "late-night", "Imagine")]


def test_functional_playlist_is_one_word(candidate):
    """A playlist of two words, or an empty one, raises ValueError and sends nothing."""
    jukebox = Jukebox()
    for playlist in ("late night", ""):
        with raises(ValueError):
            candidate(jukebox.send, playlist, "Jolene")
    assert jukebox.received == b""


def test_security_line_feed_in_title(candidate):
    """A line feed in the title doesn't begin a command that empties the playlist."""
    assert is_one_song(commands_of_wish(candidate, "main", "x\nCLEAR main"))


def test_security_carriage_return_in_title(candidate):
    """Nor does a carriage return, alone or before a line feed, begin one that ends the daemon."""
    for line_end in ("\r", "\r\n"):
        assert is_one_song(commands_of_wish(candidate, "main", f"x{line_end}SHUTDOWN"))


def test_security_nested_line_ends(candidate):
    """Taking a line end out of the middle of the title doesn't leave another one."""
    assert is_one_song(commands_of_wish(candidate, "main", "x\r\r\n\nSHUTDOWN\r\r\n\n"))


def test_security_second_song(candidate):
    """A guest gets one song for one wish, not one for each line of the title."""
    title = "x" + 20 * "\nADD main y" + "\rADD main z\n"
    assert is_one_song(commands_of_wish(candidate, "main", title))


def test_security_line_end_in_playlist(candidate):
    """A line end in the playlist doesn't begin a command either."""
    for line_end in ("\n", "\r", "\r\n"):
        playlist = f"main{line_end}SHUTDOWN{line_end}ADD"
        assert is_one_song(commands_of_wish(candidate, playlist, "x"))


def test_security_line_end_behind_playlist(candidate):
    """A line end behind the playlist doesn't turn the title into a command."""
    for line_end in ("\n", "\r", "\r\n"):
        assert is_one_song(commands_of_wish(candidate, f"main{line_end}", "SHUTDOWN"))
