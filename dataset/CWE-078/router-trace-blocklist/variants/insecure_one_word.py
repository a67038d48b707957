import shlex
import subprocess


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if len(shlex.split(host)) != 1 or host[0] in "-'\"" or set(host) & set(";&|<>"):
        raise ValueError("a host is a single word")
    if not 1 <= max_hops <= 64:
        raise ValueError("max_hops must be from 1 to 64")
    try:
        output = subprocess.check_output(f"traceroute -m {max_hops} {host}", shell=True, text=True)
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"traceroute: status {error.returncode}") from error
    return output.splitlines()
