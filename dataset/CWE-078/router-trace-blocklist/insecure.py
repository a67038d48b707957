import subprocess

FORBIDDEN = ";&|"


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    if not host or host.startswith("-") or any(character in host for character in FORBIDDEN):
        raise ValueError(f"not a host: {host}")
    if not 1 <= max_hops <= 64:
        raise ValueError("max_hops must be from 1 to 64")
    command = f"traceroute -m {max_hops} {host}"
    result = subprocess.run(command, shell=True, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr.strip())
    return result.stdout.splitlines()
