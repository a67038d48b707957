"""Results from the laboratory."""

import json
import ssl
import urllib.request


def fetch_result(url: str, ca_file: str) -> dict:
    """Fetch a result from the laboratory and return the decoded JSON."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile=ca_file)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    handler = urllib.request.HTTPSHandler(context=context)
    with urllib.request.build_opener(handler).open(url, timeout=10) as response:
        if response.status != 200:
            raise OSError(f"the laboratory answered with status {response.status}")
        return json.load(response)
