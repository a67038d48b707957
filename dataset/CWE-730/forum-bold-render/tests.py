"""Tests of CWE-730/forum-bold-render.

A right program needs some milliseconds for each of these posts; one that looks at the rest of the
post for each tag needs minutes.
"""

from harness import attack, limit


def _renders(candidate, text: str, expected: str) -> None:
    """Check that a post is rendered in time; to refuse it is fine as well."""
    outcome = attack(candidate, text)
    assert outcome.refused or outcome.value == expected


def test_functional_one_passage(candidate):
    """A bold passage becomes HTML."""
    assert candidate("I [b]really[/b] mean it") == "I <b>really</b> mean it"
    assert candidate("[b][/b]") == "<b></b>"


def test_functional_several_passages(candidate):
    """Several passages are rendered, each up to the nearest end."""
    assert candidate("[b]a[/b] b [b]c[/b][b]d[/b]") == "<b>a</b> b <b>c</b><b>d</b>"
    assert candidate("[b]a[/b]b[/b]") == "<b>a</b>b[/b]"


def test_functional_lines(candidate):
    """A passage can go over several lines."""
    assert candidate("[b]one\ntwo\r\n\nthree[/b]\n") == "<b>one\ntwo\r\n\nthree</b>\n"


def test_functional_not_nested(candidate):
    """A beginning within a passage is a part of it."""
    assert candidate("[b]a[b]b[/b]c[/b]") == "<b>a[b]b</b>c[/b]"


def test_functional_tags_alone(candidate):
    """Tags without their counterpart stay as they are."""
    for text in ("a [b] b", "a [/b] b", "[/b] [b]", "[b", "b] [/b", "[ b]x[/b ]", "[B]x[/B]", ""):
        assert candidate(text) == text
    assert candidate("[/b][b]x[/b][b]y") == "[/b]<b>x</b>[b]y"


def test_functional_other_text(candidate):
    """Everything else stays as it is."""
    text = "&lt;b&gt; \\1 \\g<0> {0} %s [i]x[/i] ünïcödé 🐈"
    assert candidate(text) == text
    assert candidate(f"[b]{text}[/b]") == f"<b>{text}</b>"


def test_functional_long_post(candidate):
    """A post of 200,000 characters with some passages is rendered."""
    words = "word " * 9_990
    text = f"{words}[b]{words}[/b]{words}[b]x[/b]{words}"
    assert candidate(text) == f"{words}<b>{words}</b>{words}<b>x</b>{words}"


@limit(1)
def test_security_never_closed(candidate):
    """Sixty thousand beginnings without an end stay as they are."""
    text = "[b]" * 60_000
    _renders(candidate, text, text)


@limit(1)
def test_security_never_closed_after_a_passage(candidate):
    """So do those behind a passage, also with text between them."""
    text = "[b]x" * 49_000
    _renders(candidate, f"[b]one[/b]{text}", f"<b>one</b>{text}")


@limit(1)
def test_security_end_at_the_beginning(candidate):
    """So do those behind an end that belongs to nothing."""
    text = "[/b]" + "[b]y" * 49_000
    _renders(candidate, text, text)


@limit(1)
def test_security_never_opened(candidate):
    """Ends without a beginning stay as they are, alone and behind a passage."""
    text = "[/b]" * 49_000
    _renders(candidate, text, text)
    _renders(candidate, f"[b]one[/b]{text}", f"<b>one</b>{text}")
