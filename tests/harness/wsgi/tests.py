"""Tests of the wsgi fixture."""

from harness import attack, raises


def test_functional_get(candidate, wsgi):
    """Path and query arrive as a server would hand them over."""
    client = wsgi(candidate)
    seen = client.get("/a%20b/é", query={"x": ["1", "2"], "y": "&="}).json()
    assert seen["path"] == "/a b/" + "é".encode().decode("latin-1")
    assert seen["query"] == "x=1&x=2&y=%26%3D"
    assert client.get("/p?raw=%2F").json()["query"] == "raw=%2F"
    assert seen["method"] == "GET"


def test_functional_bodies(candidate, wsgi):
    """Forms, JSON, raw bodies and uploads have their content types."""
    client = wsgi(candidate)
    form = client.post("/", form=[("a", "1"), ("a", "2")]).json()
    assert (form["body"], form["type"]) == ("a=1&a=2", "application/x-www-form-urlencoded")
    data = client.post("/", json={"a": [1]}).json()
    assert (data["body"], data["type"]) == ('{"a": [1]}', "application/json")
    raw = client.request("PUT", "/", body=b"\xff", headers={"Content-Type": "x/y"}).json()
    assert (raw["method"], raw["body"], raw["type"]) == ("PUT", "\xff", "x/y")
    upload = client.post("/", form={"t": "v"}, files={"f": ("../a.txt", b"data")}).json()
    assert upload["type"].startswith("multipart/form-data; boundary=")
    assert 'name="f"; filename="../a.txt"' in upload["body"] and "data" in upload["body"]


def test_functional_headers_and_environ(candidate, wsgi):
    """Headers become HTTP_ variables, the rest is given when the client is made."""
    client = wsgi(candidate, environ={"REMOTE_USER": "ann"})
    seen = client.get("/", headers={"X-Token": "t"}).json()
    assert (seen["token"], seen["user"]) == ("t", "ann")
    assert wsgi(candidate).get("/").json()["user"] is None


def test_functional_cookies(candidate, wsgi):
    """Cookies are kept, sent, and deleted when they expire."""
    client = wsgi(candidate)
    response = client.get("/login")
    assert client.cookies == {"sid": '"a b"', "theme": "dark"}
    assert response.set_cookies == ['sid="a b"; HttpOnly; Path=/', "theme=dark"]
    assert client.get("/").json()["cookie"] == 'sid="a b"; theme=dark'
    client.cookies["sid"] = "forged"
    assert client.get("/").json()["cookie"] == "sid=forged; theme=dark"
    client.get("/logout")
    assert client.cookies == {}


def test_functional_response_splitting_is_seen(candidate, wsgi):
    """CR and LF in a header reach the serialised response."""
    response = wsgi(candidate).get("/go", query={"to": "/x\r\nSet-Cookie: a=b"})
    assert (response.status, response.reason) == (302, "Found")
    assert response.header("location") == "/x\r\nSet-Cookie: a=b"
    assert b"\r\nSet-Cookie: a=b\r\n" in response.raw
    assert response.set_cookies == []


def test_functional_other_applications(module, wsgi):
    """Callable objects and generators are applications too."""
    assert wsgi(module.make_app("hey")).get("/").text == "hey"
    assert wsgi(module.generator_app).get("/").body == b"ab"


def test_functional_exceptions_come_out(candidate, wsgi):
    """An exception of the application is raised; attack() sees a refusal."""
    client = wsgi(candidate)
    with raises(LookupError, match="boom"):
        client.get("/crash")
    assert attack(client.get, "/crash").refused
    with raises(ValueError):
        client.get("/bad-status")
