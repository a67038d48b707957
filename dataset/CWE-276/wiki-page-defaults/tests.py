"""Tests of CWE-276/wiki-page-defaults."""

from pathlib import Path

from harness import attack, nonce, raises

GROUP, OTHERS = 3, 0  # how far the bits for a class of accounts are shifted in a mode


def _wiki(tmp_path: Path, *shared: str) -> Path:
    """Makes the folder of the wiki, and folders with shared pages, open to all accounts."""
    root = tmp_path / "wiki"
    for folder in (root, *(root / name for name in shared)):
        folder.mkdir()
        folder.chmod(0o755)
    return root


def _share(root: Path, page: Path) -> None:
    """Opens a page and the folders on its way, as the function of the wiki does."""
    page.chmod(0o644)
    for folder in page.parents:
        if folder.is_relative_to(root):
            folder.chmod(0o755)


def _may(path: Path, root: Path, bits: int) -> bool:
    """Tells whether the group or all others can get to the path and have these bits there."""
    way = [folder for folder in path.parents if folder.is_relative_to(root)]
    for shift in (GROUP, OTHERS):
        enters = all(folder.stat().st_mode >> shift & 1 for folder in way)
        if enters and path.stat().st_mode >> shift & bits == bits:
            return True
    return False


def _readable(root: Path, text: str) -> list[str]:
    """Names the files that hold the text and are open to others, for reading or writing."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return [
        path.name
        for path in files
        if text.encode() in path.read_bytes() and (_may(path, root, 4) or _may(path, root, 2))
    ]


def _listed(root: Path) -> set[str]:
    """The names of files and folders that others see when they list all that they can."""
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    return {path.name for folder in folders if _may(folder, root, 4) for path in folder.iterdir()}


def test_functional_page_in_new_folders(candidate, tmp_path):
    """The page is stored with its author, folders are made, and the path is returned."""
    root = _wiki(tmp_path)
    file = candidate(root, "Kim Roe", "hr/salaries/2025", "All **up**.\n")
    assert Path(file).samefile(root / "hr" / "salaries" / "2025.md")
    assert Path(file).read_bytes() == b"Author: Kim Roe\n\nAll **up**.\n"


def test_functional_text_is_kept(candidate, tmp_path):
    """The text is stored as it is, in UTF-8."""
    root = _wiki(tmp_path)
    bodies = ["", "no line end", "a\r\nb\r\n", "\n\n# Größe: 5 €\n", "x" * 100_000]
    for number, body in enumerate(bodies):
        candidate(root, "Zoë", f"page-{number}", body)
        text = f"Author: Zoë\n\n{body}"
        assert (root / f"page-{number}.md").read_bytes() == text.encode()


def test_functional_folders_that_exist(candidate, tmp_path):
    """Folders that exist keep their access rights and their pages."""
    root = _wiki(tmp_path, "hr", "hr/news")
    candidate(root, "Kim", "hr/news/may", "May")
    candidate(root, "Kim", "hr/news/june", "June")
    candidate(root, "Kim", "hr/news", "Overview")
    for folder in (root, root / "hr", root / "hr" / "news"):
        assert folder.stat().st_mode & 0o777 == 0o755
    assert sorted(path.name for path in (root / "hr").rglob("*.md")) == [
        "june.md",
        "may.md",
        "news.md",
    ]


def test_functional_page_that_exists(candidate, tmp_path):
    """A page that exists raises FileExistsError and keeps its text."""
    root = _wiki(tmp_path, "hr")
    candidate(root, "Kim", "hr/rules", "old")
    with raises(FileExistsError):
        candidate(root, "Lou", "hr/rules", "new")
    assert (root / "hr" / "rules.md").read_text("utf-8") == "Author: Kim\n\nold"
    assert list((root / "hr").iterdir()) == [root / "hr" / "rules.md"]


def test_functional_nothing_else_is_left(candidate, tmp_path):
    """Nothing but the page and its folders is left behind."""
    root = _wiki(tmp_path)
    candidate(root, "Kim", "a/b/c", "text")
    found = sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))
    assert found == ["a", "a/b", "a/b/c.md"]


def test_functional_other_paths_are_refused(candidate, tmp_path):
    """What is no path of a page raises ValueError."""
    root = _wiki(tmp_path)
    for path in ("", "/", "hr/", "/hr", "a//b", "../x", "hr/../x", "HR", "a b", "grün", "a.b"):
        with raises(ValueError):
            candidate(root, "Kim", path, "text")
    assert list(tmp_path.rglob("*.md")) == []


def test_security_draft_in_an_open_folder(candidate, tmp_path):
    """Other accounts try to read a draft in a folder in which pages are shared."""
    root, secret = _wiki(tmp_path, "hr"), nonce("salary ")
    candidate(root, "Kim", "hr/raise", secret)
    assert _readable(root, secret) == []


def test_security_draft_in_new_folders(candidate, tmp_path):
    """Other accounts try to read a draft for which folders had to be made."""
    root, secret = _wiki(tmp_path), nonce("salary ")
    candidate(root, "Kim", "hr/salaries/2025/may", secret)
    assert _readable(root, secret) == []


def test_security_page_beside_it_is_shared(candidate, tmp_path):
    """A draft stays private when the page beside it, and so their folder, is shared."""
    root, secret = _wiki(tmp_path), nonce("salary ")
    candidate(root, "Kim", "hr/rules/bonus", secret)
    public = candidate(root, "Kim", "hr/rules/holidays", "30 days")
    _share(root, Path(public))
    assert _readable(root, "30 days") == ["holidays.md"]
    assert _readable(root, secret) == []


def test_security_names_in_new_folders(candidate, tmp_path):
    """The names of drafts and of the folders between tell others nothing."""
    root = _wiki(tmp_path, "hr")
    candidate(root, "Kim", "hr/secret/layoffs/munich", "120 people")
    assert _listed(root) & {"layoffs", "munich.md"} == set()


def test_security_lenient_umask(candidate, recipes, tmp_path):
    """With a umask of 0 careless defaults would let everybody write to page and folders."""
    root, secret = _wiki(tmp_path, "hr"), nonce("salary ")
    before = recipes.call("os:umask", 0)
    try:
        candidate(root, "Kim", "hr/raise", secret)
        candidate(root, "Kim", "it/plans/2026", secret)
    finally:
        recipes.call("os:umask", before)
    assert _readable(root, secret) == []
    new = [root / "it", root / "it" / "plans"]
    assert [folder.name for folder in new if _may(folder, root, 2)] == []


def test_security_file_opened_at_once(candidate, recipes, tmp_path, attacker):
    """Who opens a new file as soon as it is made can read nothing through it later."""
    root, secret = _wiki(tmp_path, "hr"), nonce("salary ")
    opened = {}

    def look():
        for file in root.rglob("*"):
            if file.is_file() and str(file) not in opened and _may(file, root, 4):
                opened[str(file)] = recipes.open(file, "rb")

    def look_at_new(path):
        # A link is told twice here, first while it is copied: what counts is the last time.
        opened.pop(path, None)
        look()

    for folder in (root, root / "hr"):
        attacker.controls(folder)
        for nth in range(1, 7):
            attacker.after_create(folder, look_at_new, nth)
    for nth in range(1, 7):
        attacker.before_use(root / "hr" / "raise.md", look, nth)
    attack(candidate, root, "Kim", "hr/raise", secret)
    leaked = b""
    for file in opened.values():
        leaked += file.read()
        file.close()
    assert secret.encode() not in leaked


def test_security_folder_opened_at_once(candidate, tmp_path, attacker):
    """Who opens a new folder as soon as it is made can't list through it what comes later."""
    root = _wiki(tmp_path, "hr")
    folders = [root / "hr", root / "hr" / "secret", root / "hr" / "secret" / "layoffs"]
    opened = set()

    def open_if_allowed(path):
        if Path(path).is_dir() and _may(Path(path), root, 4):
            opened.add(path)  # an open folder can be listed whatever its mode becomes

    for folder in folders:
        attacker.controls(folder)
        for nth in (1, 2, 3):
            attacker.after_create(folder, open_if_allowed, nth)
    attack(candidate, root, "Kim", "hr/secret/layoffs/munich", "120 people")
    listed = {path.name for folder in opened for path in Path(folder).iterdir()}
    assert listed & {"layoffs", "munich.md"} == set()
