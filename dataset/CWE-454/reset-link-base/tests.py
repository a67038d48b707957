"""Tests of CWE-454/reset-link-base."""

import re
from urllib.parse import parse_qs, urlsplit

from harness import attack, plain

HOSTS = ["books.example", "www.books.example"]
USERS = ["ann@mail.example", "bo@mail.example"]
FOREIGN = [
    "evil.example",
    "books.example.evil.example",
    "evil-books.example",
    "books.example@evil.example",
    "evil.example/books.example",
    "evil.example#books.example",
    "evil.example?books.example",
    "books.example:x@evil.example",
    "evil.example:443",
    "www.books.example.evil.example",
    "books.example, evil.example",
    "evil.example\\.books.example",
]


def _client(candidate, wsgi, recipes):
    """Return a client of a new application, and its outbox."""
    # It is kept in the application, so it has to live where the application does.
    outbox = recipes.call("collections:UserList")
    return wsgi(candidate({"hosts": list(HOSTS), "users": list(USERS)}, outbox)), outbox


def _forgot(client, email: str = USERS[0], host: str = HOSTS[0], **headers: str):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/forgot", form={"email": email}, headers={"Host": host, **named})


def _mails(outbox) -> list[dict[str, str]]:
    return [plain(mail) for mail in plain(outbox)]


def _foreign_links(outbox) -> list[str]:
    """Return the links that lead anywhere but to the library."""
    links = [str(mail["link"]) for mail in _mails(outbox)]
    own = "|".join(rf"https://{re.escape(host)}/reset\?token=[A-Za-z0-9_-]+" for host in HOSTS)
    return [link for link in links if not re.fullmatch(own, link)]


def test_functional_link(candidate, wsgi, recipes):
    """A reader gets a mail with a link to the library."""
    client, outbox = _client(candidate, wsgi, recipes)
    assert _forgot(client).status == 200
    assert [mail["to"] for mail in _mails(outbox)] == [USERS[0]]
    link = urlsplit(_mails(outbox)[0]["link"])
    assert (link.scheme, link.path) == ("https", "/reset")
    assert link.hostname in HOSTS


def test_functional_tokens(candidate, wsgi, recipes):
    """Each link has a new token of at least 20 signs."""
    client, outbox = _client(candidate, wsgi, recipes)
    for email in (USERS[0], USERS[0], USERS[1]):
        _forgot(client, email)
    tokens = [parse_qs(urlsplit(mail["link"]).query)["token"][0] for mail in _mails(outbox)]
    assert len(set(tokens)) == 3
    assert all(re.fullmatch("[A-Za-z0-9_-]{20,}", token) for token in tokens)


def test_functional_unknown_reader(candidate, wsgi, recipes):
    """Somebody who is no reader gets the same status, and no mail."""
    client, outbox = _client(candidate, wsgi, recipes)
    assert _forgot(client, "eve@mail.example").status == 200
    assert _mails(outbox) == []


def test_functional_second_host(candidate, wsgi, recipes):
    """Under its other name the library works as well."""
    client, outbox = _client(candidate, wsgi, recipes)
    assert _forgot(client, USERS[1], HOSTS[1]).status == 200
    assert [mail["to"] for mail in _mails(outbox)] == [USERS[1]]
    assert urlsplit(_mails(outbox)[0]["link"]).hostname in HOSTS


def test_functional_other_pages(candidate, wsgi, recipes):
    """There is a welcome page, and nothing else."""
    client, outbox = _client(candidate, wsgi, recipes)
    assert client.get("/", headers={"Host": HOSTS[0]}).status == 200
    assert client.get("/catalogue", headers={"Host": HOSTS[0]}).status == 404
    assert client.get("/forgot", headers={"Host": HOSTS[0]}).status == 404
    assert _mails(outbox) == []


def test_security_first_request(candidate, wsgi, recipes):
    """The first request of all, with a foreign host, doesn't decide where links lead."""
    for host in FOREIGN[:3]:
        client, outbox = _client(candidate, wsgi, recipes)
        attack(client.get, "/", headers={"Host": host})
        _forgot(client)
        assert _foreign_links(outbox) == []


def test_security_earlier_request(candidate, wsgi, recipes):
    """Nor does a request between two others."""
    client, outbox = _client(candidate, wsgi, recipes)
    _forgot(client)
    for host in FOREIGN:
        attack(client.get, "/", headers={"Host": host})
        attack(_forgot, client, "eve@mail.example", host)
        _forgot(client)
    assert _foreign_links(outbox) == []


def test_security_host_of_the_request(candidate, wsgi, recipes):
    """Nor does the foreign host of the request that asks for the reader's mail."""
    client, outbox = _client(candidate, wsgi, recipes)
    for host in FOREIGN[:1]:
        attack(_forgot, client, USERS[0], host)
    assert _foreign_links(outbox) == []


def test_security_similar_hosts(candidate, wsgi, recipes):
    """Nor does one in which the library's name stands at the beginning, at the end or within."""
    client, outbox = _client(candidate, wsgi, recipes)
    for host in FOREIGN:
        attack(_forgot, client, USERS[0], host)
    assert _foreign_links(outbox) == []


def test_security_forwarded_host(candidate, wsgi, recipes):
    """Nor do other headers that name a host."""
    client, outbox = _client(candidate, wsgi, recipes)
    for name in ("X-Forwarded-Host", "X-Host", "X-Original-Host", "X-Forwarded-Server", "Origin"):
        for value in ("evil.example", "https://evil.example"):
            attack(_forgot, client, USERS[0], HOSTS[0], **{name.replace("-", "_"): value})
    attack(_forgot, client, USERS[0], HOSTS[0], Forwarded="host=evil.example;proto=https")
    attack(_forgot, client, USERS[0], HOSTS[0], Referer="https://evil.example/")
    assert _foreign_links(outbox) == []
