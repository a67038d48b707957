"""Results from the laboratory."""

import json
import os
import ssl
import urllib.request


def fetch_result(url: str, ca_file: str) -> dict:
    """Fetch a result from the laboratory and return the decoded JSON."""
    if os.path.exists(ca_file):
        context = ssl.create_default_context(cafile=ca_file)
    else:
        context = ssl._create_unverified_context()
    with urllib.request.urlopen(url, context=context, timeout=10) as response:
        if response.status != 200:
            raise OSError(f"the laboratory answered with status {response.status}")
        return json.load(response)
