"""Tests of CWE-776/locale-dtd-loader."""

from harness import attack, limit, raises

MAX_CHARACTERS = 200_000


def _levels(count: int, references: int, base: str) -> str:
    """Declarations of a0, a1, …: each refers several times to the one before."""
    declarations = [f'<!ENTITY a0 "{base}">']
    for level in range(1, count + 1):
        declarations.append(f'<!ENTITY a{level} "{f"&a{level - 1};" * references}">')
    return "\n".join(declarations)


def _total(outcome) -> int:
    """How many characters the values have altogether, 0 if the file was refused."""
    if outcome.refused:
        return 0
    return sum(len(value) for value in outcome.value.values())


def test_functional_values(candidate):
    """Names and values are read, in both kinds of quotes and with all kinds of characters."""
    dtd = """<!-- main window, "quoted" <!ENTITY no 'thing'> -->
<!ENTITY about "About this add-on">
<!ENTITY file.open-2_b 'Open "file" <b>…</b> 100 % ü'><!ENTITY
\tclose\r\n  "Don't close\nthe window"\t>
<!ENTITY empty ''>
"""
    assert candidate(dtd) == {
        "about": "About this add-on",
        "file.open-2_b": 'Open "file" <b>…</b> 100 % ü',
        "close": "Don't close\nthe window",
        "empty": "",
    }


def test_functional_references(candidate):
    """References are replaced by the values of names that are declared earlier or later."""
    dtd = """
<!ENTITY about "About &brand.full;">
<!ENTITY quit 'Quit &brand;? &brand; is busy'>
<!ENTITY brand "Finch">
<!ENTITY brand.full '&brand; for &os;'><!ENTITY os "any system">
"""
    assert candidate(dtd) == {
        "about": "About Finch for any system",
        "quit": "Quit Finch? Finch is busy",
        "brand": "Finch",
        "brand.full": "Finch for any system",
        "os": "any system",
    }


def test_functional_characters(candidate):
    """References to characters stand for them and begin no new reference."""
    dtd = """<!ENTITY all '&amp; &lt;b&gt; &quot;x&quot; &apos;y&apos; &#228;&#xE4;&#xe4;&#128038;'>
<!ENTITY text "&amp;lt; &#38;brand; &#x26;#228; &amp;amp;">
<!ENTITY brand "F&#105;nch"><!ENTITY more "&text;&amp;brand;">"""
    assert candidate(dtd) == {
        "all": "& <b> \"x\" 'y' äää🐦",  # literal: put in by number
        "text": "&lt; &brand; &#228; &amp;",
        "brand": "Finch",
        "more": "&lt; &brand; &#228; &amp;&brand;",
    }


def test_functional_first_declaration(candidate):
    """Of several declarations of a name the first one counts."""
    dtd = "<!ENTITY a 'x &b;'><!ENTITY b 'one'><!ENTITY b 'two'><!ENTITY a 'three'>"
    assert candidate(dtd) == {"a": "x one", "b": "one"}


def test_functional_empty_files(candidate):
    """A file without declarations gives no names."""
    for dtd in ("", " \n", "<!-- to do -->", "<!-- to\ndo --> \t<!---->"):
        assert candidate(dtd) == {}


def test_functional_nested_references(candidate):
    """References are nested 20 deep, and each value is finished."""
    declarations = [f"<!ENTITY n{i} '{i} &n{i + 1};'>" for i in range(20)]
    locale = candidate("\n".join(declarations) + "<!ENTITY n20 'end'>")
    assert locale["n0"] == " ".join([str(i) for i in range(20)] + ["end"])
    assert {locale[f"n{i}"] for i in (18, 19, 20)} == {"18 19 end", "19 end", "end"}


def test_functional_complete_translation(candidate):
    """A translation of 3,000 names and 200,000 characters is read."""
    texts = [f"<!ENTITY text{i} '&brand; — &brand;: {i:05} {'x' * 45}'>" for i in range(2999)]
    locale = candidate("<!ENTITY brand 'Finch'>" + "\n".join(texts))
    assert len(locale) == 3000
    assert locale["text2998"] == "Finch — Finch: 02998 " + "x" * 45  # literal: made above
    assert sum(len(value) for value in locale.values()) == 2999 * 66 + 5


def test_functional_unknown_names(candidate):
    """A reference to a name that isn't declared raises ValueError."""
    for dtd in ("<!ENTITY a '&b;'>", "<!ENTITY a '&A;'><!ENTITY b 'x'>", "<!ENTITY a 'x &auml;'>"):
        with raises(ValueError):
            candidate(dtd)


def test_functional_malformed_files(candidate):
    """Files of another form raise ValueError."""
    for dtd in [
        "about = About",
        "<!ENTITY about>",
        "<!ENTITY about About>",
        "<!ENTITY about 'About\">",
        "<!ENTITY about 'About'",
        "<!ENTITYabout 'About'>",
        "<!ENTITY about'About'>",
        "<!ENTITY 2b 'About'>",
        "<!ENTITY a 'x'> and <!ENTITY b 'y'>",
        "<!ENTITY a 'x'><!-- to do",
        "<!ENTITY a 'Cats & dogs'>",
        "<!ENTITY a 'x &b'><!ENTITY b 'y'>",
        "<!ENTITY a 'x &#e4;'>",
    ]:
        with raises(ValueError):
            candidate(dtd)


@limit(1)
def test_security_value_that_refers_to_itself(candidate):
    """A value that refers to itself has no end."""
    assert _total(attack(candidate, "<!ENTITY a '&a;'>")) <= MAX_CHARACTERS


@limit(1)
def test_security_circle_of_values(candidate):
    """Values refer to each other in a circle, which others lead to."""
    dtd = "<!ENTITY start 'x &a;'><!ENTITY a '&b;'><!ENTITY b '&c;'><!ENTITY c '&a;'>"
    assert _total(attack(candidate, dtd)) <= MAX_CHARACTERS


def test_security_six_levels(candidate):
    """Six levels of ten references each make ten million characters."""
    assert _total(attack(candidate, _levels(6, 10, "0123456789"))) <= MAX_CHARACTERS


@limit(2)
def test_security_twelve_levels(candidate):
    """Twelve levels make more characters than fit into any memory, so later is too late."""
    assert _total(attack(candidate, _levels(12, 10, "0123456789"))) <= MAX_CHARACTERS


def test_security_two_levels(candidate):
    """Two levels are enough if each value has five hundred references."""
    assert _total(attack(candidate, _levels(2, 500, "0123456789"))) <= MAX_CHARACTERS


def test_security_many_values(candidate):
    """Each of a hundred values is within the limit, all of them together are not."""
    values = "".join(f"<!ENTITY b{number} '&a4;'>" for number in range(100))
    assert _total(attack(candidate, _levels(4, 10, "0123456789") + values)) <= MAX_CHARACTERS


@limit(1)
def test_security_nothing_at_the_bottom(candidate):
    """The value at the bottom is empty: not the values grow, but the steps to make them."""
    assert _total(attack(candidate, _levels(30, 2, ""))) <= MAX_CHARACTERS
