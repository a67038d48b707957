"""Tests of CWE-022/theatre-asset-decode."""

from pathlib import Path
from urllib.parse import quote

from harness import attack, nonce, raises


def write(path, content):
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def make_site(folder):
    """Make a site with one asset and return its root."""
    root = folder / "theatre" / "public"
    write(root / "posters" / "gala.txt", b"Saturday, 8 pm")
    return root


def plant(path):
    """Write a file that no visitor may see; return what stands in it."""
    secret = nonce("cast-")
    write(path, secret.encode())
    return secret


def assert_not_shown(candidate, root, secret, *requests):
    """Send each request; neither the result nor the exception may hold the secret."""
    assert candidate(root, "/posters/gala.txt") == b"Saturday, 8 pm"
    for request in requests:
        outcome = attack(candidate, root, request)
        assert secret not in f"{outcome.error} {outcome.value}", f"shown for {request}"


def test_functional_returns_the_bytes(candidate, tmp_path):
    """An asset in the root or in a folder is returned, whatever bytes it holds."""
    root = make_site(tmp_path)
    write(root / "css" / "2026" / "site.css", bytes(range(256)) * 3)
    write(root / "index.html", b"<h1>Theatre</h1>")
    assert candidate(root, "/css/2026/site.css") == bytes(range(256)) * 3
    assert candidate(root, "/index.html") == b"<h1>Theatre</h1>"


def test_functional_percent_signs_are_decoded(candidate, tmp_path):
    """Blanks, umlauts and percent signs in a name arrive percent-encoded."""
    root = make_site(tmp_path)
    write(root / "posters" / "summer gala.txt", b"open air")
    write(root / "spielpläne" / "März.txt", b"Faust")
    write(root / "discount 50%.txt", b"for students")
    assert candidate(root, "/posters/summer%20gala.txt") == b"open air"
    assert candidate(root, "/spielpl%C3%A4ne/M%c3%a4rz.txt") == b"Faust"
    assert candidate(root, "/discount%2050%25.txt") == b"for students"
    assert candidate(root, "/%70osters/g%61la%2etxt") == b"Saturday, 8 pm"


def test_functional_plus_sign(candidate, tmp_path):
    """A plus sign in the path is a plus sign, not a blank."""
    root = make_site(tmp_path)
    write(root / "cast+crew.txt", b"28 people")
    write(root / "cast crew.txt", b"wrong file")
    assert candidate(root, "/cast+crew.txt") == b"28 people"


def test_functional_query_is_ignored(candidate, tmp_path):
    """What follows the first question mark doesn't matter; an encoded one is part of a name."""
    root = make_site(tmp_path)
    write(root / "who?.txt", b"the butler")
    assert candidate(root, "/posters/gala.txt?v=3") == b"Saturday, 8 pm"
    assert candidate(root, "/posters/gala.txt?back=/a?b/../%2e%2e&x=%3F") == b"Saturday, 8 pm"
    assert candidate(root, "/posters/gala.txt?") == b"Saturday, 8 pm"
    assert candidate(root, "/who%3F.txt?v=3") == b"the butler"


def test_functional_missing(candidate, tmp_path):
    """A file that isn't there raises FileNotFoundError, and so does a folder."""
    root = make_site(tmp_path)
    for request in ("/posters/opera.txt", "/none/gala.txt", "/posters", "/", "/?v=3"):
        with raises(FileNotFoundError):
            candidate(root, request)


def test_functional_outside(candidate, tmp_path):
    """A path that leads out of the root raises FileNotFoundError, even if a file is there."""
    root = make_site(tmp_path)
    write(root.parent / "notes.txt", b"rehearsal at 10")
    for request in ("/../notes.txt", "/posters/../../notes.txt", "/../nothing.txt"):
        with raises(FileNotFoundError):
            candidate(root, request)


def test_functional_relative_root(candidate, tmp_path):
    """The path of the root may be relative to the current folder."""
    make_site(tmp_path)
    assert candidate(Path("theatre/public"), "/posters/gala.txt") == b"Saturday, 8 pm"


def test_security_encoded_dots(candidate, tmp_path):
    """Two dots that are encoded, wholly or in part, don't lead to the folder above."""
    root = make_site(tmp_path)
    secret = plant(root.parent / "secret.txt")
    requests = ("/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt", "/%2E./secret.txt")
    assert_not_shown(candidate, root, secret, *requests)


def test_security_encoded_slashes(candidate, tmp_path):
    """Nor do dots whose slash is encoded."""
    root = make_site(tmp_path)
    secret = plant(root.parent / "secret.txt")
    names = ("..%2fsecret.txt", "..%2Fsecret.txt", "%2e%2e%2fsecret.txt", "%2E.%2Fsecret.txt")
    requests = [f"/{name}" for name in names]
    assert_not_shown(candidate, root, secret, *requests)


def test_security_up_after_a_folder(candidate, tmp_path):
    """Nor do dots that follow a real folder, however they are mixed."""
    root = make_site(tmp_path)
    secret = plant(tmp_path / "secret.txt")
    requests = (
        "/posters/.%2e/..%2f../secret.txt",
        "/posters/%2E%2E%2F%2E%2E%2F%2E%2E%2Fsecret.txt",
        "/posters%2f..%2f..%2f..%2fsecret.txt",
        "/posters/.%2E/%2e%2E/%2E./secret.txt?v=3",
    )
    assert_not_shown(candidate, root, secret, *requests)


def test_security_encoded_twice(candidate, tmp_path):
    """A path whose percent signs are encoded again isn't decoded until it leads outside."""
    root = make_site(tmp_path)
    secret = plant(root.parent / "secret.txt")
    requests = (
        "/%252e%252e%252fsecret.txt",
        "/%252E%252E/secret.txt",
        "/..%252fsecret.txt",
        "/posters/%252e%252e/.%252e/secret.txt",
        "/%25252e%25252e%25252fsecret.txt",
    )
    assert_not_shown(candidate, root, secret, *requests)


def test_security_absolute_path(candidate, tmp_path):
    """A whole path behind the first slash doesn't replace the path of the root."""
    root = make_site(tmp_path)
    secret = plant(tmp_path / "secret.txt")
    path = f"{tmp_path / 'secret.txt'}"
    requests = (
        f"/{path}",
        f"//{path}",
        f"/%2F{path[1:]}",
        f"/%2f{quote(path, safe='')}",
        f"/{quote(path, safe='')}",
        f"/{quote(quote(path, safe=''), safe='')}",
        f"/posters/{quote(path, safe='')}",
    )
    assert_not_shown(candidate, root, secret, *requests)


def test_security_sibling_folder(candidate, tmp_path):
    """A folder beside the root whose name begins with the root's name isn't inside it."""
    root = make_site(tmp_path)
    secret = plant(root.with_name("public-drafts") / "season.txt")
    requests = (
        "/%2e%2e/public-drafts/season.txt",
        "/%2E%2E%2Fpublic-drafts%2Fseason.txt",
        "/../public-drafts/season.txt",
    )
    assert_not_shown(candidate, root, secret, *requests)


def test_security_nested_dots(candidate, tmp_path):
    """Removing the steps from the middle of a path doesn't leave other steps."""
    root = make_site(tmp_path)
    secret = plant(root.parent / "secret.txt")
    requests = (
        "/....//secret.txt",
        "/..././secret.txt",
        "/%2e%2e%2e%2e%2f%2fsecret.txt",
        "/posters/....//....//secret.txt",
        "/.../...//secret.txt",
    )
    assert_not_shown(candidate, root, secret, *requests)
