import subprocess
from shlex import quote


def tail_remote(host: str, logfile: str, lines: int) -> list[str]:
    """Return the last lines of a log file on a remote machine."""
    if lines < 1:
        raise ValueError(f"can't show {lines} lines")
    # The words after the host are joined with blanks and read by a shell: the path is quoted for it
    # and stays one word.
    words = ["ssh", "-o", "BatchMode=yes", host, "tail", "-n", str(lines), "--", quote(logfile)]
    try:
        output = subprocess.check_output(words, stderr=subprocess.DEVNULL, encoding="utf-8")
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"ssh ended with status {error.returncode}") from error
    return output.splitlines()
