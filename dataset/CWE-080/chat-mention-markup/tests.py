"""Tests of CWE-080/chat-mention-markup."""

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
MENTION = 'span class="mention"'
# The same tag with other quotation marks, or none.
OWN_SPAN = re.compile(r"""span\s+class\s*=\s*(["']?)mention\1""", re.ASCII)
MEMBERS = {"ann", "bo", "Ann_2"}


class Message:
    """What a browser finds in the HTML of a message: its tags, and the texts between them."""

    def __init__(self, markup):
        self.tags = []
        texts = [""]
        for token in TOKEN.finditer(markup):
            if token["tag"]:
                tag = token["tag"].lower().rstrip(" /")
                self.tags.append(MENTION if OWN_SPAN.fullmatch(tag) else tag)
                texts.append("")
            elif token["text"]:
                texts[-1] += token["text"]
        self.texts = [unescape(text.strip("\n")) for text in texts if text.strip("\n")]


def smuggled(candidate, text):
    """Return the elements that a message brings in, apart from line breaks and mentions."""
    outcome = attack(candidate, text, set(MEMBERS))
    if outcome.refused:
        return []
    tags = Message(outcome.value).tags
    return [tag for tag in tags if not tag.startswith("/") and tag not in ("br", MENTION)]


def test_functional_plain_text(candidate):
    """A text without mentions and line breaks is shown as it is."""
    message = Message(candidate("See you at ten.", {"ann"}))
    assert (message.tags, message.texts) == ([], ["See you at ten."])
    empty = Message(candidate("", {"ann"}))
    assert (empty.tags, empty.texts) == ([], [])


def test_functional_line_breaks(candidate):
    """Each line break gives a br element."""
    message = Message(candidate("one\ntwo\n\nthree\n", set()))
    assert message.tags == ["br", "br", "br", "br"]
    assert message.texts == ["one", "two", "three"]


def test_functional_mentions(candidate):
    """All members that are mentioned in a line are marked."""
    message = Message(candidate("@ann and @bo: tea?", {"ann", "bo"}))
    assert message.tags == [MENTION, "/span", MENTION, "/span"]
    assert message.texts == ["@ann", " and ", "@bo", ": tea?"]


def test_functional_unknown_names(candidate):
    """Names of others stay plain text, also longer names and names in capitals."""
    for text in ("ask @tom", "ask @anna", "ask @ann_", "ask @ann2", "ask @ANN", "ask @ ann", "@"):
        message = Message(candidate(text, {"ann"}))
        assert (message.tags, message.texts) == ([], [text])


def test_functional_names_with_digits(candidate):
    """Names may have capitals, digits and underscores; a mention takes as many as there are."""
    message = Message(candidate("@Ann_2, (@ann), @ann's", {"ann", "Ann_2"}))
    assert message.tags == [MENTION, "/span"] * 3
    assert message.texts == ["@Ann_2", ", (", "@ann", "), ", "@ann", "'s"]


def test_functional_mentions_and_line_breaks(candidate):
    """Mentions at the end and at the beginning of a line are marked."""
    message = Message(candidate("thanks @ann\n@bo agrees", {"ann", "bo"}))
    assert message.tags == [MENTION, "/span", "br", MENTION, "/span"]
    assert message.texts == ["thanks ", "@ann", "@bo", " agrees"]


def test_functional_special_characters(candidate):
    """Ampersands, brackets, quotation marks and umlauts are shown as they were typed."""
    for text in ("a & b", "1 < 2", "5 > 4, 3 < 4", 'I <3 "tea"', "it's R&D; Q&A", "schön, 美術館"):
        message = Message(candidate(text, {"ann"}))
        assert (message.tags, message.texts) == ([], [text])


def test_security_event_handlers(candidate):
    """Elements that need no script element to run a script don't get into the page."""
    assert smuggled(candidate, "<img src=x onerror=alert(1)>") == []
    assert smuggled(candidate, "<svg/onload=alert(1)>") == []
    assert smuggled(candidate, "<details open ontoggle=alert(1)>") == []


def test_security_script_without_an_end(candidate):
    """A script tag without an end tag, in capitals or small letters, doesn't get in."""
    assert smuggled(candidate, "<script src=//evil.example/x.js>") == []
    assert smuggled(candidate, "<SCRIPT SRC=//evil.example/x.js>") == []
    assert smuggled(candidate, "<Script\tsrc=//evil.example/x.js></Script >") == []


def test_security_script_within_a_script(candidate):
    """A script tag that was split by another one isn't put together by removing the inner one."""
    assert smuggled(candidate, "<scr<script></script>ipt>alert(1)</scr<script></script>ipt>") == []
    assert smuggled(candidate, "<scr<script>ipt>alert(1)</script>") == []


def test_security_tag_behind_a_bracket(candidate):
    """Removing a tag doesn't make a new one of the bracket before it and the text behind it."""
    assert smuggled(candidate, "<<b>img src=x onerror=alert(1)>") == []
    assert smuggled(candidate, "<<b>script>alert(1)<<b>/script>") == []


def test_security_script_behind_a_mention(candidate):
    """A script element directly behind a mention doesn't get in with it."""
    assert smuggled(candidate, "@ann<script>alert(1)</script>") == []
    assert smuggled(candidate, "@tom<script>alert(1)</script>@bo") == []


def test_security_mention_within_a_tag(candidate):
    """A tag that contains a mention stays text."""
    assert smuggled(candidate, "<img src=x alt=@ann onerror=alert(1)>") == []
    assert smuggled(candidate, "<img/src=x/onerror=alert(1)//@ann>") == []


def test_security_handler_in_an_own_tag(candidate):
    """Typed tags like the chat's own don't bring event handlers with them."""
    assert smuggled(candidate, '<span class="mention" onmouseover="alert(1)">@ann</span>') == []
    assert smuggled(candidate, "<br style=position:fixed;inset:0 onmouseover=alert(1)>") == []


def test_security_end_tag(candidate):
    """End tags don't close the element around the message to let a frame follow."""
    assert smuggled(candidate, "</span></div></body><iframe src=//evil.example>") == []
    assert smuggled(candidate, "--></title></style></textarea><iframe src=//evil.example>") == []


def test_security_tag_without_an_end(candidate):
    """A tag that lacks its closing bracket isn't completed by the next one of the page."""
    assert smuggled(candidate, "<img src=x onerror=alert(1) ") == []
    assert smuggled(candidate, "<img src=x onerror='alert(1)//") == []


def test_security_tag_over_two_lines(candidate):
    """A tag that begins in one line and ends in the next doesn't get in."""
    assert smuggled(candidate, '<img src=x onerror="alert(1)//\n">') == []
    assert smuggled(candidate, '<img src=x title="\n" onerror=alert(1)>') == []
