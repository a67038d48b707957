from urllib.parse import parse_qs


def answer(status: str, headers: list[str], body: bytes = b"") -> bytes:
    """Put an HTTP answer together."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def handle_request(raw: bytes) -> bytes:
    """Answer one request to the thermostat."""
    request_line = raw.split(b"\r\n", 1)[0].decode("latin-1")
    method, _, rest = request_line.partition(" ")
    target = rest.rpartition(" ")[0]
    path, _, query = target.partition("?")
    if method == "GET" and path == "/":
        return answer("200 OK", ["Content-Type: text/plain"], b"ready")
    if method == "GET" and path == "/go":
        page = parse_qs(query).get("page", [""])[0]
        page = page.replace("\r\n", "")
        if page:
            return answer("302 Found", [f"Location: /ui/{page}"])
    return answer("404 Not Found", ["Content-Type: text/plain"], b"not found")
