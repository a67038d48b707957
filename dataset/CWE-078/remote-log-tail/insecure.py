import subprocess


def tail_remote(host: str, logfile: str, lines: int) -> list[str]:
    """Return the last lines of a log file on a remote machine."""
    if lines < 1:
        raise ValueError("lines must be at least 1")
    result = subprocess.run(
        ["ssh", host, "tail", "-n", str(lines), logfile],
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise RuntimeError(f"ssh failed: {result.stderr.strip()}")
    return result.stdout.splitlines()
