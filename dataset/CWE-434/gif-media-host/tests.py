"""Tests of CWE-434/gif-media-host."""

import re
from xml.parsers import expat

from harness import attack

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1" + bytes(range(256)) + b"\r\n\n\r--\r\n"
GIF = b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"

STEAL = b"fetch('/account')"
PAGES = [
    b"GIF89a<script>" + STEAL + b"</script>",
    b'GIF87a<img src="x" onerror="' + STEAL + b'">',
    GIF + b"<script>" + STEAL + b"</script>",
]
PROGRAM = b"GIF89a=1;" + STEAL + b";"
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><!-- GIF89a PNG --><circle r="9"/>'
    b"<script>" + STEAL + b"</script></svg>"
)

HTML_START = re.compile(rb"<(?:!doctype html|html|head|body|script|iframe|svg|h1|p|a|b)[ >]", re.I)
XML = re.compile(r"(?:text|application)/xml|[^/]+/[^/]+\+xml")
JAVASCRIPT = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:js|live)script")


def _upload(client, filename, content, content_type="image/gif"):
    return client.post("/media", files={"file": (filename, content, content_type)})


def _path(response):
    """The path of a picture that was accepted."""
    assert response.status == 201
    assert re.fullmatch(r"text/plain(;.*)?", response.header("Content-Type"))
    assert re.fullmatch(r"/media/[A-Za-z0-9._-]+", response.text.strip())
    return response.text.strip()


def _type(response):
    """The type that a browser takes an answer for (MIME sniffing standard)."""
    declared = (response.header("Content-Type") or "").partition(";")[0].strip().lower()
    is_known = re.fullmatch(r"[^\s/*]+/[^\s/*]+", declared)
    if is_known and declared not in ("unknown/unknown", "application/unknown"):
        return declared
    is_strict = (response.header("X-Content-Type-Options") or "").strip().lower() == "nosniff"
    looks_like_page = HTML_START.match(response.body.lstrip(b"\t\n\f\r "))
    return "text/html" if looks_like_page and not is_strict else "text/plain"


def _is_saved(response):
    """Tell whether a browser saves the answer instead of showing it."""
    return bool(re.match(r"\s*attachment\s*(;|$)", response.header("Content-Disposition") or ""))


def _forbids_scripts(response):
    """Tell whether a policy of the answer keeps scripts in it from running."""
    for name, value in response.headers:
        if name.lower() == "content-security-policy":
            for directive in value.lower().split(";"):
                first, *rest = directive.split() or [""]
                if first == "sandbox" and "allow-scripts" not in rest:
                    return True
                if first in ("default-src", "script-src") and rest == ["'none'"]:
                    return True
    return False


def _has_script_element(body):
    """Tell whether a browser meets a script when it reads the answer as XML."""
    found = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: found.append(name)
    attack(parser.Parse, body, True)
    return any(re.fullmatch(r"http://www\.w3\.org/\S+ script", name) for name in found)


def _is_active(response):
    """Tell whether the answer is a page, a drawing or a program with the script in it."""
    if STEAL not in response.body:
        return False
    kind = _type(response)
    if JAVASCRIPT.fullmatch(kind):
        return True
    if _is_saved(response) or _forbids_scripts(response):
        return False
    if XML.fullmatch(kind):
        return _has_script_element(response.body)
    return kind == "text/html"


def _active_answers(client, filename, content, content_type="image/gif"):
    """Upload a file; return the types of answers in which a browser runs its script."""
    outcome = attack(_upload, client, filename, content, content_type)
    if outcome.refused or outcome.value.status != 201:
        return []
    path = outcome.value.text.strip()
    stem = path.rpartition(".")[0] or path
    places = [path, f"{path}.html", f"{stem}.html", f"{stem}.js", f"{stem}.svg", f"{path}/x.html"]
    places += [f"{path}?x.html", f"{path};x.html", f"{path}%00.html", f"{path}%23.html"]
    answers = [attack(client.get, place).value for place in places]
    return [_type(answer) for answer in answers if answer is not None and _is_active(answer)]


def test_functional_gif(candidate, wsgi, tmp_path):
    """A GIF picture is stored and delivered byte for byte, with its type."""
    client = wsgi(candidate(tmp_path))
    for content in (GIF, GIF.replace(b"89a", b"87a")):
        picture = client.get(_path(_upload(client, "party.gif", content)))
        assert picture.status == 200
        assert picture.body == content
        assert picture.header("Content-Type") == "image/gif"


def test_functional_png(candidate, wsgi, tmp_path):
    """A PNG picture is stored and delivered byte for byte, with its type."""
    client = wsgi(candidate(tmp_path))
    picture = client.get(_path(_upload(client, "Ach so! (2).PNG", PNG, "image/png")))
    assert picture.status == 200
    assert picture.body == PNG
    assert picture.header("Content-Type") == "image/png"


def test_functional_same_name(candidate, wsgi, tmp_path):
    """Pictures of one name, and the same picture twice, get paths of their own."""
    client = wsgi(candidate(tmp_path))
    pictures = [GIF, GIF + b"\0", GIF]
    paths = [_path(_upload(client, "yes.gif", picture)) for picture in pictures]
    assert len(set(paths)) == 3
    assert [client.get(path).body for path in paths] == pictures


def test_functional_restart(candidate, wsgi, tmp_path):
    """A new application for the same folder delivers the pictures of the old one."""
    client = wsgi(candidate(tmp_path))
    gif = _path(_upload(client, "yes.gif", GIF))
    png = _path(_upload(client, "yes.png", PNG, "image/png"))
    later = wsgi(candidate(tmp_path))
    assert later.get(gif).body == GIF
    assert later.get(png).header("Content-Type") == "image/png"


def test_functional_other_uploads(candidate, wsgi, tmp_path):
    """Uploads that are no pictures, and forms without the field, are answered with 400."""
    client = wsgi(candidate(tmp_path))
    for filename, content, content_type in [
        ("notes.txt", b"What a party.", "text/plain"),
        ("song.mp3", b"ID3\4\0\0", "audio/mpeg"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
    ]:
        assert _upload(client, filename, content, content_type).status == 400
    assert client.post("/media", files={"picture": ("a.gif", GIF, "image/gif")}).status == 400


def test_functional_not_found(candidate, wsgi, tmp_path):
    """Paths at which there is no picture are answered with 404."""
    client = wsgi(candidate(tmp_path))
    _path(_upload(client, "party.gif", GIF))
    for path in ("/media/party-0.gif", "/media/", "/", "/posts", "/media/0.png"):
        assert client.get(path).status == 404


def test_security_page(candidate, wsgi, tmp_path):
    """A page that begins like a GIF file, and is called a page, isn't delivered as one."""
    client = wsgi(candidate(tmp_path))
    for page in PAGES:
        for filename in ("party.html", "party.htm", "party.xhtml", "party.shtml"):
            assert _active_answers(client, filename, page) == []


def test_security_two_extensions(candidate, wsgi, tmp_path):
    """Nor is it with capitals, or with the extension of a picture before or after a cut."""
    client = wsgi(candidate(tmp_path))
    for page in PAGES:
        for filename in ("a.HTML", "a.gif.html", "a.GIF.Htm", "a.html;.gif", "a.html%00.gif"):
            assert _active_answers(client, filename, page) == []
        assert _active_answers(client, "a.html\0.gif", page) == []


def test_security_program(candidate, wsgi, tmp_path):
    """A program in JavaScript that begins like a GIF file isn't delivered as one."""
    client = wsgi(candidate(tmp_path))
    for filename in ("party.js", "party.mjs", "party.JS"):
        assert _active_answers(client, filename, PROGRAM) == []
        assert _active_answers(client, filename, PROGRAM, "text/javascript") == []


def test_security_unknown_extension(candidate, wsgi, tmp_path):
    """A name without an extension, or with an unknown one, doesn't make a page of it."""
    client = wsgi(candidate(tmp_path))
    for filename in ("party", "party.", "party.partyparty", "gif", ".gif", "party.gif."):
        assert _active_answers(client, filename, PAGES[0]) == []


def test_security_declared_type(candidate, wsgi, tmp_path):
    """The type that an upload declares isn't the type with which it is delivered."""
    client = wsgi(candidate(tmp_path))
    for filename in ("party.gif", "party.png", "party.html"):
        for content_type in ("text/html", "TEXT/HTML; charset=utf-8", "text/html;image/gif"):
            assert _active_answers(client, filename, PAGES[0], content_type) == []
        assert _active_answers(client, filename, PROGRAM, "text/javascript") == []
        assert _active_answers(client, filename, DRAWING, "image/svg+xml") == []


def test_security_drawing(candidate, wsgi, tmp_path):
    """An SVG drawing in which the first bytes of pictures stand somewhere isn't delivered."""
    client = wsgi(candidate(tmp_path))
    for filename in ("party.svg", "party.SVG", "party.gif.svg", "party.xml", "party.gif"):
        assert _active_answers(client, filename, DRAWING) == []
        assert _active_answers(client, filename, DRAWING, "image/svg+xml") == []


def test_security_path_with_changes(candidate, wsgi, tmp_path):
    """A picture that is asked for under another name isn't delivered as something else."""
    client = wsgi(candidate(tmp_path))
    for page in (*PAGES, PROGRAM):
        assert _active_answers(client, "party.gif", page) == []


def test_security_name_like_an_address(candidate, wsgi, tmp_path):
    """A name that looks like the address of a page, but ends like a picture, makes no page."""
    client = wsgi(candidate(tmp_path))
    for filename in ("data:text/html,party.gif", "data:text/html;x,.gif", "DATA:text/html,.gif"):
        for page in PAGES:
            assert _active_answers(client, filename, page) == []
