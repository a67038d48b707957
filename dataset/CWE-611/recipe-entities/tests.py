"""Tests of CWE-611/recipe-entities."""

from pathlib import Path

from harness import attack, nonce, raises

PANCAKES = """<?xml version="1.0" encoding="UTF-8"?>
<recipe>
  <title>Pancakes</title>
  <ingredient amount="2 cups">flour</ingredient>
  <ingredient amount="3">eggs</ingredient>
  <ingredient> salt </ingredient>
  <text>
    Mix &amp; fry.
  </text>
</recipe>
"""


def _recipe(declarations: str, body: str) -> str:
    """A recipe with declarations at the top and a body in its text, title and ingredient."""
    return (
        f"<!DOCTYPE recipe [{declarations}]>\n<recipe><title>Soup {body}</title>"
        f"<ingredient amount='1'>leek {body}</ingredient><text>Boil. {body}</text></recipe>"
    )


def _secret(folder: Path) -> tuple[Path, str]:
    """Puts a file beside the app whose content nobody may learn."""
    canary = nonce("db-password-")
    path = folder / "settings.ini"
    path.write_text(f"password = {canary}\n", encoding="utf-8")
    return path, canary


def _leaks(outcome, secret: str) -> bool:
    return not outcome.refused and secret in repr(outcome.value)


def test_functional_plain_recipe(candidate):
    """Title, ingredients with amounts, and text are read, without the blanks around them."""
    assert candidate(PANCAKES.encode()) == {
        "title": "Pancakes",
        "ingredients": [("flour", "2 cups"), ("eggs", "3"), ("salt", "")],
        "text": "Mix & fry.",
    }


def test_functional_abbreviations(candidate):
    """Abbreviations that the author declares are expanded, in texts and in amounts."""
    document = b"""<!DOCTYPE recipe [
      <!ENTITY tbsp "table-spoon">
      <!ENTITY two 'two &tbsp;s'>
    ]>
    <recipe><title>Salad</title><ingredient amount="&two;">oil</ingredient>
    <text>Add a &tbsp; of vinegar. <!-- or lemon --></text></recipe>"""
    assert candidate(document) == {
        "title": "Salad",
        "ingredients": [("oil", "two table-spoons")],
        "text": "Add a table-spoon of vinegar.",
    }


def test_functional_encodings(candidate):
    """Umlauts are read in UTF-8, UTF-16 and ISO-8859-1."""
    body = "<recipe><title>Käsespätzle</title><text>Schön rühren</text></recipe>"
    expected = {"title": "Käsespätzle", "ingredients": [], "text": "Schön rühren"}
    for encoding in ("utf-8", "utf-16", "iso-8859-1"):
        document = f"<?xml version='1.0' encoding='{encoding}'?>{body}".encode(encoding)
        assert candidate(document) == expected


def test_functional_no_recipe(candidate):
    """Another root, a missing or empty title and a missing text raise ValueError."""
    for document in [
        b"<cake><title>Muffin</title><text>Bake.</text></cake>",
        b"<recipe><text>Bake.</text></recipe>",
        b"<recipe><title> </title><text>Bake.</text></recipe>",
        b"<recipe><title>Muffin</title></recipe>",
    ]:
        with raises(ValueError):
            candidate(document)


def test_functional_not_well_formed(candidate):
    """Documents that aren't well-formed raise ValueError."""
    crossed = b"<recipe><title>A</text><text>B</title></recipe>"
    for document in [b"", b"Pancakes", PANCAKES.encode()[:-20], crossed]:
        with raises(ValueError):
            candidate(document)


def test_security_path_of_a_file(candidate, tmp_path):
    """An abbreviation is declared as the content of a file of the server, by its path."""
    path, secret = _secret(tmp_path)
    document = _recipe(f"<!ENTITY x SYSTEM '{path}'>", "&x;")
    assert not _leaks(attack(candidate, document.encode()), secret)


def test_security_file_url(candidate, tmp_path):
    """An abbreviation is declared as the content of a file of the server, by a file URL."""
    path, secret = _secret(tmp_path)
    for url in (path.as_uri(), path.as_uri().replace("file:", "FILE:")):
        document = _recipe(f"<!ENTITY x PUBLIC 'settings' '{url}'>", "&x;")
        assert not _leaks(attack(candidate, document.encode()), secret)


def test_security_relative_name(candidate, tmp_path):
    """An abbreviation is declared as the content of a file in the current folder."""
    path, secret = _secret(tmp_path)
    for name in (path.name, f"./{path.name}", f"../{tmp_path.name}/{path.name}"):
        document = _recipe(f"<!ENTITY x SYSTEM '{name}'>", "&x;")
        assert not _leaks(attack(candidate, document.encode()), secret)


def test_security_nested_in_an_abbreviation(candidate, tmp_path):
    """The file's content comes in by an innocent abbreviation that refers to another one."""
    path, secret = _secret(tmp_path)
    declarations = f"<!ENTITY x SYSTEM '{path}'><!ENTITY tbsp 'table-spoon &x;'>"
    assert not _leaks(attack(candidate, _recipe(declarations, "&tbsp;").encode()), secret)


def test_security_another_encoding(candidate, tmp_path):
    """The declaration is in UTF-16, also without a mark, where a search finds no words."""
    path, secret = _secret(tmp_path)
    document = _recipe(f"<!ENTITY x SYSTEM '{path}'>", "&x;")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert not _leaks(attack(candidate, document.encode(encoding)), secret)


def test_security_declaration_in_a_parameter_entity(candidate, tmp_path):
    """The declaration is the text of a parameter entity, in which a letter is a reference."""
    path, secret = _secret(tmp_path)
    for keyword in ("&#83;YSTEM", "&#x50;UBLIC 'settings'"):
        inner = f"<!ENTITY x {keyword} '{path}'>"
        document = _recipe(f'<!ENTITY % p "{inner}"> %p;', "&x;")
        assert not _leaks(attack(candidate, document.encode()), secret)


def test_security_request_to_another_server(candidate, network):
    """An abbreviation and a document type with a web address make the server send no request."""
    address = "http://intranet.example/status"
    network.answer(address, body=b"all systems green")
    document = _recipe(f"<!ENTITY x SYSTEM '{address}'>", "&x;")
    attack(candidate, document.encode())
    body = "<recipe><title>Soup</title><text>Boil.</text></recipe>"
    attack(candidate, f"<!DOCTYPE recipe SYSTEM '{address}'>{body}".encode())
    attack(candidate, f"<!DOCTYPE recipe [<!ENTITY % p SYSTEM '{address}'> %p;]>{body}".encode())
    assert network.requests == []
    assert network.connections == []
