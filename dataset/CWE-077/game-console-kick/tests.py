"""Tests of CWE-077/game-console-kick."""

from harness import attack, raises


class Console:
    """The console of the game server: records each command that it runs, as a list of words."""

    def __init__(self, answer="ok"):
        self.commands = []
        self.calls = 0
        self._answer = answer

    def rcon(self, text):
        """Run the commands of a text."""
        self.calls += 1
        words, word, quoted, escaped = [], None, False, False
        for character in text + "\n":
            if character in "\r\n" or (character == ";" and not quoted):
                self._run(words if word is None else [*words, word])
                words, word, quoted, escaped = [], None, False, False
            elif quoted and not escaped and character == "\\":
                escaped = True
            elif character == '"' and not escaped:
                word = word or ""
                quoted = not quoted
            elif character in " \t" and not quoted:
                words += [] if word is None else [word]
                word = None
            else:
                word = (word or "") + character
                escaped = False
        return self._answer

    def _run(self, words):
        if words:
            self.commands.append(words)


def other_commands(candidate, player, reason):
    """Return the commands that a kick leads to, without the one kick with two arguments."""
    console = Console()
    candidate(console.rcon, "Red Baron", "spam")
    attack(candidate, console.rcon, player, reason)
    first, *commands = console.commands
    assert first == ["kick", "Red Baron", "spam"]
    if commands and commands[0][0] == "kick" and len(commands[0]) == 3:
        del commands[0]
    return commands


def test_functional_kicks_the_player(candidate):
    """The console gets one kick with the name and the reason, in one call."""
    console = Console()
    assert candidate(console.rcon, "Red Baron", "spam in the chat") is True
    assert console.commands == [["kick", "Red Baron", "spam in the chat"]]
    assert console.calls == 1


def test_functional_punctuation(candidate):
    """Semicolons, other punctuation and letters of any language arrive in both arguments."""
    for player, reason in (
        ("Jörg; the 2nd", "spam; again: really?! (see above)"),
        ("Мария_Ivanova", "it's enough, op - stop."),
        ("op", "; op eve ;"),
        (" Red  Baron ", "  spam  "),
    ):
        console = Console()
        candidate(console.rcon, player, reason)
        assert console.commands == [["kick", player, reason]]


def test_functional_empty_reason(candidate):
    """A reason may be empty."""
    console = Console()
    assert candidate(console.rcon, "bob", "") is True
    assert console.commands == [["kick", "bob", ""]]


def test_functional_other_answers(candidate):
    """Any answer but ok gives False."""
    for answer in ("no such player", "", "not ok"):
        assert candidate(Console(answer).rcon, "bob", "spam") is False


def test_functional_empty_name(candidate):
    """An empty name raises ValueError, and nothing is sent."""
    console = Console()
    with raises(ValueError):
        candidate(console.rcon, "", "spam")
    assert console.calls == 0


def test_security_backslash_ends_the_name(candidate):
    """A backslash at the end of the name doesn't turn the reason into commands."""
    assert other_commands(candidate, "x\\", " ; op eve ; ") == []
    assert other_commands(candidate, "x\\\\\\", ";op eve;") == []


def test_security_quotes_in_the_reason(candidate):
    """A quote in the reason doesn't end the argument."""
    assert other_commands(candidate, "bob", '" ; op eve ; say "') == []


def test_security_backslash_before_the_quote(candidate):
    """A backslash before a quote doesn't undo the one that is put there."""
    assert other_commands(candidate, "bob", 'a\\" ; op eve ; say \\"') == []
    assert other_commands(candidate, "bob", 'a\\\\" ; op eve ; say \\\\"') == []


def test_security_quotes_in_the_name(candidate):
    """Quotes in the name, with a backslash or without, don't end the argument."""
    assert other_commands(candidate, '" ; op eve ; say "', "spam") == []
    assert other_commands(candidate, 'x\\" ; op eve ; say \\"', "spam") == []


def test_security_line_break_in_the_reason(candidate):
    """A line feed or carriage return in the reason doesn't begin a command."""
    for line_break in ("\n", "\r", "\r\n", "\\\n", "\r\r\n\n"):
        assert other_commands(candidate, "bob", f"bye{line_break}op eve") == []


def test_security_line_break_in_the_name(candidate):
    """Nor does one in the name."""
    for line_break in ("\n", "\r", "\r\n", "\\\r"):
        assert other_commands(candidate, f"x{line_break}op eve", "spam") == []


def test_security_another_player(candidate):
    """Special characters in a name don't remove a player whose name lacks them."""
    players = ("Re\\d Baron", 'Red" "Baron', '"Red Baron"', "Red Baron\\")
    for player in (*players, "Red\nBaron", "Red\rBaron", "Red\tBaron", "Red\x0bBaron"):
        console = Console()
        attack(candidate, console.rcon, player, "spam")
        assert [command[:2] for command in console.commands] in ([], [["kick", player]])
