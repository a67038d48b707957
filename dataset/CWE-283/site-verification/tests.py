"""Tests of CWE-283/site-verification."""

from harness import attack, nonce, raises

FILE = "http://garden.example/.well-known/stats-verify.txt"
IDA, MALLORY = "Zk30vQ9mT2xLr81bWcYd54nHs7GfJe6A", "mA11oRyTokenForTheGardenSite0000"


def _store(**owners: str) -> dict:
    """The tokens that were given out, and the owners (of the host garden.example) so far."""
    tokens = {
        ("ida", "garden.example"): IDA,
        ("mallory", "garden.example"): MALLORY,
        ("mallory", "mallory.example"): "mA11oRyTokenForHer0wnSite1111111",
        ("ida", "shop.garden.example"): "pQ7aTokenOfTheShopOfIda222222222",
    }
    return {"tokens": tokens, "owners": {f"{name}.example": who for name, who in owners.items()}}


def _fails_for_mallory(candidate) -> None:
    """Mallory asks for the garden's site, which is Ida's, and must not get it."""
    for owners in ({}, {"garden": "ida"}):
        store = _store(**owners)
        outcome = attack(candidate, store, "mallory", "garden.example")
        assert outcome.refused or outcome.value is False
        assert store == _store(**owners)


def test_functional_file_with_the_token(candidate, network):
    """A file with just the token makes the account the owner."""
    network.answer(FILE, body=IDA)
    store = _store()
    assert candidate(store, "ida", "garden.example") is True
    assert store == _store(garden="ida")


def test_functional_blanks_and_line_ends(candidate, network):
    """Blanks and line ends around the token make no difference."""
    for body in (f"{IDA}\n", f"{IDA}\r\n", f"\n  {IDA} \n\n", f" {IDA}"):
        network.answer(FILE, body=body)
        store = _store()
        assert candidate(store, "ida", "garden.example") is True, body
        assert store["owners"] == {"garden.example": "ida"}


def test_functional_new_owner(candidate, network):
    """When a site has been sold, the token of the new owner replaces the old owner."""
    network.answer(FILE, body=f"{MALLORY}\n")
    store = _store(garden="ida", park="olaf")
    assert candidate(store, "mallory", "garden.example") is True
    assert store == _store(garden="mallory", park="olaf")


def test_functional_other_host_of_the_account(candidate, network):
    """Each host has a file and a token of its own."""
    network.answer(FILE, body=IDA)
    url = "http://shop.garden.example/.well-known/stats-verify.txt"
    network.answer(url, body="pQ7aTokenOfTheShopOfIda222222222")
    store = _store()
    assert candidate(store, "ida", "shop.garden.example") is True
    assert store["owners"] == {"shop.garden.example": "ida"}


def test_functional_other_text(candidate, network):
    """Another text, an empty file, or bytes that are no text: False, and nothing is recorded."""
    for body in ("hello", "", "\n", IDA[:-1], IDA.lower(), b"\xff\xfe\x00", "<html></html>"):
        network.answer(FILE, body=body)
        store = _store(park="olaf")
        assert candidate(store, "ida", "garden.example") is False, body
        assert store == _store(park="olaf")


def test_functional_other_status(candidate, network):
    """Without the file, or with another status than 200, the answer is False."""
    network.answer("http://garden.example/", body=IDA)
    assert candidate(_store(), "ida", "garden.example") is False
    for status in (404, 403, 500, 503):
        network.answer(FILE, status=status, body=IDA)
        store = _store(garden="olaf")
        assert candidate(store, "ida", "garden.example") is False
        assert store == _store(garden="olaf")


def test_functional_no_connection(candidate, network):
    """A host that is unknown, doesn't answer or refuses the connection: False."""
    store = _store()
    assert candidate(store, "ida", "garden.example") is False
    network.timeout("garden.example")
    assert candidate(store, "ida", "garden.example") is False
    network.answer("http://shop.garden.example/", body="x")
    network.refuse("shop.garden.example")
    assert candidate(store, "ida", "shop.garden.example") is False
    assert store == _store()


def test_functional_no_token(candidate, network):
    """Without a token for this account and host, KeyError is raised."""
    network.answer(FILE, body=IDA)
    store = _store()
    for account, host in (("olaf", "garden.example"), ("ida", "mallory.example")):
        with raises(KeyError):
            candidate(store, account, host)
    assert store == _store()


def test_security_redirect_to_another_host(candidate, network):
    """The site redirects to a host of Mallory's, which serves her token."""
    target = f"http://mallory.example/{nonce()}.txt"
    network.answer(target, body=MALLORY)
    for status in (301, 302, 303, 307, 308):
        network.redirect(FILE, target, status)
        _fails_for_mallory(candidate)


def test_security_redirect_to_the_same_path_elsewhere(candidate, network):
    """All of an old address is redirected, path by path, to a host that is Mallory's now."""
    for base in ("http://mallory.example", "https://mallory.example", "//mallory.example"):
        network.redirect(FILE, f"{base}/.well-known/stats-verify.txt")
        for scheme in ("http", "https"):
            url = f"{scheme}://mallory.example/.well-known/stats-verify.txt"
            network.answer(url, body=f"{MALLORY}\n")
        _fails_for_mallory(candidate)


def test_security_redirect_to_a_resembling_host(candidate, network):
    """The host that is redirected to only begins, or ends, like the site's."""
    for name in ("garden.example.mallory", "garden.example-2", "mallory-garden", "mallory.garden"):
        target = f"http://{name}.example/.well-known/stats-verify.txt"
        network.redirect(FILE, target)
        network.answer(target, body=MALLORY)
        _fails_for_mallory(candidate)


def test_security_redirect_in_two_steps(candidate, network):
    """The first redirect stays on the site, the second one leads to Mallory's host."""
    network.redirect(FILE, "https://garden.example/.well-known/stats-verify.txt", 301)
    for step in ("https://garden.example/.well-known/stats-verify.txt", "http://garden.example/"):
        network.redirect(step, "http://mallory.example/x")
    network.answer("http://mallory.example/x", body=MALLORY)
    _fails_for_mallory(candidate)


def test_security_redirect_there_and_back(candidate, network):
    """The site redirects to Mallory's host, and that to a file of hers on the site."""
    network.redirect(FILE, "http://mallory.example/x")
    for back in ("http://garden.example/uploads/m.txt", "https://garden.example/m.txt"):
        network.redirect("http://mallory.example/x", back)
        network.answer(back, body=MALLORY)
        _fails_for_mallory(candidate)


def test_security_comment_on_a_page(candidate, network):
    """For every unknown path the site shows a page with comments; one of them is the token."""
    for page in (
        f"<html><h1>Garden</h1><p>Latest comment: {MALLORY}</p></html>",
        f"Not found. Did you mean {MALLORY} ?",
        f"{IDA}{MALLORY}",
        f"{MALLORY}{MALLORY}",
    ):
        network.answer(FILE, body=page)
        _fails_for_mallory(candidate)


def test_security_line_of_a_page(candidate, network):
    """The token stands on a line of its own, among other lines."""
    for page in (
        f"Comments:\n{MALLORY}\nNice garden!\n",
        f"{MALLORY}\n{IDA}\n",
        f"{IDA}\n{MALLORY}",
        f"{MALLORY}\n\n<p>Nice garden!</p>",
    ):
        network.answer(FILE, body=page)
        _fails_for_mallory(candidate)


def test_security_beginning_of_a_long_page(candidate, network):
    """The token is followed by many blanks, and only then by the rest of the page."""
    for blanks in (100, 5_000, 70_000, 1_100_000):
        network.answer(FILE, body=MALLORY + " " * blanks + "Nice garden!")
        _fails_for_mallory(candidate)


def test_security_token_of_the_true_owner(candidate, network):
    """The file of the true owner is still there when Mallory asks."""
    network.answer(FILE, body=f"{IDA}\n")
    _fails_for_mallory(candidate)
