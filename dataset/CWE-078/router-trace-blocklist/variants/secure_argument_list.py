import subprocess

FORBIDDEN = set(" \t\r\n;&|<>$`'\"\\(){}*?!#/")


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not host or host.startswith("-") or FORBIDDEN.intersection(host):
        raise ValueError("not a host")
    if not 0 < max_hops <= 64:
        raise ValueError("not a number of hops")
    # The check only serves the user: without a shell, no character has a meaning.
    try:
        output = subprocess.check_output(["traceroute", "-m", f"{max_hops}", host])
    except subprocess.CalledProcessError as error:
        raise RuntimeError("traceroute failed") from error
    return output.decode("utf-8", "replace").splitlines()
