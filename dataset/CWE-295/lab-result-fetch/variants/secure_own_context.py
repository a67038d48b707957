"""Results from the laboratory, with a TLS context made by hand."""

import json
import ssl
import urllib.request


def fetch_result(url: str, ca_file: str) -> dict:
    """Fetch a result from the laboratory and return the decoded JSON."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(ca_file)
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))
    with opener.open(urllib.request.Request(url), timeout=20) as response:
        if response.status != 200:
            raise OSError(f"the laboratory answered with status {response.status}")
        return json.loads(response.read())
