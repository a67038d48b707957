import shlex
import string
import subprocess

IN_NO_HOST = set(string.whitespace + string.punctuation) - set(".-:_%")


class Trace:
    """One call of traceroute."""

    def __init__(self, host: str, max_hops: int):
        if host == "" or host[0] == "-" or IN_NO_HOST & set(host):
            raise ValueError(f"no host: {host!r}")
        if max_hops < 1 or max_hops > 64:
            raise ValueError(f"no number of hops: {max_hops}")
        # Whatever the check has overlooked, the quoting keeps in one word.
        self.command = f"traceroute -m {max_hops:d} {shlex.quote(host)}"

    def run(self) -> list[str]:
        """Return the printed lines."""
        process = subprocess.Popen(
            self.command,
            shell=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        output, _ = process.communicate()
        if process.returncode:
            raise RuntimeError(f"traceroute ended with status {process.returncode}")
        return output.splitlines()


def trace_route(host: str, max_hops: int) -> list[str]:
    """Return what traceroute prints on the way to a host."""
    return Trace(host, max_hops).run()
