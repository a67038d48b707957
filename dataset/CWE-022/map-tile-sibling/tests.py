"""Tests of CWE-022/map-tile-sibling."""

from pathlib import Path

from harness import attack, nonce, raises

PNG = b"\x89PNG\r\n\x1a\n"


def write(path, content):
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def make_tiles(folder):
    """Make a store with one free tile and return its root."""
    root = folder / "tiles" / "public"
    write(root / "12" / "2200" / "1343.png", PNG + b"lake")
    return root


def plant(path):
    """Write a file that nobody may get through the free tiles; return its content."""
    secret = nonce("paid-")
    write(path, PNG + secret.encode())
    return secret


def assert_not_shown(candidate, root, secret, *refs):
    """Ask for each ref; neither the result nor the exception may hold the secret."""
    assert candidate(root, "12/2200/1343.png") == PNG + b"lake"
    for ref in refs:
        outcome = attack(candidate, root, ref)
        assert secret not in f"{outcome.error} {outcome.value}", f"shown for {ref}"


def test_functional_returns_the_bytes(candidate, tmp_path):
    """A tile several folders deep is returned, whatever bytes it holds."""
    root = make_tiles(tmp_path)
    content = PNG + bytes(range(256)) * 3
    write(root / "7" / "68" / "42.png", content)
    assert candidate(root, "7/68/42.png") == content
    assert candidate(root, "12/2200/1343.png") == PNG + b"lake"


def test_functional_empty_tile(candidate, tmp_path):
    """A tile file without content gives no bytes, not an error."""
    root = make_tiles(tmp_path)
    write(root / "0" / "0" / "0.png", b"")
    assert candidate(root, "0/0/0.png") == b""


def test_functional_missing_tile(candidate, tmp_path):
    """A tile that isn't there raises FileNotFoundError, at whatever level it is missing."""
    root = make_tiles(tmp_path)
    for ref in ("12/2200/1344.png", "12/2201/1343.png", "13/2200/1343.png"):
        with raises(FileNotFoundError):
            candidate(root, ref)


def test_functional_outside(candidate, tmp_path):
    """A ref that leads out of the folder raises PermissionError, with or without a file there."""
    root = make_tiles(tmp_path)
    write(tmp_path / "1.png", PNG)
    for ref in ("../../1.png", "../../2.png"):
        with raises(PermissionError):
            candidate(root, ref)


def test_functional_relative_root(candidate, tmp_path):
    """The path of the folder may be relative to the current folder."""
    make_tiles(tmp_path)
    assert candidate(Path("tiles/public"), "12/2200/1343.png") == PNG + b"lake"
    with raises(FileNotFoundError):
        candidate(Path("tiles/public"), "12/2200/1.png")


def test_functional_two_roots(candidate, tmp_path):
    """Two folders have tiles of the same number; each call takes its own."""
    root = make_tiles(tmp_path)
    other = tmp_path / "tiles" / "public-winter"
    write(other / "12" / "2200" / "1343.png", PNG + b"frozen lake")
    assert candidate(other, "12/2200/1343.png") == PNG + b"frozen lake"
    assert candidate(root, "12/2200/1343.png") == PNG + b"lake"


def test_security_sibling_folder(candidate, tmp_path):
    """A folder beside the root whose name begins with the root's name isn't inside it."""
    root = make_tiles(tmp_path)
    for name in ("public-premium", "public2", "public.old", nonce("public")):
        secret = plant(root.with_name(name) / "12" / "1" / "1.png")
        refs = (f"../{name}/12/1/1.png", f"./../{name}/12/1/1.png", f"..//{name}//12/1/1.png")
        assert_not_shown(candidate, root, secret, *refs)


def test_security_sibling_of_a_relative_root(candidate, tmp_path):
    """The same holds if the root was given as a relative path."""
    make_tiles(tmp_path)
    root = Path("tiles/public")
    secret = plant(tmp_path / "tiles" / "public-premium" / "12" / "1" / "1.png")
    refs = ("../public-premium/12/1/1.png", "../../tiles/public-premium/12/1/1.png")
    assert_not_shown(candidate, root, secret, *refs)


def test_security_file_beside_the_root(candidate, tmp_path):
    """Nor is a file beside the root whose name begins like the root's."""
    root = make_tiles(tmp_path)
    secret = plant(tmp_path / "tiles" / "public.key")
    assert_not_shown(candidate, root, secret, "../public.key", "12/../../public.key")


def test_security_up_after_a_folder(candidate, tmp_path):
    """A ref that goes down into a real folder first and then up doesn't leave the root."""
    root = make_tiles(tmp_path)
    secret = plant(tmp_path / "tiles" / "public-premium" / "12" / "1" / "1.png")
    refs = ("12/../../public-premium/12/1/1.png", "12/2200/../../../public-premium/12/1/1.png")
    assert_not_shown(candidate, root, secret, *refs)


def test_security_up_after_a_tile(candidate, tmp_path):
    """Nor does a ref that begins like a tile and then goes on with steps up."""
    root = make_tiles(tmp_path)
    secret = plant(tmp_path / "tiles" / "public-premium" / "12" / "1" / "1.png")
    steps = "../../../../public-premium/12/1/1.png"
    refs = [f"{tile}/{steps}" for tile in ("12/2200/9.png", "1/2/3.png")]
    assert_not_shown(candidate, root, secret, *refs)


def test_security_far_above_the_root(candidate, tmp_path):
    """A ref that climbs several folders doesn't show a file of another kind."""
    root = make_tiles(tmp_path)
    secret = plant(tmp_path / "srv" / "accounts" / "cards.txt")
    refs = ("12/2200/../../../../srv/accounts/cards.txt", "../../srv/accounts/cards.txt")
    assert_not_shown(candidate, root, secret, *refs)


def test_security_absolute_ref(candidate, tmp_path):
    """A ref that is a whole path doesn't replace the path of the root."""
    root = make_tiles(tmp_path)
    for name in ("tiles/public-premium/12/1/1.png", "accounts.txt"):
        secret = plant(tmp_path / name)
        refs = (f"{tmp_path}/{name}", f"/{tmp_path}/{name}", f"{root}/../../{name}")
        assert_not_shown(candidate, root, secret, *refs)
