"""Tests of CWE-776/glossary-expansion."""

from harness import attack, raises

MAX_CHARACTERS = 100_000
PHRASE = "To whom it may concern, with all respect"


def _levels(count: int, references: int, base: str) -> str:
    """Declarations of a0, a1, …: each uses the one before several times."""
    declarations = [f'<!ENTITY a0 "{base}">']
    for level in range(1, count + 1):
        value = " ".join([f"&a{level - 1};"] * references)
        declarations.append(f'<!ENTITY a{level} "{value}">')
    return "\n".join(declarations)


def _article(declarations: str, title: str = "Letters", text: str = "Letters are sent.") -> str:
    return f"<!DOCTYPE article [{declarations}]>\n<article title='{title}'>{text}</article>"


def _length(outcome) -> int:
    """How long the article is that was returned, 0 if none was."""
    if outcome.refused:
        return 0
    return len(outcome.value["title"]) + len(outcome.value["text"])


def test_functional_abbreviations(candidate):
    """Abbreviations are expanded in the text and in the title."""
    document = b"""<?xml version="1.0"?>
<!DOCTYPE article [
  <!ENTITY un "United Nations">
  <!ENTITY ga 'General Assembly of the &un;'>
  <!-- in use since 1945 -->
]>
<article title="The &ga;">The &un; &amp; its <b>members</b>:<!-- all? -->
  &ga;, &#169; &un;.</article>
"""
    assert candidate(document) == {
        "title": "The General Assembly of the United Nations",
        "text": "The United Nations & its members:\n"
        "  General Assembly of the United Nations, © United Nations.",
    }


def test_functional_nested_abbreviations(candidate):
    """Abbreviations use others over several levels, also later ones, and contain elements."""
    declarations = (
        "<!ENTITY d '&c;, &c; and &b;'><!ENTITY a 'oak'>"
        "<!ENTITY b '&a;-tree'><!ENTITY c 'old <i class=\"x\">&b;</i>'>"
    )
    document = _article(declarations, "&b;", "<p>See &d;</p>; &a;")
    assert candidate(document.encode()) == {
        "title": "oak-tree",
        "text": "See old oak-tree, old oak-tree and oak-tree; oak",
    }


def test_functional_plain_article(candidate):
    """An article without abbreviations is read, with elements, CDATA and an empty text."""
    text = b"\n<p>High &lt;<![CDATA[& low]]></p> <x/>"
    document = b"<article lang='en' title='Tides'>" + text + b"</article>"
    assert candidate(document) == {"title": "Tides", "text": "\nHigh <& low "}
    assert candidate(b"<article title='Tides'/>") == {"title": "Tides", "text": ""}


def test_functional_encodings(candidate):
    """Articles in UTF-8, UTF-16 and ISO-8859-1 are read."""
    body = _article("<!ENTITY z 'Zürich'>", "Käse aus &z;", "Schön: &z;")
    for encoding in ("utf-8", "utf-16", "iso-8859-1"):
        document = f"<?xml version='1.0' encoding='{encoding}'?>{body}".encode(encoding)
        assert candidate(document) == {"title": "Käse aus Zürich", "text": "Schön: Zürich"}


def test_functional_long_articles(candidate):
    """Articles of 100,000 characters are read, plain ones and those with abbreviations."""
    text = "Low tide. " * 9_999
    document = f"<article title='Low tides'>{text}!</article>"
    assert candidate(document.encode()) == {"title": "Low tides", "text": text + "!"}
    sentence = "It was low tide at the mouth of the river, and the boats were lying on the sand. "
    declarations = f"<!ENTITY s '{sentence}'><!ENTITY p '{'&s;' * 12}'>"
    document = _article(declarations, "Low tides", "<p>&p;</p>" * 100)
    assert candidate(document.encode()) == {"title": "Low tides", "text": sentence * 1200}


def test_functional_documents_that_are_too_long(candidate):
    """A document of 500,000 bytes is read, a longer one raises ValueError."""
    start, end = b"<article title='T'>short", b"</article>"
    comment = b"<!--" + b"x" * (500_000 - len(start) - len(end) - 7) + b"-->"
    assert candidate(start + comment + end) == {"title": "T", "text": "short"}
    with raises(ValueError):
        candidate(start + comment + b" " + end)


def test_functional_no_article(candidate):
    """Another root, a missing title and documents that aren't well-formed raise ValueError."""
    for document in [
        "<recipe title='Soup'>Boil.</recipe>",
        "<article>Tides</article>",
        "<article><p title='Tides'>Tides</p></article>",
        "",
        "Tides",
        "<article title='Tides'><b>Low</article>",
        "<article title='Tides'>&unknown;</article>",
        "<article title='Tides'>Low & high</article>",
    ]:
        with raises(ValueError):
            candidate(document.encode())


def test_security_five_levels(candidate):
    """Five levels of ten uses each make four million characters of some 600 bytes."""
    document = _article(_levels(5, 10, PHRASE), text="<p>&a5;</p>")
    assert _length(attack(candidate, document.encode())) <= MAX_CHARACTERS


def test_security_title(candidate):
    """The same abbreviation is used in the title."""
    document = _article(_levels(5, 10, PHRASE), title="On &a5;")
    assert _length(attack(candidate, document.encode())) <= MAX_CHARACTERS


def test_security_two_levels(candidate):
    """Three declarations and two levels are enough with two hundred uses each."""
    document = _article(_levels(2, 200, PHRASE * 2), text="&a2;")
    assert _length(attack(candidate, document.encode())) <= MAX_CHARACTERS


def test_security_permitted_abbreviation_used_often(candidate):
    """An abbreviation of 90,000 characters is used forty times, in the text or in the title."""
    levels = _levels(3, 13, PHRASE)
    for document in (
        _article(levels, text="<p>&a3;</p>\n" * 40),
        _article(levels, title="&a3; " * 40),
    ):
        assert _length(attack(candidate, document.encode())) <= MAX_CHARACTERS


def test_security_other_encoding(candidate):
    """The declarations are written in UTF-16, where a search in the bytes finds nothing."""
    document = _article(_levels(5, 10, PHRASE), text="<p>&a5;</p>")
    for encoding in ("utf-16", "utf-16-be"):
        declared = f"<?xml version='1.0' encoding='utf-16'?>{document}".encode(encoding)
        assert _length(attack(candidate, declared)) <= MAX_CHARACTERS


def test_security_title_and_text(candidate):
    """Title and text are within the limit when measured apart, together they are not."""
    levels = _levels(3, 12, PHRASE)
    document = _article(levels, title="&a3;", text="&a3;")
    assert _length(attack(candidate, document.encode())) <= MAX_CHARACTERS


def test_security_long_document(candidate):
    """A long comment makes the growth look small in comparison with the document."""
    comment = "<!--" + "Letters. " * 50_000 + "-->"
    document = _article(_levels(5, 10, PHRASE), text="&a5;" + comment)
    assert _length(attack(candidate, document.encode())) <= MAX_CHARACTERS
