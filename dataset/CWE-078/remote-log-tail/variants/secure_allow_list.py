import re
import subprocess

LOG_PATH = re.compile(r"/?[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*")


def tail_remote(host: str, logfile: str, lines: int) -> list[str]:
    """Return the last lines of a log file; ValueError for a path with unusual characters."""
    if lines < 1:
        raise ValueError("lines must be at least 1")
    if not LOG_PATH.fullmatch(logfile):
        raise ValueError(f"not the path of a log file: {logfile!r}")
    process = subprocess.Popen(
        ["ssh", host, f"tail -n {lines} {logfile}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    output, errors = process.communicate()
    if process.returncode != 0:
        raise RuntimeError(errors.strip() or "ssh failed")
    return output.splitlines()
