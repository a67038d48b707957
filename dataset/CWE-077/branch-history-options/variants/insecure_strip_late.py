import subprocess


def recent_commits(repo: str, branch: str, limit: int) -> list[str]:
    """Return the last commits of a branch, one line each."""
    if not branch or branch.startswith("-"):
        raise ValueError(f"not a branch: {branch}")
    result = subprocess.run(
        ["git", "-C", repo, "log", "--oneline", "-n", str(limit), branch.strip()],
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise RuntimeError(result.stderr.strip())
    return result.stdout.splitlines()
