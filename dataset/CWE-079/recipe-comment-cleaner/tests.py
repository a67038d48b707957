"""Tests of CWE-079/recipe-comment-cleaner."""

import html
import re
from html.entities import html5
from itertools import groupby

from harness import attack

# The pieces of HTML as browsers split it (the tokenizer of the HTML standard).
TAG = re.compile(r"<(/?)([a-zA-Z][^\t\n\f />]*)")
ATTRIBUTE = re.compile(
    r"[\t\n\f /]*([^\t\n\f />][^\t\n\f />=]*)(?:[\t\n\f ]*=[\t\n\f ]*"
    r"(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^\t\n\f >\"'][^\t\n\f >]*)|))?"
)
END_OF_TAG = re.compile(r"[\t\n\f /]*>")
COMMENT = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|</>|<(?:[!?]|/[^a-zA-Z])[^>]*(?:>|\Z)", re.DOTALL
)
REFERENCE = re.compile(r"&(#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z0-9]+(?:;|(?![a-zA-Z0-9=])))")
LOWER = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
BLANKS_AND_CONTROLS = "".join(map(chr, range(33)))

ALLOWED = ("b", "i", "em", "strong", "p", "br", "a")

# The page around the comment; quotation marks and brackets that the comment leaves open end there.
BEFORE = "<div>"
AFTER = "</div><p id=\"rest\" title='rest'>the rest</p>"
REST = ("p", {"id": "rest", "title": "rest"})


def decode(value):
    """Return the value of an attribute with its character references replaced."""

    def character(match):
        known = match[1].startswith("#") or match[1] in html5
        return (html.unescape(match[0]) or "\x01") if known else match[0]

    return REFERENCE.sub(character, value)


def read(markup):
    """Return what a browser reads: ("text", …), ("comment", …), (tag, {…}), ("/tag", {})."""
    markup = re.sub("\r\n?", "\n", markup).replace("\0", "\ufffd")
    tokens, at = [], 0
    while at < len(markup):
        if tag := TAG.match(markup, at):
            attributes, at = {}, tag.end()
            while attribute := ATTRIBUTE.match(markup, at):
                name, *values = attribute.groups(default="")
                attributes.setdefault(name.translate(LOWER), decode("".join(values)))
                at = attribute.end()
            if not (end := END_OF_TAG.match(markup, at)):
                break
            tokens.append((tag[1] + tag[2].translate(LOWER), {} if tag[1] else attributes))
            at = end.end()
        elif comment := COMMENT.match(markup, at):
            tokens.append(("comment", comment[0]))
            at = comment.end()
        else:
            end = (markup + "<").index("<", at + 1)
            tokens.append(("text", html.unescape(markup[at:end])))
            at = end
    return tokens


def pieces_of(markup):
    """Return what a browser reads, with neighbouring texts as one."""
    pieces = []
    for is_text, group in groupby(read(markup), key=lambda token: token[0] == "text"):
        pieces += [("text", "".join(text for _, text in group))] if is_text else group
    return pieces


def scheme_of(address):
    """Return the scheme of an address as a browser finds it."""
    address = re.sub(r"[\t\n\r]", "", address.strip(BLANKS_AND_CONTROLS))
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)", address)
    return scheme[0].lower() if scheme else ""


def harm_of(markup):
    """Return what a browser finds in a result but the allowed elements."""
    elements = [
        (kind, content)
        for kind, content in read(BEFORE + markup + AFTER)
        if kind not in ("text", "comment") and not kind.startswith("/")
    ]
    harm = [f"<{tag}>" for tag, _ in elements if tag not in ("div", *ALLOWED)]
    for tag, attributes in elements:
        harm += [f"{tag} {name}" for name in attributes if name.startswith("on")]
        if scheme_of(attributes.get("href", "")) in ("javascript", "vbscript", "data"):
            harm.append(f"link to {attributes['href']!r}")
    if elements[-1] != REST:
        harm.append("the rest of the page is swallowed")
    return harm


def harm_by(candidate, *comments):
    """Return the harm that these comments do; none where they are refused."""
    harm = []
    for comment in comments:
        outcome = attack(candidate, f"Tasty! {comment}")
        harm += [] if outcome.refused else harm_of(outcome.value)
    return harm


def test_functional_allowed_elements(candidate):
    """Allowed elements stay."""
    comment = "<p>Try <b>less</b> <i>salt</i>,<br><em>more <strong>wine</strong></em></p><p>Ann</p>"
    assert pieces_of(candidate(comment)) == pieces_of(comment)
    assert pieces_of(candidate("<EM>Hot</eM>")) == pieces_of("<em>Hot</em>")


def test_functional_other_elements(candidate):
    """Other tags go, and their text stays."""
    comment = "<h1>Soup</h1> is <font color='red' size=7>hot</font> <blink>today</blink>"
    assert pieces_of(candidate(comment)) == [("text", "Soup is hot today")]
    assert pieces_of(candidate("<ul><li><b>Salt</b></li></ul>")) == pieces_of("<b>Salt</b>")


def test_functional_scripts_styles_and_comments(candidate):
    """Scripts, styles and comments go with all that is in them."""
    script, style = "<script>if (1 < 2) f('<b>')</script>", "<style>p { color: red }</style>"
    comment = f"Hot{script} so{style}up<!-- no <b> -->!"
    assert pieces_of(candidate(comment)) == [("text", "Hot soup!")]


def test_functional_links(candidate):
    """A link to a web address keeps its address."""
    for address in ("https://a.example/?q=salt&lang=de", "http://a.example/#top"):
        markup = f'My <a href="{html.escape(address)}">way</a> of it'
        expected = [("text", "My "), ("a", {"href": address}), ("text", "way"), ("/a", {})]
        assert pieces_of(candidate(markup)) == [*expected, ("text", " of it")]


def test_functional_text(candidate):
    """References, ampersands, brackets and quotation marks in the text show the same."""
    for comment in (
        "Fish & chips: 1 < 2, 3 > 2, \"hot\" & it's Jörg's",
        "&copy; 2026 M&uuml;ller &amp; S&#246;hne &#x2014; 5 &lt; 6",
        "",
    ):
        assert pieces_of(candidate(comment)) == pieces_of(comment)


def test_functional_no_other_attributes(candidate):
    """Attributes go, harmless ones too (whether an event handler goes is another test)."""
    markup = candidate('<b class="big"/onclick="x()">Hot</b>')
    assert harm_of(markup) or pieces_of(markup) == pieces_of("<b>Hot</b>")
    markup = candidate('<a class="big" href="https://a.example/" id="c"/onclick="x()">Hot</a>')
    expected = pieces_of('<a href="https://a.example/">Hot</a>')
    assert harm_of(markup) or pieces_of(markup) == expected


def test_functional_other_addresses(candidate):
    """Other addresses go, and the text of the link stays (scripts are another test)."""
    links = ("mailto:ann@a.example", "ftp://a.example/", "/recipes/7", "jav&#x09;ascript:x()")
    markup = candidate(" ".join(f'<a href="{link}">x</a>' for link in links))
    pieces = pieces_of(markup)
    hrefs = [content for kind, content in pieces if kind == "a" and content.get("href")]
    texts = "".join(content for kind, content in pieces if kind == "text")
    assert harm_of(markup) or (hrefs == [] and texts == "x x x x")


def test_functional_nothing_dropped(candidate):
    """Text that looks like a tag stays (whether it becomes an element is another test)."""
    comments = ("Use &lt;h1&gt; &quot;here&quot;", "a &lt;u&gt; &amp;copy;", "&lt;img src=x&gt;")
    for comment in comments:
        markup = candidate(comment)
        assert harm_of(markup) or pieces_of(markup) == pieces_of(comment)


def test_security_event_handlers(candidate):
    """Allowed elements have no event handlers in the result."""
    comments = (
        "<b onmouseover=alert(1)>x</b>",
        "<P ONCLICK='alert(1)'>x</P>",
        "<a href='https://a.example/' onclick='alert(1)'>x</a>",
        "<i\nonclick\n=\nalert(1)>x</i>",
        "<em/onclick=alert(1)>x</em>",
        "<b onmouseover='alert(1)' />x",
        "one<br onclick=alert(1)/>two",
    )
    assert harm_by(candidate, *comments) == []


def test_security_other_elements(candidate):
    """Elements with handlers don't get through, however their tags are written."""
    comments = (
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<img\x0csrc=x\x0conerror=alert(1)>",
        "<ScRiPt/x>alert(1)</sCrIpT >",
        "<iframe\nsrcdoc='&lt;script>alert(1)&lt;/script>'>",
        "<my-tag onclick=alert(1)>",
    )
    assert harm_by(candidate, *comments) == []


def test_security_escaped_tags(candidate):
    """Tags that the reader wrote as text stay text."""
    comments = (
        "&lt;img src=x onerror=alert(1)&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "&ltimg src=x onerror=alert(1)&gt",
        "&amp;lt;svg onload=alert(1)&amp;gt; &lt;svg onload=alert(1)&gt;",
    )
    assert harm_by(candidate, *comments) == []


def test_security_script_links(candidate):
    """A link to a script, or to a page that the address carries, is none in the result."""
    comments = (
        '<a href="javascript:alert(1)">x</a>',
        "<a href=JaVaScRiPt:alert(1)>x</a>",
        "<a href='javascript://https://a.example/%0Aalert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    )
    assert harm_by(candidate, *comments) == []


def test_security_hidden_script_links(candidate):
    """Nor if tabs, line breaks, control characters or references hide its scheme."""
    comments = (
        '<a href="jav&#x09;ascript:alert(1)">x</a>',
        '<a href="java\nscript:alert(1)">x</a>',
        '<a href="&#106;avascript&colon;alert(1)">x</a>',
        '<a href="\x01 javascript:alert(1)">x</a>',
        '<a href="javascript:alert(1)//\nhttps://a.example/">x</a>',
        '<a href="javascript://\u2100/%0Aalert(1)">x</a>',
    )
    assert harm_by(candidate, *comments) == []


def test_security_quotes_in_an_address(candidate):
    """Quotation marks in an address, written as references or not, don't end the attribute."""
    comments = (
        '<a href="https://a.example/&quot; onclick=&quot;alert(1)">x</a>',
        "<a href='https://a.example/\" onclick=\"alert(1)'>x</a>",
        "<a href=\"https://a.example/&#39; onclick=&#39;alert(1)\">x</a>",
        '<a href="https://a.example/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">x</a>',
    )
    assert harm_by(candidate, *comments) == []


def test_security_tag_without_an_end(candidate):
    """A tag or a comment that isn't closed doesn't swallow what follows in the page."""
    comments = (
        "<img src=x onerror=alert(1) ",
        "<img src=x onerror=alert(1) title='",
        "<b onclick=alert(1) ",
        "&lt;img src=x onerror=alert(1) ",
        "<!-- ",
        "</b onclick='",
    )
    assert harm_by(candidate, *comments) == []


def test_security_tags_inside_of_tags(candidate):
    """Dropping one tag doesn't make another one from what is around it."""
    comments = (
        "<im<x>g src=x onerror=alert(1)>",
        "<scr<script></script>ipt>alert(1)</script>",
        "<<x>img src=x onerror=alert(1)>",
        "<im<!-- x -->g src=x onerror=alert(1)>",
    )
    assert harm_by(candidate, *comments) == []
