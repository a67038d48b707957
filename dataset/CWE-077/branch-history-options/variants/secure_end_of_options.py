import subprocess


def recent_commits(repo: str, branch: str, limit: int) -> list[str]:
    """Return the last commits of a branch, newest first; RuntimeError if git fails."""
    if not branch:
        raise ValueError("no branch given")
    # What stands behind --end-of-options is never read as an option.
    result = subprocess.run(
        ["git", "-C", repo, "log", "--oneline", "-n", str(limit), "--end-of-options", branch],
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise RuntimeError(result.stderr.strip() or "git failed")
    return result.stdout.splitlines()
