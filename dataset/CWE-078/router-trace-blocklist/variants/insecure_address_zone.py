import ipaddress
import re
import subprocess

HOST_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


def check_host(host: str) -> None:
    """Raise ValueError unless the text is a host name or an address."""
    if not HOST_NAME.fullmatch(host):
        ipaddress.ip_address(host)


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    check_host(host)
    if not 1 <= max_hops <= 64:
        raise ValueError("max_hops must be from 1 to 64")
    command = f"traceroute -m {max_hops} {host}"
    result = subprocess.run(command, shell=True, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr)
    return result.stdout.splitlines()
