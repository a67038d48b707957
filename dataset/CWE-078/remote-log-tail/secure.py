import shlex
import subprocess


def tail_remote(host: str, logfile: str, lines: int) -> list[str]:
    """Return the last lines of a log file on a remote machine; RuntimeError if ssh fails."""
    if lines < 1:
        raise ValueError("lines must be at least 1")
    # ssh hands the remote shell one line of text, so the quoting is meant for that shell.
    remote_command = shlex.join(["tail", "-n", str(lines), "--", logfile])
    result = subprocess.run(["ssh", host, remote_command], capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(f"ssh failed: {result.stderr.strip()}")
    return result.stdout.splitlines()
