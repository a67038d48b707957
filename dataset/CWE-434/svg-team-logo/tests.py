"""Tests of CWE-434/svg-team-logo."""

import re
import xml.etree.ElementTree as ET
from xml.parsers import expat

from harness import attack

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1" + bytes(range(256)) + b"\r\n"
SVG_NAME = "http://www.w3.org/2000/svg"
HTML_NAME = "http://www.w3.org/1999/xhtml"
XLINK_NAME = "http://www.w3.org/1999/xlink"

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">
  <title>Möwen 04</title>
  <g id="ball" transform="translate(2 3)" fill="none" stroke="#003366" stroke-width="2">
    <circle cx="30" cy="30" r="28" fill="#fff"/>
    <path d="M 2 30 H 58 M 30 2 V 58" opacity="0.5"/>
    <rect x="5" y="5" width="4" height="4" rx="1" ry="1"/>
    <ellipse cx="1" cy="2" rx="3" ry="4"/>
    <line x1="1" y1="2" x2="3" y2="4"/>
    <polyline points="1,2 3,4"/><polygon points="1,2 3,4 5,6"/>
  </g>
  <text x="32" y="60" font-family="serif" font-size="9" text-anchor="middle">Mö<tspan>04</tspan>
  </text>
</svg>
"""


def _post(client, team, filename, content, content_type="application/octet-stream"):
    return client.post(f"/logo/{team}", files={"file": (filename, content, content_type)})


def _kind(response):
    return (response.header("Content-Type") or "").partition(";")[0].strip().lower()


def _elements(content):
    """All elements of a drawing in their order, with attributes and text."""
    return [(e.tag, dict(e.attrib), (e.text or "").strip()) for e in ET.fromstring(content).iter()]


def _has_drawing(response, content):
    """Tell whether all elements, attributes and texts of a drawing are in an answer."""
    before, after = _elements(content), _elements(response.body)
    return len(before) == len(after) and all(
        one[0] == two[0] and one[1].items() <= two[1].items() and one[2] == two[2]
        for one, two in zip(before, after)
    )


def _svg(content, attributes=""):
    """A drawing of the attacker, with this in it."""
    names = f'xmlns="{SVG_NAME}" xmlns:xlink="{XLINK_NAME}" viewBox="0 0 9 9"'
    return f'<svg {names} {attributes}><circle r="9"/>{content}</svg>'.encode()


def _html(content):
    """HTML within a drawing."""
    return _svg(f'<foreignObject width="9" height="9">{content}</foreignObject>')


def _is_script_address(value):
    """Tell whether a browser takes an address for a script (URL standard)."""
    plain = re.sub("[\t\n\r]", "", value).lstrip("".join(map(chr, range(33))))
    return plain.lower().startswith("javascript:")


class _Browser:
    """Reads an XML document as a browser does and notes which scripts would run."""

    def __init__(self, body):
        self.inline = self.external = self.has_link = self.animates_link = False
        self.open = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        # Scripts run as soon as they have been read, also if an error follows later.
        attack(parser.Parse, body, True)
        self.inline = self.inline or (self.has_link and self.animates_link)

    def start(self, name, attributes):
        namespace, _, local = name.rpartition(" ")
        self.open.append([namespace, local, attributes, ""])
        if namespace not in (SVG_NAME, HTML_NAME):
            return
        places = ("href", f"{XLINK_NAME} href", "src", "action", "formaction")
        addresses = [attributes[place] for place in places if place in attributes]
        if any(key.startswith("on") and "steal" in attributes[key] for key in attributes):
            self.inline = True
        if local in ("a", "iframe", "form", "button", "input", "area"):
            self.has_link = self.has_link or (namespace, local) == (SVG_NAME, "a")
            self.inline = self.inline or any(map(_is_script_address, addresses))
        if local == "iframe" and "steal" in attributes.get("srcdoc", ""):
            self.inline = True
        if local in ("animate", "set") and namespace == SVG_NAME:
            values = ";".join(attributes.get(key, "") for key in ("values", "from", "to", "by"))
            if attributes.get("attributeName") in ("href", "xlink:href"):
                addresses = values.split(";")
                self.animates_link = self.animates_link or any(map(_is_script_address, addresses))

    def text(self, text):
        if self.open:
            self.open[-1][3] += text

    def end(self, name):
        namespace, local, attributes, text = self.open.pop()
        if local == "script" and namespace in (SVG_NAME, HTML_NAME):
            self.inline = self.inline or "steal" in text
            sources = [value for key, value in attributes.items() if key.endswith(("href", "src"))]
            self.external = self.external or any("steal" in source for source in sources)


def _policies(response):
    """The policies of an answer, each as a dictionary of directives."""
    headers = [v for k, v in response.headers if k.lower() == "content-security-policy"]
    for policy in ",".join(headers).lower().split(","):
        words = [directive.split() for directive in policy.split(";") if directive.strip()]
        yield {first: rest for first, *rest in reversed(words)}


def _allows(response, is_external):
    """Tell whether the policies of an answer let scripts run as a part of the site."""
    for policy in _policies(response):
        everything = {"allow-scripts", "allow-same-origin"}
        if not everything <= set(policy.get("sandbox", everything)):
            return False
        sources = policy.get("script-src", policy.get("default-src"))
        if sources is None:
            continue
        if is_external and not {"*", "http:", "https:", "data:"} & set(sources):
            return False
        if not is_external and "'unsafe-inline'" not in sources:
            return False
    return True


def _runs(response):
    """Tell whether a script runs as a part of the site when somebody opens the answer."""
    if re.match(r"\s*attachment\s*(;|$)", response.header("Content-Disposition") or "", re.I):
        return False
    kind = _kind(response)
    if kind == "text/html":
        return b"steal" in response.body and _allows(response, False)
    if kind not in ("text/xml", "application/xml") and not kind.endswith("+xml"):
        return False
    browser = _Browser(response.body)
    inline = browser.inline and _allows(response, False)
    return inline or (browser.external and _allows(response, True))


def _running(client, *contents, filename="logo.svg", content_type="image/svg+xml"):
    """Upload logos one after the other; return those in which a script runs when opened."""
    found = []
    for number, content in enumerate(contents):
        attack(_post, client, f"team-{number}", filename, content, content_type)
        logo = attack(client.get, f"/logo/team-{number}").value
        if logo is not None and logo.status == 200 and _runs(logo):
            found.append(content)
    return found


def test_functional_png(candidate, wsgi, tmp_path):
    """A PNG picture is delivered byte for byte."""
    client = wsgi(candidate(tmp_path))
    for filename in ("logo.png", "Möwen 04.PNG"):
        assert _post(client, "moewen-04", filename, PNG, "image/png").status == 201
        logo = client.get("/logo/moewen-04")
        assert logo.status == 200
        assert logo.body == PNG
        assert _kind(logo) == "image/png"


def test_functional_drawing(candidate, wsgi, tmp_path):
    """A drawing is delivered with all of its elements, attributes and texts."""
    client = wsgi(candidate(tmp_path))
    assert _post(client, "moewen-04", "Logo.svg", DRAWING.encode(), "image/svg+xml").status == 201
    logo = client.get("/logo/moewen-04")
    assert logo.status == 200
    assert _kind(logo) == "image/svg+xml"
    assert _has_drawing(logo, DRAWING.encode())


def test_functional_small_drawing(candidate, wsgi, tmp_path):
    """A drawing without a declaration, and with capitals in its extension, is fine too."""
    client = wsgi(candidate(tmp_path))
    content = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9" fill="red"/></svg>'
    assert _post(client, "red-sox", "LOGO.SVG", content, "image/svg+xml").status == 201
    assert _has_drawing(client.get("/logo/red-sox"), content)


def test_functional_new_logo(candidate, wsgi, tmp_path):
    """A new logo replaces the old one of its team, also one of the other kind."""
    client = wsgi(candidate(tmp_path))
    for team in ("a", "b"):
        assert _post(client, team, "logo.png", PNG, "image/png").status == 201
    assert _post(client, "a", "logo.svg", DRAWING.encode(), "image/svg+xml").status == 201
    assert _has_drawing(client.get("/logo/a"), DRAWING.encode())
    assert client.get("/logo/b").body == PNG
    assert _post(client, "a", "new.png", PNG + b"\0", "image/png").status == 201
    assert client.get("/logo/a").body == PNG + b"\0"


def test_functional_restart(candidate, wsgi, tmp_path):
    """A new application for the same folder delivers the same logos."""
    client = wsgi(candidate(tmp_path))
    _post(client, "a", "logo.png", PNG, "image/png")
    _post(client, "b", "logo.svg", DRAWING.encode(), "image/svg+xml")
    later = wsgi(candidate(tmp_path))
    assert later.get("/logo/a").body == PNG
    assert _has_drawing(later.get("/logo/b"), DRAWING.encode())


def test_functional_other_uploads(candidate, wsgi, tmp_path):
    """Other files, and forms without the field, are answered with 400; the logo stays."""
    client = wsgi(candidate(tmp_path))
    _post(client, "a", "logo.png", PNG, "image/png")
    assert _post(client, "a", "logo.txt", b"Go!", "text/plain").status == 400
    assert _post(client, "a", "logo.jpg", b"\xff\xd8\xff\xe0", "image/jpeg").status == 400
    assert client.post("/logo/a", files={"logo": ("a.png", PNG, "image/png")}).status == 400
    assert client.get("/logo/a").body == PNG


def test_functional_not_found(candidate, wsgi, tmp_path):
    """Teams without a logo, other names and other paths are answered with 404."""
    client = wsgi(candidate(tmp_path))
    _post(client, "a", "logo.png", PNG, "image/png")
    for path in ("/logo/b", "/logo/A", "/logo/a.png", "/logo/", "/", "/logo/a/b"):
        assert client.get(path).status == 404
    assert _post(client, "Team_1", "logo.png", PNG, "image/png").status == 404


def test_security_script(candidate, wsgi, tmp_path):
    """A script element in a drawing doesn't run."""
    client = wsgi(candidate(tmp_path))
    script = "<script>steal()</script>"
    cdata = '<script type="text/javascript"><![CDATA[steal()]]></script>'
    hidden = f"<g><defs>{script}</defs></g>"
    assert _running(client, _svg(script), _svg(cdata), _svg(hidden)) == []


def test_security_script_from_elsewhere(candidate, wsgi, tmp_path):
    """Nor does one that is loaded from another address."""
    client = wsgi(candidate(tmp_path))
    loaded = _svg('<script href="https://evil.example/steal.js"/>')
    older = _svg('<script xlink:href="https://evil.example/steal.js"></script>')
    data = _svg('<script href="data:text/javascript,steal()"/>')
    assert _running(client, loaded, older, data) == []


def test_security_event_attribute(candidate, wsgi, tmp_path):
    """An event attribute of an element doesn't run."""
    client = wsgi(candidate(tmp_path))
    contents = [
        _svg("", 'onload="steal()"'),
        _svg('<path d="M0 0H9V9z" onclick="steal()"/>'),
        _svg("<rect width='9' height='9' onmouseover\n=\n'steal()'/>"),
        _svg('<animate attributeName="x" dur="1s" onbegin="steal()"/>'),
        _svg('<image href="x" onerror="steal()"/>'),
        _svg('<a><text onfocusin="steal()">Go</text></a>'),
    ]
    assert _running(client, *contents) == []


def test_security_link(candidate, wsgi, tmp_path):
    """A link to a script doesn't run, however its address is written."""
    client = wsgi(candidate(tmp_path))
    addresses = (
        *("javascript:steal()", "JavaScript:steal()", "&#106;avascript:steal()"),
        *("java&#10;script:steal()", "java&#9;script&#13;:steal()", " &#32;javascript:steal()"),
    )
    for attribute in ("href", "xlink:href"):
        contents = [_svg(f'<a {attribute}="{one}"><text>Go</text></a>') for one in addresses]
        assert _running(client, *contents) == []


def test_security_animated_link(candidate, wsgi, tmp_path):
    """An animation doesn't turn a harmless link into a script."""
    client = wsgi(candidate(tmp_path))
    animations = (
        '<animate attributeName="href" values="javascript:steal()" dur="9s"/>',
        '<set attributeName="xlink:href" to="javascript:steal()"/>',
        '<animate attributeName="href" values="#a;javascript:steal()" begin="0s" dur="1s"/>',
    )
    contents = [_svg(f'<a href="#x"><text>Go</text>{one}</a>') for one in animations]
    assert _running(client, *contents) == []


def test_security_html_in_the_drawing(candidate, wsgi, tmp_path):
    """HTML in a drawing doesn't run a script either."""
    client = wsgi(candidate(tmp_path))
    name = f'xmlns="{HTML_NAME}"'
    contents = [
        _html(f'<iframe {name} srcdoc="&lt;script>parent.steal()&lt;/script>"/>'),
        _html(f'<iframe {name} src="javascript:parent.steal()"/>'),
        _html(f'<body {name}><img src="x" onerror="steal()"/></body>'),
        _html(f"<body {name}><script>steal()</script></body>"),
        _html(f'<form {name} action="javascript:steal()"><button>Go</button></form>'),
        _html(f'<button {name} formaction="javascript:steal()" form="f">Go</button>'),
        _svg(f'<h:iframe xmlns:h="{HTML_NAME}" srcdoc="&lt;img src=x onerror=parent.steal()>"/>'),
    ]
    assert _running(client, *contents) == []


def test_security_prefix(candidate, wsgi, tmp_path):
    """A prefix before the name of an element changes nothing."""
    client = wsgi(candidate(tmp_path))
    prefixed = f'<s:svg xmlns:s="{SVG_NAME}"><s:script>steal()</s:script></s:svg>'
    html = f'<h:script xmlns:h="{HTML_NAME}">steal()</h:script>'
    link = f'<x:a xmlns:x="{SVG_NAME}" href="javascript:steal()"><text>Go</text></x:a>'
    assert _running(client, prefixed.encode(), _svg(html), _svg(link)) == []


def test_security_encoding(candidate, wsgi, tmp_path):
    """Nor does another encoding."""
    client = wsgi(candidate(tmp_path))
    text = _svg("<script>steal()</script>").decode()
    handler = _svg("", 'onload="steal()"').decode()
    contents = [text.encode("utf-16"), handler.encode("utf-16"), text.encode("utf-8-sig")]
    contents.append(b"\xfe\xff" + text.encode("utf-16-be"))
    contents.append(f'<?xml version="1.0" encoding="ISO-8859-1"?>{text}'.encode("latin-1"))
    assert _running(client, *contents) == []


def test_security_entity(candidate, wsgi, tmp_path):
    """A script that is spelled by an entity, or an attribute by default, doesn't run."""
    client = wsgi(candidate(tmp_path))
    types = [
        '<!ENTITY s "<script>steal()</script>">',
        '<!ENTITY s "&#60;&#115;cript>steal()&#60;/&#115;cript>">',
        '<!ENTITY s "x"><!ATTLIST svg onload CDATA "steal()">',
        '<!ENTITY s "<a href=\'javascript:steal()\'>x</a>">',
    ]
    contents = [f"<!DOCTYPE svg [{one}]>".encode() + _svg("<text>&s;</text>") for one in types]
    assert _running(client, *contents) == []


def test_security_removal(candidate, wsgi, tmp_path):
    """What looks harmless until something is removed from it doesn't run afterwards."""
    client = wsgi(candidate(tmp_path))
    contents = [
        _svg("<scr<script></script>ipt>steal()</scr<script></script>ipt>"),
        _svg("<script>steal()</script >"),
        _svg('<script\n type="text/javascript"\n>steal()</script\n>'),
        _svg("<!--<script>--><script>steal()</script><!--</script>-->"),
        _svg('<g on<script></script>click="steal()"/>'),
        _svg('<circle r="9" onx="" onclick="steal()" ony=""/>'),
    ]
    assert _running(client, *contents) == []


def test_security_error_at_the_end(candidate, wsgi, tmp_path):
    """A script before an error, which a browser runs before it meets the error, doesn't run."""
    client = wsgi(candidate(tmp_path))
    script = _svg("<script>steal()</script>")
    contents = [script[:-6], script + b"<", script.replace(b"</svg>", b"<g></svg>")]
    assert _running(client, *contents) == []


def test_security_called_a_picture(candidate, wsgi, tmp_path):
    """A drawing or page that is called and declared a PNG picture isn't delivered as it is."""
    client = wsgi(candidate(tmp_path))
    script = _svg("<script>steal()</script>")
    page = b"<html><script>steal()</script></html>"
    strict = f'<html xmlns="{HTML_NAME}"><script>steal()</script></html>'.encode()
    for content_type in ("image/png", "image/svg+xml", "text/html"):
        for filename in ("logo.png", "logo.svg.png", "LOGO.PNG", "logo.svg"):
            found = _running(
                client, script, page, strict, filename=filename, content_type=content_type
            )
            assert found == []
