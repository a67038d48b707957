import shlex
import subprocess


def tail_remote(host: str, logfile: str, lines: int) -> list[str]:
    """Return the last lines of a log file on a remote machine."""
    if lines < 1:
        raise ValueError("lines must be at least 1")
    # Two shells read the path: the remote one after ssh, the local one before it.
    for_remote_shell = f"tail -n {lines} -- {shlex.quote(logfile)}"
    for_local_shell = f"ssh {shlex.quote(host)} {shlex.quote(for_remote_shell)}"
    result = subprocess.run(for_local_shell, shell=True, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError("ssh failed")
    return result.stdout.splitlines()
