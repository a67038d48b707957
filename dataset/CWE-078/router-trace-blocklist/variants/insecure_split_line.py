import subprocess

FORBIDDEN = set(" \t\r\n;&|<>$`'\"\\(){}*?!#")


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not host or host.startswith("-") or FORBIDDEN & set(host):
        raise ValueError("not a host")
    if not 1 <= max_hops <= 64:
        raise ValueError("not a number of hops")
    # Without a shell, nothing in the command can start another program.
    command = f"traceroute -m {max_hops} {host}".split()
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr)
    return result.stdout.splitlines()
