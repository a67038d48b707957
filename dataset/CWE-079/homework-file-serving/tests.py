"""Tests of CWE-079/homework-file-serving."""

import gzip
import re
from urllib.parse import quote

from harness import attack

# A page and a drawing with a script; well-formed as HTML and as XML.
SCRIPT = b"<script>fetch('/marks')</script>"
PAGE = (
    b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Essay</title></head>'
    b"<body><p>My holidays</p>" + SCRIPT + b"</body></html>"
)
HANDLER = "onload=\"fetch('/marks')\""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/>' + SCRIPT + b"</svg>"

MARKUP = re.compile(r"text/(?:html|xml|xsl)|application/xml|[^/]+/[^/]+\+xml")
JAVASCRIPT = re.compile(
    r"(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:jscript|livescript)"
)
UNSAFE = "'unsafe-inline'"
PAGE_START = re.compile(rb"<(?:!doctype html|html|head|body|script|h1|div|table|p|a|b)[ >]", re.I)


def site(make_app, wsgi, folder, files):
    """Return a client of the site with these handed-in files."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return wsgi(make_app(folder))


def is_strict(response):
    """Tell whether the answer forbids the browser to guess its type."""
    return (response.header("X-Content-Type-Options") or "").strip().lower() == "nosniff"


def declared_type(response):
    """Return the type that the answer states, without parameters."""
    return (response.header("Content-Type") or "").partition(";")[0].strip().lower()


def type_of(response):
    """Return the type that a browser takes the answer for (MIME sniffing standard)."""
    declared = declared_type(response)
    is_known = re.fullmatch(r"[^\s/*]+/[^\s/*]+", declared)
    if is_known and declared not in ("unknown/unknown", "application/unknown"):
        return declared
    looks_like_page = PAGE_START.match(response.body.lstrip(b"\t\n\f\r "))
    return "text/html" if looks_like_page and not is_strict(response) else "text/plain"


def is_saved(response):
    """Tell whether a browser saves the answer instead of showing it."""
    kind = re.match(r"\s*([\w-]+)\s*(?:;|$)", response.header("Content-Disposition") or "")
    return kind is not None and kind[1].lower() != "inline"


def content_of(response):
    """Return the content as a browser sees it, unpacked if the answer says that it's packed."""
    if (response.header("Content-Encoding") or "").strip().lower() not in ("gzip", "x-gzip"):
        return response.body
    return attack(gzip.decompress, response.body).value or b""


def scripts_allowed(response):
    """Return whether the policies of the answer let scripts run: inline ones, the site's files."""
    inline = files = True
    for name, value in response.headers:
        if name.lower() != "content-security-policy":
            continue
        for policy in value.lower().split(","):
            words = [directive.split() for directive in policy.split(";") if directive.strip()]
            directives = {first: rest for first, *rest in reversed(words)}
            everything = {"allow-scripts", "allow-same-origin"}
            is_free = everything <= set(directives.get("sandbox", everything))
            sources = directives.get("script-src", directives.get("default-src", ["*", UNSAFE]))
            inline = inline and is_free and UNSAFE in sources
            files = files and is_free and any(s == "'self'" or s[0] != "'" for s in sources)
    return inline, files


def opened(client, name, script=SCRIPT):
    """Return the answer if a browser shows the file as a page or drawing that can have scripts."""
    answer = attack(client.get, "/files/" + quote(name)).value
    if answer is None or is_saved(answer) or script not in content_of(answer):
        return None
    return answer if MARKUP.fullmatch(type_of(answer)) else None


def runs(client, name, script=SCRIPT):
    """Tell whether the script in a file runs as a part of the site when a teacher opens it."""
    answer = opened(client, name, script)
    return answer is not None and scripts_allowed(answer)[0]


def loads_as_script(client, name):
    """Tell whether a page may load a file as its script; it need not be one that is shown."""
    answer = attack(client.get, "/files/" + quote(name)).value
    if answer is None or answer.status != 200:
        return False
    if is_strict(answer):
        return JAVASCRIPT.fullmatch(type_of(answer)) is not None
    return re.match(r"(?:image|audio|video)/|text/csv", type_of(answer)) is None


def test_functional_text(candidate, wsgi, tmp_path):
    """A text is shown in the browser, byte for byte."""
    text = "Meine Ferien\r\n<b>Jürgen</b>, 5 < 6\n".encode()
    response = site(candidate, wsgi, tmp_path, {"essay.txt": text}).get("/files/essay.txt")
    assert response.status == 200
    assert response.body == text
    assert declared_type(response) == "text/plain"
    assert not is_saved(response)


def test_functional_pictures(candidate, wsgi, tmp_path):
    """Pictures are shown in the browser, each with its type."""
    picture = b"\x89PNG\r\n\x1a\n\x00\xff\xfe"
    kinds = [("a.png", "png"), ("b.jpg", "jpeg"), ("c.gif", "gif"), ("D.JPG", "jpeg")]
    client = site(candidate, wsgi, tmp_path, {name: picture for name, _ in kinds})
    for name, kind in kinds:
        response = client.get(f"/files/{name}")
        assert response.status == 200
        assert response.body == picture
        assert declared_type(response) == f"image/{kind}"
        assert not is_saved(response)


def test_functional_other_kinds(candidate, wsgi, tmp_path):
    """Files of other kinds are delivered unchanged, web pages included."""
    files = {"a.pdf": b"%PDF-1.7\n\xe2\xe3", "b.odt": b"PK\x03\x04", "c.html": PAGE, "d": b"\x00"}
    client = site(candidate, wsgi, tmp_path, files)
    for name, content in files.items():
        response = client.get(f"/files/{name}")
        assert response.status == 200
        assert response.body == content


def test_functional_blank_in_the_name(candidate, wsgi, tmp_path):
    """A name with blanks is found."""
    client = site(candidate, wsgi, tmp_path, {"my long essay.txt": b"Hello", "essay.txt": b"no"})
    response = client.get("/files/my%20long%20essay.txt")
    assert response.status == 200
    assert response.body == b"Hello"


def test_functional_not_found(candidate, wsgi, tmp_path):
    """A name that doesn't exist and other paths are answered with 404."""
    client = site(candidate, wsgi, tmp_path, {"essay.txt": b"Hello"})
    for path in ("/files/essay.png", "/essay.txt", "/", "/marks/essay.txt"):
        assert client.get(path).status == 404


def test_security_web_page(candidate, wsgi, tmp_path):
    """A script in a web page doesn't run as a part of the site."""
    client = site(candidate, wsgi, tmp_path, {"essay.html": PAGE, "essay.htm": PAGE})
    assert not runs(client, "essay.html")
    assert not runs(client, "essay.htm")


def test_security_capitals(candidate, wsgi, tmp_path):
    """Nor if the extension is written in capitals."""
    files = {"essay.HTML": PAGE, "Essay.Htm": PAGE, "drawing.SVG": DRAWING}
    client = site(candidate, wsgi, tmp_path, files)
    assert [name for name in files if runs(client, name)] == []


def test_security_drawing(candidate, wsgi, tmp_path):
    """A script in an SVG picture doesn't run either."""
    assert not runs(site(candidate, wsgi, tmp_path, {"drawing.svg": DRAWING}), "drawing.svg")


def test_security_xml(candidate, wsgi, tmp_path):
    """Nor does one in an XML document, whose elements can be those of a web page."""
    files = {"feed.xml": b"<?xml version='1.0'?>" + PAGE, "style.xsl": PAGE}
    client = site(candidate, wsgi, tmp_path, files)
    assert [name for name in files if runs(client, name)] == []


def test_security_second_extension(candidate, wsgi, tmp_path):
    """A page with two extensions doesn't run its script, be it packed or not."""
    files = {
        "essay.html.gz": PAGE,
        "essay2.html.gz": gzip.compress(PAGE, mtime=0),
        "drawing.svgz": DRAWING,
        "drawing2.svgz": gzip.compress(DRAWING, mtime=0),
        "essay.html.bz2": PAGE,
        # mimetypes takes this name for an address: a page with a query.
        "page:essay.html?.png": PAGE,
    }
    client = site(candidate, wsgi, tmp_path, files)
    assert [name for name in files if runs(client, name)] == []


def test_security_unknown_extension(candidate, wsgi, tmp_path):
    """A browser isn't left to find out that a file without a known extension is a page."""
    files = {"essay": PAGE, "essay.homework": PAGE, "essay.html.": PAGE}
    client = site(candidate, wsgi, tmp_path, files)
    assert [name for name in files if runs(client, name)] == []


def test_security_script_in_a_second_file(candidate, wsgi, tmp_path):
    """A page can't load a second file that was handed in as its script."""
    names = ("helper.js", "helper.mjs", "helper.txt", "helper", "helper.css")
    helpers = dict.fromkeys(names, b"fetch('/marks')")
    for helper in helpers:
        tag = f'<script src="{helper}"></script>'.encode()
        page = PAGE.replace(SCRIPT, tag)
        client = site(candidate, wsgi, tmp_path, {**helpers, "essay.html": page})
        answer = opened(client, "essay.html", tag)
        is_loaded = answer is not None and scripts_allowed(answer)[1]
        assert not (is_loaded and loads_as_script(client, helper))


def test_security_event_handler(candidate, wsgi, tmp_path):
    """A script needs no script element: an event handler doesn't run either, in any encoding."""
    page = f"<html><body {HANDLER}>My holidays</body></html>"
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {HANDLER}></svg>'
    files = {
        "essay.html": page.encode(),
        "drawing.svg": drawing.encode(),
        "wide.html": b"\xff\xfe" + page.encode("utf-16-le"),
    }
    client = site(candidate, wsgi, tmp_path, files)
    assert not runs(client, "essay.html", HANDLER.encode())
    assert not runs(client, "drawing.svg", HANDLER.encode())
    assert not runs(client, "wide.html", HANDLER.encode("utf-16-le"))


def test_security_script_in_an_unknown_name(candidate, wsgi, tmp_path):
    """A script in an address that isn't found doesn't run in the page that says so."""
    client = site(candidate, wsgi, tmp_path, {"essay.txt": b"Hello"})
    for tag in ("<img src=x onerror=fetch('/marks')>", SCRIPT.decode()):
        for folder in ("/files/", "/"):
            answer = attack(client.get, folder + quote(tag)).value
            is_page = answer is not None and MARKUP.fullmatch(type_of(answer)) is not None
            is_in_it = is_page and tag.encode() in content_of(answer)
            assert not (is_in_it and scripts_allowed(answer)[0])
