"""Tests of CWE-079/dashboard-inline-json."""

import html
import json
import re

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
SCRIPT_STEP = re.compile(r"<!(?=--)|-->|<(/?)script(?=[\t\n\f />])", re.IGNORECASE | re.ASCII)
LOWER = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
# Elements in which a browser looks for nothing but the end tag; in some it decodes references.
RAW_TEXT = ("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript")
DECODED_TEXT = ("title", "textarea")


def end_of_script(markup, at):
    """Return where a browser finds the end tag of the script element whose content begins here."""
    in_comment = in_inner_script = False
    for step in SCRIPT_STEP.finditer(markup, at):
        if step[0] == "<!":
            in_comment = True
        elif step[0] == "-->":
            in_comment = in_inner_script = False
        elif not step[1]:
            in_inner_script = in_comment
        elif not in_inner_script:
            return step.start()
        else:
            in_inner_script = False
    return len(markup)


def end_of_content(markup, at, tag):
    """Return where the content of a raw element ends."""
    if tag == "script":
        return end_of_script(markup, at)
    end = re.compile(rf"</{tag}(?=[\t\n\f />])", re.IGNORECASE | re.ASCII).search(markup, at)
    return end.start() if end else len(markup)


def read(markup):
    """Return what a browser reads: ("text", text), (tag, attributes) and ("/tag", {})."""
    markup = re.sub("\r\n?", "\n", markup).replace("\0", "\ufffd")
    tokens, at = [], 0
    while at < len(markup):
        if match := TAG.match(markup, at):
            attributes, at = {}, match.end()
            while attribute := ATTRIBUTE.match(markup, at):
                name, *values = attribute.groups(default="")
                attributes.setdefault(name.translate(LOWER), html.unescape("".join(values)))
                at = attribute.end()
            if not (end := END_OF_TAG.match(markup, at)):
                break
            at = end.end()
            tag = match[1] + match[2].translate(LOWER)
            tokens.append((tag, attributes))
            if tag in RAW_TEXT + DECODED_TEXT:
                end = end_of_content(markup, at, tag)
                content = markup[at:end]
                tokens.append(("text", html.unescape(content) if tag in DECODED_TEXT else content))
                at = end
        elif comment := COMMENT.match(markup, at):
            at = comment.end()
        else:
            end = (markup + "<").index("<", at + 1)
            tokens.append(("text", html.unescape(markup[at:end])))
            at = end
    return tokens


def outline(markup):
    """Return the elements of a page with the names of their attributes, in order."""
    return [
        " ".join([tag, *sorted(content)])
        for tag, content in read(markup)
        if tag != "text" and not tag.startswith("/")
    ]


def texts_of(markup, tag):
    """Return the texts of all elements of a kind, without blanks around them."""
    texts, inside = [], False
    for kind, content in read(markup):
        if kind == tag:
            texts.append("")
        if kind.strip("/") == tag:
            inside = kind == tag
        elif inside and kind == "text":
            texts[-1] += content
    return [text.strip() for text in texts]


def data_of(markup):
    """Return the readings as the chart's script finds them."""
    tokens = read(markup)
    (content,) = [
        text
        for (tag, attributes), (kind, text) in zip(tokens, tokens[1:], strict=False)
        if tag == "script" and attributes.get("id") == "readings" and kind == "text"
    ]
    return json.loads(content)


def reading(station, temperature=11.5):
    """Return a reading of a station."""
    return {"station": station, "temperature": temperature, "time": "2026-03-14T12:00"}


def page_with(candidate, *stations, title="Valley"):
    """Return the page with a reading for each of these stations."""
    return candidate(title, [reading(station) for station in stations])


def changed_by(candidate, *stations, title="Valley"):
    """Return the elements of a page if these names and this title make them others than usual."""
    usual = outline(page_with(candidate, *["Lower field"] * len(stations)))
    outcome = attack(page_with, candidate, *stations, title=title)
    found = usual if outcome.refused else outline(outcome.value)
    return [] if found == usual else found


def test_functional_readings_as_json(candidate):
    """The element holds the readings as JSON."""
    readings = [reading("Lower field"), reading("Hill", -3.25), reading("Bridge", None)]
    assert data_of(candidate("Valley", readings)) == readings


def test_functional_elements_of_the_page(candidate):
    """The body has heading, data, canvas and the chart's script, in this order and once each."""
    elements = [(tag, content) for tag, content in read(page_with(candidate, "Hill"))]
    found = [
        tag if tag == "h1" else content.get("src") or content.get("id")
        for tag, content in elements
        if tag in ("h1", "script", "canvas")
    ]
    assert found == ["h1", "readings", "chart", "/static/chart.js"]
    scripts = [content for tag, content in elements if tag == "script"]
    assert scripts[0].get("type") == "application/json"


def test_functional_no_readings(candidate):
    """Without readings the array is empty."""
    assert data_of(candidate("Valley", [])) == []


def test_functional_title_and_heading(candidate):
    """The title stands in the title element and in the heading."""
    for title in ("Valley", "Hof & Garten: \"Süd\", <3 °C, Anna's"):
        page = page_with(candidate, "Hill", title=title)
        assert texts_of(page, "title") == [title]
        assert texts_of(page, "h1") == [title]


def test_functional_characters_of_stations(candidate):
    """Umlauts, quotes, references and brackets in a station's name aren't changed."""
    names = ["Größte Wiese", "Anna's \"Lab\"", "C:\\new & old", "a < b > c", "&lt;b&gt; &amp;"]
    assert [row["station"] for row in data_of(page_with(candidate, *names))] == names


def test_functional_nothing_dropped(candidate):
    """Tags in a title or a name aren't dropped (whether they become elements is another test)."""
    for text in ("<b>Hill</b>", "</script><b>", "<!-- <script> <b>", "</title></h1><b> &lt; &amp;"):
        page = page_with(candidate, text, title=text)
        if outline(page) == outline(page_with(candidate, "Hill")):
            assert data_of(page) == [reading(text)]
            assert texts_of(page, "h1") == texts_of(page, "title") == [text]


def test_security_end_tag_in_a_station(candidate):
    """An end tag in a station's name doesn't end the element to begin another script."""
    assert changed_by(candidate, "</script><script>alert(1)</script>") == []
    assert changed_by(candidate, "Hill", "</script><img src=x onerror=alert(1)>") == []


def test_security_end_tag_written_otherwise(candidate):
    """Nor does one in capitals, with a blank, a slash or an attribute, or one inside of another."""
    for end in ("</SCRIPT>", "</script >", "</sCript/>", "</script x=y>", "</scr</script>ipt>"):
        assert changed_by(candidate, f"{end}<img src=x onerror=alert(1)>") == []


def test_security_comment_and_script_swallow_the_page(candidate):
    """A comment and a script that begin in a name don't make the rest of the page data."""
    for name in ("<!--<script>", "<!-- <SCRIPT x", "<!--\n<script/"):
        assert changed_by(candidate, name) == []


def test_security_comment_and_script_in_two_names(candidate):
    """Nor do they if they are spread over two stations."""
    assert changed_by(candidate, "Hill <!--", "Hill <script>", "Hill") == []


def test_security_end_of_the_title(candidate):
    """An end tag in the title doesn't end the title element to begin a script."""
    for title in ("</title><script>alert(1)</script>", "</TITLE ><img src=x onerror=alert(1)>"):
        assert changed_by(candidate, "Hill", title=title) == []


def test_security_tags_in_the_heading(candidate):
    """A tag in the title stays text in the heading, finished or not."""
    for title in ("<img src=x onerror=alert(1)>", "Hill <img src=x onerror=alert(1) ", "Hill <!--"):
        assert changed_by(candidate, "Hill", title=title) == []


def test_security_quotes_in_the_title(candidate):
    """Quotation marks in the title don't begin an attribute, wherever the title is used."""
    for title in ('Hill" onclick="alert(1)', "Hill' onclick='alert(1)"):
        assert changed_by(candidate, "Hill", title=title) == []
