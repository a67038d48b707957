"""Tests of CWE-611/units-entity-feed."""

from pathlib import Path

from harness import attack, nonce, raises

UNITS = "https://schemas.meteo.test/units.ent"
LINE = "temp °C, wind m/s"


def _message(declarations: str, body: str) -> str:
    """A message with declarations at the top, and a body in one of its elements."""
    return (
        f"<!DOCTYPE obs [{declarations}]>\n"
        f"<obs><station>Hill 4</station><units>{body}</units></obs>"
    )


def _publish(network) -> None:
    network.answer(UNITS, body=LINE)


def _internal(network, address: str) -> str:
    """A page that only the service can reach; returns its text."""
    secret = nonce("role-key-")
    network.answer(address, body=secret)
    return secret


def _secret(folder: Path) -> tuple[Path, str]:
    """A file of the service that no station may read."""
    canary = nonce("db-password-")
    path = folder / "settings.ini"
    path.write_text(f"password = {canary}\n", encoding="utf-8")
    return path, canary


def _leaks(outcome, secret: str) -> bool:
    return not outcome.refused and secret in repr(outcome.value)


def _asked(network) -> set[str]:
    """All addresses that were requested, but for the association's."""
    return {request.url for request in network.requests} - {UNITS}


def test_functional_plain_message(candidate, network):
    """A message without entities is read without any request."""
    document = """<?xml version="1.0" encoding="UTF-8"?>
    <obs>
      <station> Hügel 4 </station>
      <temp>-3.5</temp><wind/>
      <note>fog &amp; rime
        until noon &#8211; clear</note>
    </obs>"""
    assert candidate(document.encode()) == {
        "station": "Hügel 4",
        "temp": "-3.5",
        "wind": "",
        "note": "fog & rime\n        until noon – clear",
    }
    assert candidate(b"<obs/>") == {}
    assert network.requests == []


def test_functional_shared_entity(candidate, network):
    """The association's line is fetched from its address and put in place."""
    _publish(network)
    values = candidate(_message(f"<!ENTITY units SYSTEM '{UNITS}'>", "&units;").encode())
    assert values == {"station": "Hill 4", "units": LINE}
    assert {(request.method, request.url) for request in network.requests} == {("GET", UNITS)}


def test_functional_shared_entity_under_another_name(candidate, network):
    """The shared entity has any name, stands between other text, and beside own entities."""
    _publish(network)
    declarations = f"""
      <!ENTITY st 'Hill'>
      <!ENTITY line SYSTEM "{UNITS}">
      <!ENTITY both '&st; top'>
      <!ENTITY all 'All values: &line;'>
    """
    document = f"""<!DOCTYPE obs [{declarations}]>
    <obs><station>&both; 4</station><units>
      &all; (&st;).
    </units></obs>"""
    expected = {"station": "Hill top 4", "units": f"All values: {LINE} (Hill)."}
    assert candidate(document.encode()) == expected
    assert candidate(document.encode("utf-16")) == expected


def test_functional_current_line(candidate, network):
    """What the association publishes now counts, also with signs of other scripts."""
    declaration = f"<!ENTITY units SYSTEM '{UNITS}'>"
    for line in ("temp K", "Температура °C"):
        network.answer(UNITS, body=line)
        assert candidate(_message(declaration, "&units;").encode())["units"] == line


def test_functional_line_not_available(candidate, network):
    """An error status, and no connection, raise ValueError."""
    document = _message(f"<!ENTITY units SYSTEM '{UNITS}'>", "&units;").encode()
    for status in (404, 500):
        network.answer(UNITS, status=status, body="sorry")
        with raises(ValueError):
            candidate(document)
    network.refuse("schemas.meteo.test")
    with raises(ValueError):
        candidate(document)


def test_functional_not_an_observation(candidate, network):
    """Messages that aren't well-formed, or have another root, raise ValueError."""
    for document in [
        b"",
        b"Hill 4: -3.5",
        b"<obs><temp>4</obs>",
        b"<obs><temp>4</temp>",
        b"<obs/><obs/>",
        b"<obs><temp>&nothing;</temp></obs>",
        b"<forecast><temp>4</temp></forecast>",
    ]:
        with raises(ValueError):
            candidate(document)


def test_security_address_of_another_machine(candidate, network):
    """An entity has the address of a machine that only the service can reach."""
    _publish(network)
    for address in (
        "http://169.254.169.254/latest/meta-data/keys",
        "http://localhost:8080/admin",
        "http://127.0.0.1/",
    ):
        secret = _internal(network, address)
        document = _message(f"<!ENTITY units SYSTEM '{address}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)
        assert _asked(network) == set()


def test_security_machine_that_no_list_names(candidate, network):
    """An entity has an address inside the network that is on nobody's list of bad ones."""
    for address in ("http://10.20.0.5/keys", "https://wiki.intern.test/", "http://127.0.0.2/"):
        secret = _internal(network, address)
        document = _message(f"<!ENTITY units SYSTEM '{address}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)
        assert _asked(network) == set()


def test_security_address_that_begins_like_the_right_one(candidate, network):
    """The address begins like the association's and leads to another server."""
    for address in (
        "https://schemas.meteo.test.evil.test/units.ent",
        "https://schemas.meteo.tester/units.ent",
        "https://schemas.meteo.test:8443/units.ent",
    ):
        text = _internal(network, address)
        document = _message(f"<!ENTITY units SYSTEM '{address}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), text)
        assert _asked(network) == set()


def test_security_address_that_contains_the_right_one(candidate, network):
    """The right address stands somewhere in the address of another server."""
    for address in (
        f"https://evil.test/?{UNITS}",
        f"https://evil.test/{UNITS}",
        "http://10.20.0.5/keys?schemas.meteo.test/units.ent",
    ):
        text = _internal(network, address)
        document = _message(f"<!ENTITY units SYSTEM '{address}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), text)
        assert _asked(network) == set()


def test_security_redirect_on_the_right_host(candidate, network):
    """Another page of the association's site redirects to a machine inside the network."""
    target = "http://10.20.0.5/keys"
    secret = _internal(network, target)
    for page in (
        "https://schemas.meteo.test/go?to=http://10.20.0.5/keys",
        f"{UNITS}/../go?to=http://10.20.0.5/keys",
    ):
        network.redirect(page, target)
        document = _message(f"<!ENTITY units SYSTEM '{page}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)
        assert target not in _asked(network)


def test_security_two_entities(candidate, network):
    """A foreign address stands behind the right one, and is used through another entity."""
    _publish(network)
    address = "http://10.20.0.5/keys"
    secret = _internal(network, address)
    declarations = f"""<!ENTITY units SYSTEM '{UNITS}'><!ENTITY more SYSTEM '{address}'>
      <!ENTITY text 'see &more;'>"""
    for body in ("&units; &more;", "&text;"):
        outcome = attack(candidate, _message(declarations, body).encode())
        assert not _leaks(outcome, secret)
        assert _asked(network) == set()


def test_security_file_url(candidate, tmp_path):
    """An entity has the file URL of a file of the service."""
    path, secret = _secret(tmp_path)
    for url in (path.as_uri(), path.as_uri().replace("file:", "FILE:")):
        document = _message(f"<!ENTITY units SYSTEM '{url}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)


def test_security_path_of_a_file(candidate, tmp_path):
    """An entity has the plain path of a file of the service, whole or relative."""
    path, secret = _secret(tmp_path)
    for name in (str(path), path.name, f"../{tmp_path.name}/{path.name}"):
        document = _message(f"<!ENTITY units SYSTEM '{name}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)


def test_security_public_identifier(candidate, network):
    """An entity is declared by PUBLIC, which has a second text in front of the address."""
    address = "http://10.20.0.5/keys"
    secret = _internal(network, address)
    for public in ("units", UNITS):
        document = _message(f"<!ENTITY units PUBLIC '{public}' '{address}'>", "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)
        assert _asked(network) == set()


def test_security_another_encoding(candidate, network):
    """The message is in UTF-16, also without a mark, where a search for its words finds nothing."""
    address = "http://10.20.0.5/keys"
    secret = _internal(network, address)
    document = _message(f"<!ENTITY units SYSTEM '{address}'>", "&units;")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert not _leaks(attack(candidate, document.encode(encoding)), secret)
        assert _asked(network) == set()


def test_security_declaration_in_a_parameter_entity(candidate, network):
    """The declaration is the text of a parameter entity, in which a letter is a reference."""
    address = "http://10.20.0.5/keys"
    secret = _internal(network, address)
    for keyword in ("&#83;YSTEM", "&#x50;UBLIC 'units'"):
        inner = f"<!ENTITY units {keyword} '{address}'>"
        document = _message(f'<!ENTITY % p "{inner}"> %p;', "&units;")
        assert not _leaks(attack(candidate, document.encode()), secret)
        assert _asked(network) == set()


def test_security_document_type_and_parameter_entity(candidate, network):
    """A foreign address as the document type or as a parameter entity isn't fetched either."""
    address = "http://10.20.0.5/obs.dtd"
    network.answer(address, body="<!ENTITY units 'from elsewhere'>")
    body = "<obs><station>Hill 4</station></obs>"
    attack(candidate, f"<!DOCTYPE obs SYSTEM '{address}'>{body}".encode())
    attack(candidate, f"<!DOCTYPE obs [<!ENTITY % p SYSTEM '{address}'> %p;]>{body}".encode())
    assert _asked(network) == set()
