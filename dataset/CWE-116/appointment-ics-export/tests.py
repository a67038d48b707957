"""Tests of CWE-116/appointment-ics-export."""

import re

from harness import attack

UID = "4711@practice.example"
START = "20260504T093000"


def properties_of(ics):
    """Read a calendar file as tolerant programs do: return the names and values of its lines."""
    lines = []
    for line in re.split(r"\r\n|\r|\n", ics):
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += line[1:]
        elif line:
            lines.append(line)
    return [tuple(line.partition(":")[::2]) for line in lines]


def decode(value):
    """Return the text that stands in a value; its special characters must have been escaped."""
    assert re.fullmatch(r"(?:[^\\,;]|\\[\\,;nN])*", value, re.DOTALL), f"no text: {value!r}"
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def text_of(ics, name):
    """Return the text of a property that must be there once."""
    (value,) = [value for key, value in properties_of(ics) if key == name]
    return decode(value)


def check_lines(candidate, summary, note):
    """A file with these texts is refused or has the same properties as an ordinary one."""
    ordinary = [name for name, _ in properties_of(candidate(UID, START, "Knee", "Towel"))]
    outcome = attack(candidate, UID, START, summary, note)
    if not outcome.refused:
        names = [name for name, _ in properties_of(outcome.value)]
        assert names == ordinary, f"the lines are {properties_of(outcome.value)}"


def check_texts(candidate, text):
    """A file with this text as title and note is refused, or a program reads the same text."""
    outcome = attack(candidate, UID, START, text, text)
    if not outcome.refused:
        assert text_of(outcome.value, "SUMMARY") == text
        assert text_of(outcome.value, "DESCRIPTION") == text


def test_functional_lines(candidate):
    """The file has the lines that the format asks for, in their order."""
    assert properties_of(candidate(UID, START, "Knee", "Bring a towel")) == [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Practice//Appointments//EN"),
        ("BEGIN", "VEVENT"),
        ("UID", "4711@practice.example"),
        ("DTSTART", "20260504T093000"),
        ("SUMMARY", "Knee"),
        ("DESCRIPTION", "Bring a towel"),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ]


def test_functional_line_ends(candidate):
    """Every line ends in CR LF, the last one as well."""
    ics = candidate(UID, START, "Knee", "Bring a towel")
    assert ics.endswith("END:VCALENDAR\r\n")
    assert re.search(r"[\r\n]", ics.replace("\r\n", "")) is None


def test_functional_another_appointment(candidate):
    """Another appointment has its own id, time and texts."""
    properties = properties_of(candidate("4712@practice.example", "20260505T140000", "Back", ""))
    assert ("UID", "4712@practice.example") in properties
    assert ("DTSTART", "20260505T140000") in properties
    assert ("SUMMARY", "Back") in properties
    assert ("DESCRIPTION", "") in properties


def test_functional_other_letters(candidate):
    """Umlauts, colons and quotation marks are written as they are."""
    ics = candidate(UID, START, "R\u00fccken: 2. Termin", 'Gru\u00df \u2600 "bis bald" <3')
    assert ("SUMMARY", "R\u00fccken: 2. Termin") in properties_of(ics)
    assert ("DESCRIPTION", 'Gru\u00df \u2600 "bis bald" <3') in properties_of(ics)


def test_functional_commas_and_semicolons(candidate):
    """Commas and semicolons are escaped in both texts."""
    ics = candidate(UID, START, "Knee, left", "Towel, shoes; no food;")
    assert ("SUMMARY", "Knee\\, left") in properties_of(ics)
    assert ("DESCRIPTION", "Towel\\, shoes\\; no food\\;") in properties_of(ics)


def test_functional_note_of_several_lines(candidate):
    """The line breaks of a note are read as line breaks again."""
    ics = candidate(UID, START, "Knee", "Towel\nShoes\n\nThank you")
    assert text_of(ics, "DESCRIPTION") == "Towel\nShoes\n\nThank you"


def test_functional_long_note(candidate):
    """A long note is read in full, with its blanks, whether or not its line was folded."""
    note = "Br\u00fcche, links;  bitte   n\u00fcchtern kommen \u2600 " * 12
    assert text_of(candidate(UID, START, "Knee", note), "DESCRIPTION") == note


def test_security_attendee_behind_crlf(candidate):
    """CR LF in the note, as forms send it, doesn't leave a line of its own in the file."""
    check_lines(candidate, "Knee", "Results\r\nATTENDEE:mailto:eve@evil.example")


def test_security_attachment_behind_cr(candidate):
    """A lone CR in the note doesn't add an attachment."""
    check_lines(candidate, "Knee", "Results\rATTACH:https://evil.example/form.html")


def test_security_event_in_the_note(candidate):
    """A note doesn't end the event and begin a second one."""
    for end in ("\r", "\n", "\r\n", "\n\r"):
        lines = ("x", "END:VEVENT", "BEGIN:VEVENT", "UID:1", "DTSTART:20260504T000000")
        check_lines(candidate, "Knee", end.join(lines))


def test_security_event_in_the_title(candidate):
    """A title doesn't end the event and begin a second one."""
    for end in ("\r", "\n", "\r\n", "\n\r"):
        lines = ("x", "END:VEVENT", "BEGIN:VEVENT", "UID:1", "DTSTART:20260504T000000")
        check_lines(candidate, end.join(lines), "Towel")


def test_security_alarm_in_the_title(candidate):
    """A line feed in the title doesn't add an alarm with an address."""
    check_lines(candidate, "Knee\nBEGIN:VALARM\nACTION:EMAIL\nATTENDEE:mailto:eve@evil.example", "")


def test_security_line_break_behind_a_backslash(candidate):
    """A backslash before a line break doesn't keep the break from being escaped."""
    for end in ("\r", "\n", "\r\n"):
        note = f"Results\\{end}ATTACH:https://evil.example/form.html"
        check_lines(candidate, "Knee", note)
        check_lines(candidate, note, "Towel")


def test_security_backslash_in_a_path(candidate):
    """A backslash before an n is shown as typed and isn't read as a line break."""
    check_texts(candidate, "C:\\new, really; yes")
    check_texts(candidate, "\\n\\N")


def test_security_backslash_before_a_separator(candidate):
    """A backslash before a comma or a semicolon doesn't cancel its escape."""
    for text in ("a\\,b", "a\\;b", "a\\\\,b", "\\\\;"):
        check_texts(candidate, text)


def test_security_backslash_at_the_end(candidate):
    """A backslash at the end of a text is one at its end when the file is read."""
    for text in ("Knee\\", "Knee\\\\", "\\"):
        check_texts(candidate, text)
