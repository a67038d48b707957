"""Results from the laboratory, fetched with http.client."""

import http.client
import json
import ssl
from pathlib import Path
from urllib.parse import urlsplit


def fetch_result(url: str, ca_file: str) -> dict:
    """Fetch a result from the laboratory and return the decoded JSON."""
    parts = urlsplit(url)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=Path(ca_file).read_text(encoding="ascii"))
    except ValueError as error:
        raise OSError(f"{ca_file} contains no certificate") from error
    connection = http.client.HTTPSConnection(
        parts.hostname, parts.port, timeout=10, context=context
    )
    try:
        target = parts.path or "/"
        connection.request("GET", f"{target}?{parts.query}" if parts.query else target)
        response = connection.getresponse()
        body = response.read()
    except http.client.HTTPException as error:
        raise OSError("no valid answer") from error
    finally:
        connection.close()
    if response.status != 200:
        raise OSError(f"the laboratory answered with status {response.status}")
    return json.loads(body)
