import subprocess


def recent_commits(repo: str, branch: str, limit: int) -> list[str]:
    """Return the last commits of a branch; git itself allows no branch that begins with a dash."""
    if branch == "" or branch.startswith("-"):
        raise ValueError(f"git can't have a branch {branch!r}")
    process = subprocess.Popen(
        ["git", "-C", repo, "log", f"-{limit:d}", "--oneline", "--no-color", branch],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    output, errors = process.communicate()
    if process.returncode:
        raise RuntimeError(errors)
    return output.splitlines()
