"""Tests of CWE-116/freight-edi-segment."""

from harness import attack, raises


def decode(message):
    """Read a message as the problem describes the format: return tags and elements of segments."""
    segments, elements, text = [], [[]], ""
    characters = iter(message)
    for char in characters:
        if char == "?":
            text += next(characters, "")
        elif char in "+:'":
            elements[-1].append(text)
            text = ""
            if char == "+":
                elements.append([])
            elif char == "'":
                segments.append((":".join(elements[0]), elements[1:]))
                elements = [[]]
        else:
            text += char
    assert elements == [[]] and text == "", f"{message!r} doesn't end with a segment"
    return segments


def check_segment(candidate, elements):
    """The segment is refused, or it is read as one with these texts, also between others."""
    outcome = attack(candidate, "FTX", elements)
    if outcome.refused:
        return
    before, after = candidate("BGM", [["9"]]), candidate("UNT", [["3"], ["1"]])
    segments = decode(before + outcome.value + after)
    expected = [("BGM", [["9"]]), ("FTX", elements), ("UNT", [["3"], ["1"]])]
    assert segments == expected, f"{outcome.value!r} is read as {segments[1:-1]}"


def test_functional_elements(candidate):
    """Tag, elements and components are read in their order."""
    elements = [["CN"], ["Harbour Ltd", "Quay 7"], ["4711"]]
    assert decode(candidate("NAD", elements)) == [("NAD", elements)]


def test_functional_tag_alone(candidate):
    """A segment without elements is its tag and the apostrophe."""
    assert candidate("UNS", []) == "UNS'"


def test_functional_components(candidate):
    """An element may have many components, and a segment many elements."""
    elements = [["a", "b", "c", "d"], ["e"], ["f", "g"]]
    assert decode(candidate("LIN", elements)) == [("LIN", elements)]


def test_functional_separators_in_texts(candidate):
    """A plus sign, a colon and an apostrophe in a text are read as text."""
    elements = [["Tom + Jo"], ["at 10:30", "O'Neill"], ["+", ":", "'"], ["a++b::c''"]]
    assert decode(candidate("FTX", elements)) == [("FTX", elements)]


def test_functional_empty_components(candidate):
    """Empty components are kept, wherever they stand."""
    elements = [[""], ["", "a", "", "b", ""], ["", ""], ["c"], [""]]
    assert decode(candidate("FTX", elements)) == [("FTX", elements)]


def test_functional_other_characters(candidate):
    """Umlauts, commas, backslashes, quotation marks and line breaks are read as they are."""
    elements = [["M\u00fcller, K\u00f6ln"], ['"a\\b"', "50 % & <c>"], ["two\nlines"]]
    assert decode(candidate("NAD", elements)) == [("NAD", elements)]


def test_functional_bad_tag(candidate):
    """A tag that isn't three capital letters raises ValueError."""
    for tag in ("", "NA", "NADX", "nad", "Nad", "123", "N1D", "N D", "NA+", "NA'"):
        with raises(ValueError):
            candidate(tag, [["CN"]])


def test_security_second_segment(candidate):
    """A question mark before an apostrophe doesn't let the customer begin a segment."""
    check_segment(candidate, [["X?'TDT"], ["20"], ["EVIL"]])
    check_segment(candidate, [["X?'LOC+11+EVIL"]])


def test_security_two_question_marks(candidate):
    """Two question marks before an apostrophe don't let the customer begin a segment."""
    check_segment(candidate, [["X??'TDT"], ["20"], ["EVIL"]])


def test_security_rows_of_question_marks(candidate):
    """However many question marks stand before a separator, it isn't one."""
    for count in range(1, 8):
        for separator in ("'", "+", ":", "''"):
            check_segment(candidate, [["A", f"X{'?' * count}{separator}TDT"], ["20"]])


def test_security_question_mark_at_the_end(candidate):
    """A text that ends in question marks isn't merged with the next one."""
    for count in range(1, 6):
        text = "Is it fragile" + "?" * count
        check_segment(candidate, [[text, "Harbour Ltd"], [text], ["7"]])


def test_security_end_of_the_segment(candidate):
    """A question mark at the end of the last text doesn't swallow the end of the segment."""
    check_segment(candidate, [["4"], ["Ready?"]])
    check_segment(candidate, [["?"]])


def test_security_separated_pairs(candidate):
    """Pairs that come about when others are taken out of the text don't separate anything."""
    for text in ("X??''TDT", "X?+?'TDT", "X??+'TDT", "X?'?'?'TDT", "X'?'TDT?'"):
        check_segment(candidate, [[text], ["20"]])


def test_security_question_marks_are_kept(candidate):
    """A question mark within a text, before a letter or another one, is read as it is."""
    for text in ("What? Where?", "a?b", "??", "?+", "??:", "?'", "???"):
        check_segment(candidate, [[text, text], [text], ["x"]])
