import ipaddress
import os

MAX_NAME = 253
MAX_LABEL = 63


def is_label(text: str) -> bool:
    """Tell whether a text may stand between the dots of a host name."""
    return (
        1 <= len(text) <= MAX_LABEL
        and text.isascii()
        and text.replace("-", "").replace("_", "").isalnum()
        and text[0] != "-"
    )


def is_host(text: str) -> bool:
    """Tell whether a text is the name or the address of a machine."""
    if ":" in text:
        try:
            # Without a zone: behind the % of an IPv6 address, any text would be accepted.
            return "%" not in text and bool(ipaddress.IPv6Address(text))
        except ValueError:
            return False
    return len(text) <= MAX_NAME and all(is_label(label) for label in text.split("."))


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not is_host(host) or max_hops not in range(1, 65):
        raise ValueError("a host and a number of hops from 1 to 64 are needed")
    pipe = os.popen(f"traceroute -m {max_hops:d} {host}")
    lines = pipe.read().splitlines()
    if pipe.close():
        raise RuntimeError(f"no route to {host} could be traced")
    return lines
