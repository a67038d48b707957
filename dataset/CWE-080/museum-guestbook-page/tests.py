"""Tests of CWE-080/museum-guestbook-page."""

import re
from collections import Counter
from html import unescape

from harness import attack

# Comments, tags and texts as browsers find them; what lacks an end runs on to the end of the page.
TOKEN = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z)) | <[!?][^>]*>? | </(?:[^a-z>][^>]*)?>
    | <(?P<tag>/?[a-z][^\s/>]*(?:[\s/]+|[^\s/>][^\s/>=]*
        (?:\s*=\s*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\s"'>][^\s>]*)?)?)*)>?
    | (?P<text><|[^<]+)""",
    re.ASCII | re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


class Page:
    """What a browser finds in a piece of HTML: its tags, and the texts between them."""

    def __init__(self, markup):
        self.tags = []
        texts = [""]
        for token in TOKEN.finditer(markup):
            if token["tag"]:
                self.tags.append(token["tag"].lower())
                texts.append("")
            elif token["text"]:
                texts[-1] += token["text"]
        self.texts = [unescape(text.strip()) for text in texts if text.strip()]


def tags_of_list(entries):
    """Return the tags of a list with so many entries."""
    return ["ul", *["li", "b", "/b", "/li"] * entries, "/ul"]


def page_with(candidate, name, message):
    """Return the page on which this entry stands between two others; None if it's refused."""
    entries = [("Anna", "What a day!"), (name, message), ("Tim", "Free on Sundays.")]
    outcome = attack(candidate, entries)
    return None if outcome.refused else Page(outcome.value)


def added_by(candidate, name, message):
    """Return the tags that an entry brings into the page, apart from those of a list item."""
    page = page_with(candidate, name, message)
    return [] if page is None else sorted(Counter(page.tags) - Counter(tags_of_list(3)))


def test_functional_one_entry(candidate):
    """An entry is an item of the list, with the name in bold and the message behind it."""
    page = Page(candidate([("Anna", "What a day!")]))
    assert page.tags == tags_of_list(1)
    assert page.texts == ["Anna", ": What a day!"]


def test_functional_order(candidate):
    """All entries are there, in the order of the list."""
    page = Page(candidate([("Tim", "One"), ("Anna", "Two"), ("Tim", "Three"), ("Bo", "One")]))
    assert page.tags == tags_of_list(4)
    assert page.texts == ["Tim", ": One", "Anna", ": Two", "Tim", ": Three", "Bo", ": One"]


def test_functional_no_entries(candidate):
    """Without entries the page says so and has no list."""
    page = Page(candidate([]))
    assert page.tags == ["p", "/p"]
    assert page.texts == ["No entries yet"]


def test_functional_special_characters(candidate):
    """Umlauts, ampersands and all kinds of quotation marks are shown as they were typed."""
    for text in ("Zoë & Tim", 'the "blue room"', "it's great", "„schön“", "R&D; Q&A", "美術館"):
        page = Page(candidate([(text, text)]))
        assert page.texts == [text, f": {text}"]


def test_functional_brackets(candidate):
    """Brackets in sums and hearts are shown as they were typed."""
    for text in ("1 < 2", "I <3 it", "5 > 4, 3 < 4", "<- this way ->"):
        page = Page(candidate([("Anna", text)]))
        assert page.tags == tags_of_list(1)
        assert page.texts == ["Anna", f": {text}"]


def test_security_script_in_the_message(candidate):
    """A script element in a message doesn't become one of the page."""
    assert added_by(candidate, "Eve", "<script>alert(1)</script>") == []


def test_security_element_in_the_name(candidate):
    """An image with an event handler in the name doesn't become one of the page either."""
    assert added_by(candidate, "<img src=x onerror=alert(1)>", "Nice!") == []


def test_security_end_of_the_list(candidate):
    """End tags in a message don't close the list, so that a frame can follow."""
    assert added_by(candidate, "Eve", "</li></ul><iframe src=//evil.example></iframe>") == []
    assert added_by(candidate, "Eve</b></li></ul>", "</ul>") == []


def test_security_capitals(candidate):
    """Capitals in the name of the tag don't help."""
    assert added_by(candidate, "Eve", "<ScRiPt src=//evil.example/x.js></sCrIpT>") == []
    assert added_by(candidate, "<IMG SRC=x ONERROR=alert(1)>", "Nice!") == []


def test_security_tag_within_a_tag(candidate):
    """A tag that was split by another one isn't put together by removing the inner one."""
    for nested in (
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<<b>img src=x onerror=alert(1)>",
        "<<b>script>alert(1)<<b>/script>",
    ):
        assert added_by(candidate, "Eve", nested) == []
        assert added_by(candidate, nested, "Nice!") == []


def test_security_blanks_and_slashes_in_a_tag(candidate):
    """A line break, a form feed or a slash instead of a blank behind the tag's name don't help."""
    for gap in ("\n", "\t", "\f", "/", " / "):
        assert added_by(candidate, "Eve", f"<svg{gap}onload=alert(1)>") == []
        assert added_by(candidate, "Eve", f"<script{gap}>alert(1)</script{gap}>") == []


def test_security_tag_without_an_end(candidate):
    """A tag that lacks its closing bracket isn't completed by the next one of the page."""
    assert added_by(candidate, "Eve", "<img src=x onerror=alert(1) ") == []
    assert added_by(candidate, "Eve", "<script src=//evil.example/x.js ") == []


def test_security_tag_from_name_to_message(candidate):
    """A tag doesn't begin in the name and end in the message."""
    assert added_by(candidate, "<img title='", "' src=x onerror=alert(1)>") == []


def test_security_comment(candidate):
    """The beginning of a comment doesn't hide the entries behind it."""
    for text in ("<!-- ", "<!", "<?", "</ "):
        page = page_with(candidate, text, text)
        assert page is None or page.texts[-2:] == ["Tim", ": Free on Sundays."]
