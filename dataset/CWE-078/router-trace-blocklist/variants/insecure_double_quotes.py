import subprocess


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not host or host.startswith("-"):
        raise ValueError("not a host")
    for character in ";&|":
        if character in host:
            raise ValueError(f"{character} can't be in a host")
    if not 1 <= max_hops <= 64:
        raise ValueError("not a number of hops")
    command = f'traceroute -m {max_hops} "{host}"'
    status, output = subprocess.getstatusoutput(command)
    if status != 0:
        raise RuntimeError(output)
    return output.splitlines()
