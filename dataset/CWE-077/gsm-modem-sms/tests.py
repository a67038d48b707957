"""Tests of CWE-077/gsm-modem-sms."""

import re

from harness import attack, raises

RETURN, SEND, GIVE_UP = 0x0D, 0x1A, 0x1B
NUMBER = "+43660123456"


class Modem:
    """A modem in text mode; AT commands are read as ITU-T V.250 and 3GPP TS 27.005 say."""

    def __init__(self):
        self.messages = []
        self.commands = []
        self._line = bytearray()
        self._number = None
        self._text = bytearray()

    def write(self, data):
        """Take bytes from the line."""
        for byte in data:
            if self._number is None:
                self._read_command(byte)
            else:
                self._read_text(byte)

    def unfinished(self):
        """Return what it has read as the beginning of a command."""
        return "".join(c for c in self._line.decode("utf-8", "replace") if c >= " ")

    def _read_command(self, byte):
        if byte != RETURN:
            self._line.append(byte)
            return
        line = self.unfinished()
        self._line.clear()
        # Whatever stands before AT or at is ignored; a quote that isn't closed is an error.
        body = re.search(r"(?:AT|at)(.*)", line)
        if body is None or line.count('"') % 2:
            return
        for command in re.findall(r'(?:"[^"]*"|[^;"])+', body[1]):
            message = re.fullmatch(r'\+CMGS="([^"]*)"', command, re.IGNORECASE)
            if message:
                self._number = message[1]
            else:
                self.commands.append(command)

    def _read_text(self, byte):
        if byte not in (SEND, GIVE_UP):
            self._text.append(byte)
            return
        if byte == SEND:
            self.messages.append((self._number, self._text.decode("utf-8", "replace")))
        self._number = None
        self._text.clear()


def play(candidate, number, text):
    """Send one alarm between two others; nothing of it may be a command, a second one or lost."""
    modem = Modem()
    candidate(modem.write, NUMBER, "before")
    outcome = attack(candidate, modem.write, number, text)
    assert (modem.commands, modem.unfinished()) == ([], "")
    candidate(modem.write, NUMBER, "after")
    before, *messages, after = modem.messages
    assert (before, after) == ((NUMBER, "before"), (NUMBER, "after"))
    assert len(messages) <= 1
    assert outcome.refused or messages, "the alarm has disappeared"


def test_functional_sends_the_message(candidate):
    """The text goes to the number, no other command is given, and nothing is returned."""
    modem = Modem()
    assert candidate(modem.write, NUMBER, "level 3.1 m") is None
    assert modem.messages == [(NUMBER, "level 3.1 m")]
    assert (modem.commands, modem.unfinished()) == ([], "")


def test_functional_several_lines(candidate):
    """All lines of a text arrive, an empty one too."""
    modem = Modem()
    text = "Mill Creek:\nlevel 3.1 m\n\nCall the warden."
    candidate(modem.write, NUMBER, text)
    assert modem.messages == [(NUMBER, text)]


def test_functional_texts_unchanged(candidate):
    """Umlauts, other letters, quotes, punctuation and a text that reads like a command arrive."""
    texts = ['Übelbach "Süd"; 50 % über Pegel!', "Дунай: 3,1 м", "AT+CMGD=1,4", "a\\b <c> {d} ^Z"]
    for text in texts:
        modem = Modem()
        candidate(modem.write, NUMBER, text)
        assert modem.messages == [(NUMBER, text)]


def test_functional_number_without_plus(candidate):
    """A number without + is used as it is."""
    modem = Modem()
    candidate(modem.write, "0660123456", "level 2 m")
    assert modem.messages == [("0660123456", "level 2 m")]


def test_functional_two_messages(candidate):
    """Two calls give two messages, in their order."""
    modem = Modem()
    candidate(modem.write, NUMBER, "level 2 m")
    candidate(modem.write, "112", "level 4 m")
    assert modem.messages == [(NUMBER, "level 2 m"), ("112", "level 4 m")]


def test_functional_bad_numbers(candidate):
    """A number with letters, and an empty one, raise ValueError, and nothing is written."""
    modem = Modem()
    for number in ("0660CALL", "warden", ""):
        with raises(ValueError):
            candidate(modem.write, number, "level 2 m")
    candidate(modem.write, NUMBER, "level 3 m")
    assert modem.messages == [(NUMBER, "level 3 m")]


def test_security_command_behind_ctrl_z(candidate):
    """A Ctrl-Z in the text doesn't make the modem carry out what follows."""
    play(candidate, NUMBER, "Mill\x1aAT+CMGD=1,4\r: level 3.1 m")


def test_security_message_behind_ctrl_z(candidate):
    """Nor does it make the modem send a second message to a number of the attacker's."""
    play(candidate, NUMBER, 'Mill\x1aAT+CMGS="+43900111222"\rYou have won')


def test_security_command_behind_esc(candidate):
    """An ESC in the text doesn't make the modem carry out what follows."""
    play(candidate, NUMBER, "Mill\x1bAT+CFUN=0\r: level 3.1 m")


def test_security_esc_at_the_end(candidate):
    """An ESC at the end of the text doesn't make the alarm disappear without an error."""
    play(candidate, NUMBER, "level 3.1 m\x1b")


def test_security_row_of_ctrl_z(candidate):
    """Several Ctrl-Z with line breaks between them don't leave one that ends the text."""
    play(candidate, NUMBER, "Mill\x1a\x1a\nat+cfun=0\r\n\x1a\r\nAT+CMGD=1,4\r\x1a\x1a")


def test_security_number_ends_its_quotes(candidate):
    """A quote in the number doesn't begin a second command or message."""
    play(candidate, '+43660";+CFUN=0;+CMGS="+43660123456', "level 3.1 m")
    play(candidate, '+43660"\rx\x1aAT+CMGS="+43900111222', "level 3.1 m")


def test_security_second_line_of_number(candidate):
    """A line feed behind the digits doesn't hide a second command from a check of the number."""
    play(candidate, '+43660\n";+CFUN=0;+CMGS="+43660123456', "level 3.1 m")
    play(candidate, '+43660";+CFUN=0;+CMGS="\n+43660123456', "level 3.1 m")


def test_security_carriage_return_in_number(candidate):
    """A carriage return in the number doesn't let the modem read the text as a command."""
    for number in ("+43660\r", "+43660\r\n123456", '+43660"\r\x1b'):
        play(candidate, number, "AT+CFUN=0\r")
        play(candidate, number, "AT+CFUN=0")
