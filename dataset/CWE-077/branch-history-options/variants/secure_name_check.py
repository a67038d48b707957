import re
import subprocess

BRANCH = re.compile(r"\w[\w./#+@-]*")


def recent_commits(repo: str, branch: str, limit: int) -> list[str]:
    """Return the last commits of a branch; ValueError for a name that no branch has here."""
    if not BRANCH.fullmatch(branch):
        raise ValueError(f"not the name of a branch: {branch!r}")
    result = subprocess.run(
        ["git", "-C", repo, "log", "--oneline", "-n", str(limit), branch, "--"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    if result.returncode != 0:
        raise RuntimeError(f"git log failed: {result.stderr}")
    return result.stdout.splitlines()
