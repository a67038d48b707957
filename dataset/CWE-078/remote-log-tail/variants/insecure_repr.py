import subprocess


def tail_remote(host: str, logfile: str, lines: int) -> list[str]:
    """Return the last lines of a log file on a remote machine."""
    if lines < 1:
        raise ValueError("lines must be at least 1")
    # repr puts the path into quotation marks and escapes line breaks.
    command = f"tail -n {lines} {logfile!r}"
    result = subprocess.run(["ssh", host, command], capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError("ssh failed")
    return result.stdout.splitlines()
