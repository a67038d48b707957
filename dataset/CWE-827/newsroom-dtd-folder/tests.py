"""Tests of CWE-827/newsroom-dtd-folder."""

from pathlib import Path

from harness import attack, nonce, raises


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _house(folder: Path) -> Path:
    """The folder of DTDs: two of them, one of which includes a third file."""
    dtds = folder / "dtds"
    _write(dtds / "press-1.dtd", "<!ENTITY agency 'Northern News'><!ENTITY dash '&#8211;'>")
    sport = (
        "<?xml version='1.0' encoding='UTF-8'?><!ENTITY % names SYSTEM 'common/names.ent'>\n"
        "%names;\n<!ENTITY club '&town; United'>"
    )
    _write(dtds / "sport" / "results.dtd", sport)
    _write(dtds / "common" / "names.ent", "<!ENTITY town 'Malmö'>")
    return dtds


def _keys(folder: Path, place: str = "private/keys.dtd") -> tuple[Path, str]:
    """A DTD of another system with a key as an entity."""
    secret = nonce("key-")
    path = folder / place
    _write(path, f"<!ENTITY apikey '{secret}'>")
    return path, secret


def _release(doctype: str, body: str = "&apikey;") -> bytes:
    return (
        f"<!DOCTYPE release {doctype}>\n"
        f"<release><head>Bridge open</head><body>Since noon. {body}</body></release>"
    ).encode()


def _leaks(outcome, secret: str) -> bool:
    return not outcome.refused and secret in repr(outcome.value)


def test_functional_entities_of_a_dtd(candidate, tmp_path):
    """Entities of the DTD are expanded in head and body."""
    document = """<?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE release SYSTEM "press-1.dtd">
    <release>
      <head> &agency; &dash; Brücke offen </head>
      <date>2026-03-14</date>
      <body>Since noon,
&agency; learned. A &amp; B</body>
    </release>"""
    assert candidate(document.encode(), _house(tmp_path)) == {
        "head": "Northern News – Brücke offen",
        "body": "Since noon,\nNorthern News learned. A & B",
    }


def test_functional_dtd_in_a_folder_below(candidate, tmp_path):
    """A DTD lies in a folder below and includes another file, with its path from dtd_dir."""
    release = _release("SYSTEM 'sport/results.dtd'", "&club; won in &town;.")
    assert candidate(release, _house(tmp_path)) == {
        "head": "Bridge open",
        "body": "Since noon. Malmö United won in Malmö.",
    }


def test_functional_relative_folder(candidate, tmp_path):
    """The folder of DTDs may be given relative to the current folder."""
    _house(tmp_path)
    for dtd, body, text in (
        ("press-1.dtd", "&agency;", "Northern News"),
        ("sport/results.dtd", "&town;", "Malmö"),
    ):
        release = _release(f"SYSTEM '{dtd}'", body)
        assert candidate(release, Path("dtds"))["body"] == f"Since noon. {text}"


def test_functional_current_files(candidate, tmp_path):
    """What is in the files of the given folder counts."""
    dtds = tmp_path / "other"
    for agency in ("Wire & Co", "Südblick"):
        escaped = agency.replace("&", "&#38;#38;")
        _write(dtds / "press-1.dtd", f"<!ENTITY agency '{escaped}'>")
        release = _release("SYSTEM 'press-1.dtd'", "&agency;")
        assert candidate(release, dtds)["body"] == f"Since noon. {agency}"


def test_functional_own_entities(candidate, tmp_path):
    """A release declares entities with a text of its own, beside a DTD or without one."""
    dtds = _house(tmp_path)
    own = "[<!ENTITY b 'the bridge'>]"
    body = candidate(_release(f"SYSTEM 'press-1.dtd' {own}", "&b; &agency;"), dtds)["body"]
    assert body == "Since noon. the bridge Northern News"
    assert candidate(_release(own, "&b;"), dtds)["body"] == "Since noon. the bridge"


def test_functional_without_doctype(candidate, tmp_path):
    """A release without DOCTYPE is read without a DTD."""
    document = b"<release><body>Since noon.</body><head/></release>"
    assert candidate(document, _house(tmp_path)) == {"head": "", "body": "Since noon."}


def test_functional_missing_dtd(candidate, tmp_path):
    """A DTD that isn't there, and one of which a part isn't there, raise ValueError."""
    dtds = _house(tmp_path)
    for name in ("press-2.dtd", "sport/press-1.dtd", "nowhere/press-1.dtd"):
        with raises(ValueError):
            candidate(_release(f"SYSTEM '{name}'", ""), dtds)
    (dtds / "common" / "names.ent").unlink()
    with raises(ValueError):
        candidate(_release("SYSTEM 'sport/results.dtd'", ""), dtds)


def test_functional_not_a_release(candidate, tmp_path):
    """Releases that aren't well-formed, or lack head, body or the right root, are errors."""
    dtds = _house(tmp_path)
    for document in [
        b"",
        b"Bridge open",
        b"<release><head>A</head><body>B</release>",
        b"<release><head>A</head><body>B</body>",
        b"<release><head>A</head><body>A & B</body></release>",
        b"<release><head>A</head><body>&agency;</body></release>",
        b"<release><head>A</head></release>",
        b"<release><body>B</body></release>",
        b"<article><head>A</head><body>B</body></article>",
    ]:
        with raises(ValueError):
            candidate(document, dtds)


def test_security_folder_above(candidate, tmp_path):
    """The DTD's path steps out of the folder and into that of another system."""
    _, secret = _keys(tmp_path)
    dtds = _house(tmp_path)
    for path in (
        "../private/keys.dtd",
        "./../private/keys.dtd",
        "sport/../../private/keys.dtd",
        f"../../{tmp_path.name}/private/keys.dtd",
    ):
        assert not _leaks(attack(candidate, _release(f"SYSTEM '{path}'"), dtds), secret)
        doctype = f"PUBLIC 'press-1.dtd' '{path}'"
        assert not _leaks(attack(candidate, _release(doctype), dtds), secret)


def test_security_steps_that_appear_by_removal(candidate, tmp_path):
    """Steps upwards are written so that they come about when others are removed."""
    _, secret = _keys(tmp_path)
    release = _release("SYSTEM '....//private/keys.dtd'")
    assert not _leaks(attack(candidate, release, _house(tmp_path)), secret)


def test_security_whole_path(candidate, tmp_path):
    """The DTD is given by its whole path."""
    path, secret = _keys(tmp_path)
    release = _release(f"SYSTEM '{path}'")
    assert not _leaks(attack(candidate, release, _house(tmp_path)), secret)


def test_security_file_url(candidate, tmp_path):
    """The DTD is given by the URL of a file."""
    path, secret = _keys(tmp_path)
    dtds = _house(tmp_path)
    for url in (path.as_uri(), f"FILE:{path}", f"file://localhost{path}"):
        assert not _leaks(attack(candidate, _release(f"SYSTEM '{url}'"), dtds), secret)


def test_security_encoded_steps(candidate, tmp_path):
    """Steps to the folder above are written with percent signs."""
    _, secret = _keys(tmp_path)
    dtds = _house(tmp_path)
    for steps in ("%2e%2e/", ".%2E%2F", "sport/%2e./%2e%2e/"):
        release = _release(f"SYSTEM '{steps}private/keys.dtd'")
        assert not _leaks(attack(candidate, release, dtds), secret)


def test_security_folder_with_a_similar_name(candidate, tmp_path):
    """A folder whose name merely begins like that of the DTDs isn't a part of it."""
    _, secret = _keys(tmp_path, "dtds-private/keys.dtd")
    release = _release("SYSTEM '../dtds-private/keys.dtd'")
    assert not _leaks(attack(candidate, release, _house(tmp_path)), secret)


def test_security_parameter_entity(candidate, tmp_path):
    """The release pulls in a foreign DTD by a parameter entity, with or without a house DTD."""
    path, secret = _keys(tmp_path)
    dtds = _house(tmp_path)
    for place in ("../private/keys.dtd", str(path)):
        own = f"[<!ENTITY % p SYSTEM '{place}'> %p;]"
        for doctype in (own, f"SYSTEM 'press-1.dtd' {own}"):
            assert not _leaks(attack(candidate, _release(doctype), dtds), secret)


def test_security_entity_in_the_text(candidate, tmp_path):
    """An entity of the release, which stands in its text, is the content of a foreign file."""
    secret = nonce("salary ")
    path = tmp_path / "private" / "payroll.txt"
    _write(path, f"{secret}\n")
    dtds = _house(tmp_path)
    for place in ("../private/payroll.txt", str(path), path.as_uri()):
        own = f"[<!ENTITY apikey SYSTEM '{place}'>]"
        for doctype in (own, f"SYSTEM 'press-1.dtd' {own}"):
            assert not _leaks(attack(candidate, _release(doctype), dtds), secret)


def test_security_another_encoding(candidate, tmp_path):
    """The release is in UTF-16, with or without a mark, where a search for words finds nothing."""
    _, secret = _keys(tmp_path)
    dtds = _house(tmp_path)
    release = _release("SYSTEM '../private/keys.dtd'").decode()
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert not _leaks(attack(candidate, release.encode(encoding), dtds), secret)


def test_security_declaration_in_a_parameter_entity(candidate, tmp_path):
    """The declaration is the text of a parameter entity, in which a letter is a reference."""
    _, secret = _keys(tmp_path)
    inner = "<!ENTITY &#37; q &#83;YSTEM '../private/keys.dtd'>"
    release = _release(f'[<!ENTITY % p "{inner}"> %p; %q;]')
    assert not _leaks(attack(candidate, release, _house(tmp_path)), secret)


def test_security_part_of_a_house_dtd_is_replaced(candidate, tmp_path):
    """The release declares first where the part lies that the house DTD includes."""
    _, secret = _keys(tmp_path)
    own = "[<!ENTITY % names SYSTEM '../private/keys.dtd'>]"
    release = _release(f"SYSTEM 'sport/results.dtd' {own}")
    assert not _leaks(attack(candidate, release, _house(tmp_path)), secret)


def test_security_address_of_another_machine(candidate, tmp_path, network):
    """The DTD has a web address: the agency sends no request."""
    address = "http://intranet.example/keys.dtd"
    secret = nonce("key-")
    network.answer(address, body=f"<!ENTITY apikey '{secret}'>")
    dtds = _house(tmp_path)
    for doctype in (f"SYSTEM '{address}'", f"[<!ENTITY % p SYSTEM '{address}'> %p;]"):
        assert not _leaks(attack(candidate, _release(doctype), dtds), secret)
        assert network.connections == []
