from urllib.parse import parse_qs, unquote


def answer(status: str, headers: list[str], body: bytes = b"") -> bytes:
    """Put an HTTP answer together."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def handle_request(raw: bytes) -> bytes:
    """Answer one request to the thermostat."""
    request_line = raw.split(b"\r\n", 1)[0].decode("latin-1")
    method, _, rest = request_line.partition(" ")
    target = unquote(rest.rpartition(" ")[0])
    if "\r" in target or "\n" in target:
        return answer("400 Bad Request", ["Content-Type: text/plain"], b"bad request")
    path, _, query = target.partition("?")
    if method == "GET" and path == "/":
        return answer("200 OK", ["Content-Type: text/plain"], b"ready")
    if method == "GET" and path == "/go":
        page = parse_qs(query).get("page", [""])[0]
        if page:
            return answer("302 Found", [f"Location: /ui/{page}"])
    return answer("404 Not Found", ["Content-Type: text/plain"], b"not found")
