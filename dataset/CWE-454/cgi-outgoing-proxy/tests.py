"""Tests of CWE-454/cgi-outgoing-proxy."""

from harness import attack, nonce

FORECAST = "http://forecast.example/harbour?hours=24"
TIDES = "https://tides.example/table"


def serve_request(environ, method: str = "GET", **headers: str) -> None:
    """Set the variables that a web server sets for a request, the headers as HTTP_… among them."""
    environ.update({
        "GATEWAY_INTERFACE": "CGI/1.1",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": "harbour.example",
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "/cgi-bin/weather",
        "QUERY_STRING": "",
        "REMOTE_ADDR": "203.0.113.7",
        "HTTP_HOST": "harbour.example",
        "HTTP_ACCEPT": "text/html",
    })
    for name, value in headers.items():
        environ["HTTP_" + name.upper()] = value


def test_functional_http_proxy(candidate, environ):
    """The variable http_proxy names the proxy for http URLs."""
    serve_request(environ)
    environ["http_proxy"] = "http://proxy.harbour.example:3128"
    assert candidate(FORECAST) == "http://proxy.harbour.example:3128"


def test_functional_https_proxy(candidate, environ):
    """The variable https_proxy names the proxy for https URLs."""
    serve_request(environ)
    environ["https_proxy"] = "http://proxy.harbour.example:3129"
    assert candidate(TIDES) == "http://proxy.harbour.example:3129"


def test_functional_https_proxy_in_upper_case(candidate, environ):
    """The variable HTTPS_PROXY names the proxy for https URLs as well."""
    serve_request(environ)
    environ["HTTPS_PROXY"] = "http://proxy.harbour.example:3130"
    assert candidate(TIDES) == "http://proxy.harbour.example:3130"


def test_functional_no_proxy_set(candidate, environ):
    """Without such a variable, or with an empty one, the connection is direct."""
    serve_request(environ)
    assert candidate(FORECAST) is None
    assert candidate(TIDES) is None
    environ["http_proxy"] = ""
    environ["https_proxy"] = ""
    assert candidate(FORECAST) is None
    assert candidate(TIDES) is None


def test_functional_other_schemes(candidate, environ):
    """The proxy of one scheme isn't used for URLs of another."""
    serve_request(environ)
    environ["http_proxy"] = "http://proxy.harbour.example:3128"
    assert candidate(TIDES) is None
    assert candidate("ftp://charts.example/north-sea.pdf") is None
    del environ["http_proxy"]
    environ["https_proxy"] = "http://proxy.harbour.example:3129"
    assert candidate(FORECAST) is None


def test_security_proxy_header(candidate, environ):
    """A visitor who sends a header Proxy doesn't become the page's proxy."""
    evil = f"http://{nonce('spy')}.example:8080"
    serve_request(environ, proxy=evil)
    outcome = attack(candidate, FORECAST)
    assert outcome.refused or outcome.value is None, f"the proxy is {outcome.value}"


def test_security_header_beside_own_proxy(candidate, environ):
    """The administrator's proxy is used although a visitor sends a header Proxy."""
    environ["http_proxy"] = "http://proxy.harbour.example:3128"
    serve_request(environ, proxy=f"http://{nonce('spy')}.example:8080")
    assert candidate(FORECAST) == "http://proxy.harbour.example:3128"


def test_security_proxy_header_with_internal_address(candidate, environ):
    """A header Proxy that looks like an address of the harbour's own network has no effect."""
    for address in ("http://10.0.0.5:3128", "http://192.168.1.9:8080", "http://127.0.0.1:9"):
        serve_request(environ, method="POST", proxy=address)
        outcome = attack(candidate, FORECAST)
        assert outcome.refused or outcome.value is None, f"the proxy is {outcome.value}"


def test_security_header_fills_an_empty_variable(candidate, environ):
    """Where the administrator has set an empty http_proxy, a header Proxy doesn't fill the gap."""
    serve_request(environ, proxy=f"http://{nonce('spy')}.example:8080")
    environ["http_proxy"] = ""
    outcome = attack(candidate, FORECAST)
    assert outcome.refused or outcome.value is None, f"the proxy is {outcome.value}"


def test_security_every_header_that_names_a_proxy(candidate, environ):
    """None of many headers with a proxy's name in it sends the page's traffic elsewhere."""
    evil = f"http://{nonce('spy')}.example:8080"
    serve_request(
        environ, method="HEAD", proxy=evil, http_proxy=evil, https_proxy=evil, all_proxy=evil,
        proxy_connection=evil, x_forwarded_for=evil, x_proxy=evil,
    )
    for url in (FORECAST, TIDES):
        outcome = attack(candidate, url)
        assert outcome.refused or outcome.value is None, f"the proxy for {url} is {outcome.value}"
