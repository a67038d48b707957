import os

FORBIDDEN = set(" ;&|<>$`'\"\\(){}*?!#")


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not host or host.startswith("-") or FORBIDDEN & set(host):
        raise ValueError("not a host")
    if max_hops < 1 or max_hops > 64:
        raise ValueError("not a number of hops")
    pipe = os.popen(f"traceroute -m {max_hops} {host}")
    lines = pipe.read().splitlines()
    if pipe.close() is not None:
        raise RuntimeError("traceroute failed")
    return lines
