import re
import subprocess

HOST = re.compile(r"^[a-z0-9:.][a-z0-9:.-]*$", re.IGNORECASE | re.MULTILINE)


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not HOST.search(host):
        raise ValueError(f"not a host: {host}")
    if not 1 <= max_hops <= 64:
        raise ValueError("max_hops must be from 1 to 64")
    result = subprocess.run(
        f"traceroute -m {max_hops} {host}",
        shell=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    if result.returncode != 0:
        raise RuntimeError("traceroute failed")
    return result.stdout.splitlines()
