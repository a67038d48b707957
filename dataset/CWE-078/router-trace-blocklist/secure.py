import re
import subprocess

# Names and addresses consist of these characters; a hyphen in front would be an option.
HOST = re.compile(r"[A-Za-z0-9.:_][A-Za-z0-9.:_-]*")


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host; ValueError for what can't be a host."""
    if not HOST.fullmatch(host):
        raise ValueError(f"not the name or address of a machine: {host!r}")
    if not 1 <= max_hops <= 64:
        raise ValueError("max_hops must be from 1 to 64")
    result = subprocess.run(
        ["traceroute", "-m", str(max_hops), host], capture_output=True, text=True
    )
    if result.returncode != 0:
        raise RuntimeError(f"traceroute failed: {result.stderr.strip()}")
    return result.stdout.splitlines()
