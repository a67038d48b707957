"""Tests of CWE-641/ticket-attachments."""

import json
from pathlib import Path

from harness import attack, raises

TICKET = {
    "id": 4711,
    "customer": "Jürgen Weiß",
    "subject": "No picture",
    "refund": False,
    "attachments": ["log.txt"],
}
FORGED = json.dumps({**TICKET, "customer": "Mallory", "refund": True, "attachments": []}).encode()
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def _ticket(tmp_path: Path) -> Path:
    """Makes the folder of a ticket which has one attachment already."""
    folder = tmp_path / "4711"
    folder.mkdir()
    (folder / "ticket.json").write_text(json.dumps(TICKET), encoding="utf-8")
    (folder / "log.txt").write_bytes(b"no signal")
    return folder


def _data(folder: Path) -> dict:
    return json.loads((folder / "ticket.json").read_text(encoding="utf-8"))


def _files(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _archive(folder: Path) -> dict[str, list[bytes]]:
    """The night's copy: under each name there, the files that have it."""
    archive: dict[str, list[bytes]] = {}
    for name, content in _files(folder).items():
        parts = [part.rstrip(". ").lower() for part in name.split("/")]
        archive.setdefault("/".join(parts), []).append(content)
    return archive


def _send(candidate, folder: Path, *names: str) -> None:
    for name in names:
        attack(candidate, folder, name, FORGED)


def _is_intact(folder: Path) -> bool:
    """Whether the data of the ticket are what they were, but for the list."""
    data, archived = _data(folder), _archive(folder)["ticket.json"]
    return (
        {**data, "attachments": 0} == {**TICKET, "attachments": 0}
        and data["attachments"][:1] == ["log.txt"]
        and [json.loads(content) for content in archived] == [data]
    )


def test_functional_attachment(candidate, tmp_path):
    """An attachment is stored byte for byte and put at the end of the list."""
    folder = _ticket(tmp_path)
    stored = candidate(folder, "Screen shot.PNG", PICTURE)
    assert (folder / stored).read_bytes() == PICTURE
    assert stored.lower().endswith(".png")
    assert _data(folder) == {**TICKET, "attachments": ["log.txt", stored]}
    assert (folder / "log.txt").read_bytes() == b"no signal"


def test_functional_all_kinds_of_names(candidate, tmp_path):
    """Names with blanks, dots, brackets and letters of other languages can be used."""
    folder = _ticket(tmp_path)
    names = ["Rechnung für Jürgen.pdf", "v1.2 (final).tar.gz", "写真.jpg", "README", "a_b-c.7z"]
    extensions = [".pdf", ".gz", ".jpg", "", ".7z"]
    stored = [candidate(folder, name, name.encode()) for name in names]
    for name, place, extension in zip(names, stored, extensions):
        assert (folder / place).read_bytes() == name.encode()
        assert place.lower().endswith(extension)
    assert _data(folder)["attachments"] == ["log.txt", *stored]


def test_functional_same_name(candidate, tmp_path):
    """Attachments of names that are there already are stored under other names."""
    folder = _ticket(tmp_path)
    names = ["a.pdf", "a.pdf", "a-2.pdf", "a.pdf", "a-2.pdf", "log.txt", "a (2).pdf", "a.pdf"]
    stored = [candidate(folder, name, str(n).encode()) for n, name in enumerate(names)]
    assert len(set(stored)) == len(names)
    assert [(folder / place).read_bytes() for place in stored] == [b"%d" % n for n in range(8)]
    assert (folder / "log.txt").read_bytes() == b"no signal"


def test_functional_folders_in_the_name(candidate, tmp_path):
    """Only what follows the last slash is the name."""
    folder = _ticket(tmp_path)
    stored = candidate(folder, "/home/ann/my photos/cat.jpeg", PICTURE)
    assert (folder / stored).read_bytes() == PICTURE
    assert stored.lower().endswith(".jpeg")
    assert _data(folder)["attachments"] == ["log.txt", stored]


def test_functional_no_name(candidate, tmp_path):
    """An attachment without a name raises ValueError, and nothing is changed."""
    folder = _ticket(tmp_path)
    before = _files(folder)
    for name in ("", ".", "..", "photos/", "/", "a/..", "a/."):
        with raises(ValueError):
            candidate(folder, name, PICTURE)
    assert _files(folder) == before


def test_security_data_of_the_ticket(candidate, tmp_path):
    """An attachment called ticket.json doesn't become the data of the ticket."""
    folder = _ticket(tmp_path)
    _send(candidate, folder, "ticket.json", "./ticket.json", "mail/ticket.json", "ticket.json")
    assert _is_intact(folder)


def test_security_closed(candidate, tmp_path):
    """An attachment called closed doesn't close the ticket."""
    folder = _ticket(tmp_path)
    _send(candidate, folder, "closed", "mail/closed", "closed")
    assert "closed" not in _files(folder)


def test_security_backup_of_the_data(candidate, tmp_path):
    """An attachment doesn't get to be the file that replaces the data at the next start."""
    folder = _ticket(tmp_path)
    _send(candidate, folder, "ticket.json.bak", "/ticket.json.bak")
    assert "ticket.json.bak" not in _files(folder)


def test_security_orders_for_the_backup(candidate, tmp_path):
    """An attachment doesn't get a name that begins with a dot."""
    folder = _ticket(tmp_path)
    _send(candidate, folder, ".nobackup", "mail/.nobackup", "..nobackup", "...x", ". nobackup")
    _send(candidate, folder, " .nobackup", "\0.nobackup", ":.nobackup", ".:.nobackup", ".\\.x")
    assert [name for name in _files(folder) if name.startswith(".") or "/." in name] == []


def test_security_capitals_in_the_archive(candidate, tmp_path):
    """A name in other capitals isn't one of the help desk's files in the archive."""
    folder = _ticket(tmp_path)
    _send(candidate, folder, "TICKET.JSON", "Ticket.json", "Closed", "CLOSED", "Ticket.JSON.bak")
    assert _is_intact(folder)
    assert not {"closed", "ticket.json.bak"} & set(_archive(folder))


def test_security_dots_and_blanks_in_the_archive(candidate, tmp_path):
    """Nor is a name with dots or blanks at its end."""
    folder = _ticket(tmp_path)
    for name in ("ticket.json", "closed", "ticket.json.bak"):
        _send(candidate, folder, f"{name}.", f"{name} ", f"{name}. .", f"{name}...")
    assert _is_intact(folder)
    assert not {"closed", "ticket.json.bak"} & set(_archive(folder))


def test_security_attachments_in_the_archive(candidate, tmp_path):
    """An attachment doesn't take the place of another one in the archive."""
    folder = _ticket(tmp_path)
    names = ["bill.pdf", "Bill.pdf", "BILL.PDF", "bill.pdf.", "bill.pdf ", "bill.PDF", "LOG.TXT"]
    sent = [b"no signal"]
    for number, name in enumerate(names):
        outcome = attack(candidate, folder, name, b"%d" % number)
        if not outcome.refused:
            sent.append(b"%d" % number)
    copied = [contents for contents in _archive(folder).values() if contents[0] in sent]
    assert sorted(copied) == sorted([content] for content in sent)


def test_security_cleaned_names(candidate, tmp_path):
    """A name doesn't become one of the help desk's when characters are taken out of it."""
    folder = _ticket(tmp_path)
    for extra in (*'\0\n\t:*?"<|\\\x7f', "\u200b", "é", "\u3000"):
        _send(candidate, folder, f"clo{extra}sed", f"ticket{extra}.json.bak", f"closed{extra}")
        _send(candidate, folder, f"{extra}closed", f"ti{extra}cket.json", f"ticket.json{extra}")
    _send(candidate, folder, "ｃｌｏｓｅｄ", "ticket．json", "ticket。json．bak", "ＣＬＯＳＥＤ")
    assert _is_intact(folder)
    assert not {"closed", "ticket.json.bak"} & set(_archive(folder))
