"""Tests of CWE-079/seat-picker-handler."""

import html
import re
from html.entities import html5

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

# The pieces of JavaScript that a handler can consist of.
STRING = r"'(?:[^'\\\n\r]|\\.)*'|\"(?:[^\"\\\n\r]|\\.)*\""
PIECE = re.compile(
    rf"[\s\ufeff]+|//[^\n\r\u2028\u2029]*|/\*.*?\*/|(?:{STRING})|`(?P<template>(?:[^`\\]|\\.)*)`"
    r"|(?P<name>[\w$]+)(?=(?P<call>\s*\())?|(?P<bracket>[()\[\]{}])|[-+*/%=<>!&|^~?:;,.]",
    re.DOTALL,
)
# An expression in a template literal; a backslash takes the next character with it.
EXPRESSION = re.compile(r"\\.|\$\{(.*?)\}", re.DOTALL)
PARTNERS = {")": "(", "]": "[", "}": "{"}
LITERAL = rf"(?:{STRING}|`(?:[^`\\$]|\\.|\$(?!\{{))*`)"
ARGUMENT = rf"({LITERAL}|this\s*\.\s*(?:dataset\s*\.\s*\w+|getAttribute\(\s*{LITERAL}\s*\)))"
PICK = re.compile(rf"\s*pick\s*\(\s*{ARGUMENT}\s*,\s*{ARGUMENT}\s*\)\s*;?\s*", re.DOTALL)
ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]+)\}|[ux]((?<=u)[0-9a-fA-F]{4}|(?<=x)[0-9a-fA-F]{2})|([0-7]{1,3})|(.))",
    re.DOTALL,
)
LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "\n": ""}

# The page around the button; quotation marks and brackets that the button leaves open end there.
AFTER = "<p id=\"rest\" title='rest'>the rest</p>"
REST = ("p", {"id": "rest", "title": "rest"})


def decode(value):
    """Return the value of an attribute with its character references replaced."""

    def character(match):
        known = match[1].startswith("#") or match[1] in html5
        return html.unescape(match[0]) if known else match[0]

    return REFERENCE.sub(character, value)


def read(markup):
    """Return what a browser reads: ("text", text), (tag, attributes) and ("/tag", {})."""
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
            at = comment.end()
        else:
            end = (markup + "<").index("<", at + 1)
            tokens.append(("text", html.unescape(markup[at:end])))
            at = end
    return tokens


def text_of(literal):
    """Return the value of a string literal of JavaScript."""

    def character(match):
        braced, digits, octal, letter = match.groups()
        if letter is not None:
            return LETTERS.get(letter, letter)
        return chr(int(octal, 8) if octal else int(braced or digits, 16))

    units = ESCAPE.sub(character, literal[1:-1])
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def value_of(argument, attributes):
    """Return what an argument of pick means."""
    if not argument.startswith("this"):
        return text_of(argument)
    if "getAttribute" in argument:
        literal = argument[argument.index("(") + 1 : -1].strip()
        return attributes.get(text_of(literal).translate(LOWER))
    key = argument.rpartition(".")[2].strip()
    return attributes.get("data-" + re.sub("[A-Z]", lambda match: f"-{match[0].lower()}", key))


def button_of(markup):
    """Return the attributes of the only button, and the text of the markup."""
    tokens = read(markup)
    (attributes,) = [content for kind, content in tokens if kind == "button"]
    return attributes, "".join(content for kind, content in tokens if kind == "text").strip()


def picked(markup):
    """Return what a click hands to pick, or None if the handler isn't one call of pick."""
    attributes, _ = button_of(markup)
    call = PICK.fullmatch(attributes.get("onclick", ""))
    return call and tuple(value_of(argument, attributes) for argument in call.groups())


def called(code):
    """Return the functions that this code calls; none if it doesn't compile."""
    names, open_brackets, at = set(), [], 0
    while at < len(code):
        piece = PIECE.match(code, at)
        if piece is None:
            return set()
        at = piece.end()
        if piece["call"]:
            names.add(piece["name"])
        for inner in EXPRESSION.findall(piece["template"] or ""):
            names |= called(inner)
        bracket = piece["bracket"]
        if bracket and bracket not in PARTNERS:
            open_brackets.append(bracket)
        elif bracket and (not open_brackets or open_brackets.pop() != PARTNERS[bracket]):
            return set()
    return set() if open_brackets else names


def harm_of(markup):
    """Return what the button brings into the page but itself, and what a click calls but pick."""
    elements = [
        (kind, content)
        for kind, content in read(markup + AFTER)
        if kind != "text" and not kind.startswith("/")
    ]
    harm = [f"<{tag}>" for tag, _ in elements if tag not in ("button", "span", "p")]
    for tag, attributes in elements:
        handlers = {name: code for name, code in attributes.items() if name.startswith("on")}
        code = handlers.pop("onclick", "") if tag == "button" else ""
        harm += sorted(called(code) - {"pick", "getAttribute"})
        harm += [f"{tag} {name}" for name in handlers]
    if elements[-1] != REST:
        harm.append("the rest of the page is swallowed")
    return harm


def harm_by(candidate, *texts):
    """Return the harm that these texts do as holders and as seats; none where they are refused."""
    harm = []
    for text in texts:
        for seat, holder in (("B 12", text), (text, "Anna")):
            outcome = attack(candidate, seat, holder)
            harm += [] if outcome.refused else harm_of(outcome.value)
    return harm


def test_functional_label(candidate):
    """There is one button, and its text is the seat."""
    for seat in ("B 12", "Loge Süd & Nord <3"):
        assert button_of(candidate(seat, "Anna Berg"))[1] == seat


def test_functional_click(candidate):
    """A click calls pick with the seat and the holder."""
    assert picked(candidate("B 12", "Anna Berg")) == ("B 12", "Anna Berg")
    assert picked(candidate("C 1", "Boris")) == ("C 1", "Boris")


def test_functional_free_seat(candidate):
    """The holder of a free seat is an empty text."""
    assert picked(candidate("B 12", "")) == ("B 12", "")


def test_functional_characters(candidate):
    """Umlauts, emojis, an ampersand, brackets and blanks arrive as they were typed."""
    for holder in ("Jörg Müller & Söhne", "Łukasz  李 \U0001f600", "Ann <3 (the 2nd), {x} / %41"):
        assert picked(candidate("Loge Süd", holder)) == ("Loge Süd", holder)


def test_functional_nothing_dropped(candidate):
    """No character is dropped or replaced (whether it gets out of its place is another test)."""
    for text in ("Conan O'Brien", 'Bea "Bee" Lee', "A `b` c", "AC\\DC\\", "Eve ${x}", "<b>Eve</b>"):
        for seat, holder in (("B 12", text), (text, "Anna")):
            markup = candidate(seat, holder)
            if not harm_of(markup):
                assert picked(markup) in (None, (seat, holder))
                assert picked(markup) is None or button_of(markup)[1] == seat


def test_security_apostrophe(candidate):
    """An apostrophe doesn't end the literal to run a function of the customer's."""
    assert harm_by(candidate, "');evil();//", "'+evil()+'", "',evil(),'") == []


def test_security_double_quote(candidate):
    """Nor does a double quote."""
    assert harm_by(candidate, '");evil();//', '"+evil()+"', '",evil(),"') == []


def test_security_backslash_before_a_quote(candidate):
    """A backslash doesn't take the meaning from the one that was put before a quote."""
    assert harm_by(candidate, "\\');evil();//", '\\");evil();//', "\\`);evil();//") == []


def test_security_backslash_at_the_end(candidate):
    """A backslash at the end of the seat doesn't make its literal go on into the holder."""
    outcome = attack(candidate, "B 12\\", ",evil());//")
    assert outcome.refused or harm_of(outcome.value) == []


def test_security_template(candidate):
    """A backtick or an expression of a template literal doesn't run a function either."""
    assert harm_by(candidate, "`);evil();//", "`+evil()+`", "${evil()}") == []


def test_security_references(candidate):
    """Character references, which a browser decodes in the handler, don't end the literal."""
    for quote in ("&#39;", "&apos;", "&#x27", "&quot;", "&#34;", "&grave;"):
        assert harm_by(candidate, f"{quote});evil();//", f"{quote}+evil()+{quote}") == []


def test_security_further_attribute(candidate):
    """Quotation marks don't end the attribute to begin another event handler."""
    texts = ("\" onfocus=\"evil()\" x=\"", "' onfocus='evil()' x='", "x onfocus=evil() ")
    assert harm_by(candidate, *texts) == []


def test_security_further_element(candidate):
    """Brackets don't end the tag to begin a script."""
    for end in ('">', "'>", "</button>", ""):
        texts = (f"{end}<script>evil()</script>", f"{end}<img src=x onerror=evil()>")
        assert harm_by(candidate, *texts) == []


def test_security_open_tag_in_the_label(candidate):
    """A tag in the label that isn't closed, or a comment, doesn't swallow the rest of the page."""
    assert harm_by(candidate, "B <img src=x onerror=evil() ", "B <!--") == []
