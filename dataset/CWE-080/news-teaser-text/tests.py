"""Tests of CWE-080/news-teaser-text."""

import re
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
PARAGRAPH = 'p class="teaser"'
# The same tag with other quotation marks, or none.
OWN_PARAGRAPH = re.compile(r"""p\s+class\s*=\s*(["']?)teaser\1\s*""", re.ASCII)
TAG = "<img src=x onerror=alert(1)>"


def read(markup):
    """Return the tags and the text that a browser finds in a piece of HTML."""
    tags, text = [], ""
    for token in TOKEN.finditer(markup):
        if token["tag"]:
            tag = token["tag"].lower()
            tags.append(PARAGRAPH if OWN_PARAGRAPH.fullmatch(tag) else tag)
        text += token["text"] or ""
    return tags, unescape(text)


def shown(candidate, summary, limit):
    """Return the text of a teaser, which is a single paragraph."""
    tags, text = read(candidate(summary, limit))
    assert tags == [PARAGRAPH, "/p"]
    return text


def smuggled(candidate, summary, limit=200):
    """Return the elements of a teaser apart from its paragraph."""
    outcome = attack(candidate, summary, limit)
    if outcome.refused:
        return []
    tags, _ = read(outcome.value)
    return [tag for tag in tags if not tag.startswith("/") and tag != PARAGRAPH]


def test_functional_tags_are_removed(candidate):
    """Tags vanish, with their attributes; the text between them stays."""
    summary = "<div><p>Market <b>day</b> on <a href='https://a.example/?x=1'>Sunday</a></p></div>"
    assert shown(candidate, summary, 40) == "Market day on Sunday"
    assert shown(candidate, "Sun<br/>day <IMG SRC='map.png'>market", 40) == "Sunday market"


def test_functional_character_references(candidate):
    """Character references are shown as the characters that they mean."""
    for summary, text in (
        ("Fish &amp; chips", "Fish & chips"),
        ("Caf&eacute; for 3 &#8364; or &#x24;4", "Café for 3 € or $4"),
        ("&quot;5 &lt; 6&quot; and <i>7 &gt; 3</i>", '"5 < 6" and 7 > 3'),
        ("It&#39;s Zoë&rsquo;s", "It's Zoë’s"),
    ):
        assert shown(candidate, summary, 80) == text


def test_functional_white_space(candidate):
    """Runs of blanks, tabs and line breaks become one blank, and none is at either end."""
    assert shown(candidate, "\n <p>Market \t day</p>\r\n<p>on\nSunday</p>\n", 80) == (
        "Market day on Sunday"
    )
    assert shown(candidate, "", 80) == ""


def test_functional_cut(candidate):
    """A text that is too long is cut and gets an ellipsis, which counts too."""
    assert shown(candidate, "Market day on Sunday", 16) == "Market day on S…"
    assert shown(candidate, "Market day on <b>Sunday</b>", 14) == "Market day on…"
    assert shown(candidate, "Market day", 1) == "…"


def test_functional_not_cut(candidate):
    """A text of exactly so many characters isn't cut."""
    assert shown(candidate, "<p>Market day on Sunday</p>", 20) == "Market day on Sunday"
    assert shown(candidate, "M", 1) == "M"


def test_functional_counts_visible_characters(candidate):
    """What counts are the characters that readers see, not how they are written."""
    assert shown(candidate, "Fish &amp; chips", 12) == "Fish & chips"
    assert shown(candidate, "Fish &amp; chips", 7) == "Fish &…"
    assert shown(candidate, "Fish <b>&#x26;</b>\n\n\n chips", 10) == "Fish & ch…"


def test_security_encoded_tag(candidate):
    """Tags that are written with references don't come to life when these are decoded."""
    assert smuggled(candidate, "&lt;script&gt;alert(1)&lt;/script&gt;") == []
    assert smuggled(candidate, "&lt;img src=x onerror=alert(1)&gt;") == []


def test_security_spellings_of_references(candidate):
    """Nor do they if the references are numbers, in capitals or without a semicolon."""
    for bracket in ("&#60;", "&#x3c;", "&#X3C;", "&#0060;", "&LT;", "&lt", "&#60"):
        assert smuggled(candidate, f"{bracket}img src=x onerror=alert(1)&gt;") == []


def test_security_tag_without_an_end(candidate):
    """A tag that lacks its closing bracket isn't completed by the end of the paragraph."""
    assert smuggled(candidate, "Sale <img src=x onerror=alert(1) ") == []
    assert smuggled(candidate, "Sale <script src=//evil.example/x.js ") == []


def test_security_encoded_tag_without_an_end(candidate):
    """Nor is one whose opening bracket is written as a reference."""
    assert smuggled(candidate, "Sale &lt;img src=x onerror=alert(1) ") == []
    assert smuggled(candidate, "Sale &#60;svg onload=alert(1)//") == []


def test_security_encoded_twice(candidate):
    """References to the ampersand of other references don't make a tag, however deep."""
    for depth in range(2, 5):
        start, end = ("&" + "amp;" * (depth - 1) + name for name in ("lt;", "gt;"))
        assert smuggled(candidate, f"{start}img src=x onerror=alert(1){end}") == []


def test_security_tag_within_a_tag(candidate):
    """Removing an inner tag doesn't put an outer one together."""
    assert smuggled(candidate, "<scr<b>ipt>alert(1)</scr</b>ipt>") == []
    assert smuggled(candidate, "<<b>img src=x onerror=alert(1)>") == []
    assert smuggled(candidate, "&lt;<i>svg onload=alert(1)&gt;</i>") == []


def test_security_tag_behind_a_bracket(candidate):
    """Nor does it if tags are removed once more after the references were decoded."""
    assert smuggled(candidate, "&lt;&lt;b&gt;img src=x onerror=alert(1)&gt;") == []
    assert smuggled(candidate, "<<<b>b>svg onload=alert(1)>") == []


def test_security_capitals(candidate):
    """Capitals in the name of an encoded tag don't help."""
    assert smuggled(candidate, "&lt;SCRIPT&gt;alert(1)&lt;/SCRIPT&gt;") == []
    assert smuggled(candidate, "&lt;Img src=x onerror=alert(1)&gt;") == []


def test_security_every_limit(candidate):
    """Wherever the text is cut, no tag begins."""
    encoded = TAG.replace("<", "&lt;").replace(">", "&gt;")
    for summary in (f"A & B {encoded}", f"A & B {TAG[:-1]}", f"A &amp; B {encoded[:-4]}"):
        for limit in range(1, len(summary) + 2):
            assert smuggled(candidate, summary, limit) == []
