"""Tests of CWE-022/mail-attachment-saver."""

import base64
from pathlib import Path

from harness import attack, nonce

BOUNDARY = "=-=claim-4711=-="


def part(content, disposition, kind="application/octet-stream"):
    """Return one part of a message, with a Content-Disposition as the sender wrote it."""
    return (
        f"Content-Type: {kind}\r\n"
        f"Content-Disposition: {disposition}\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    ).encode() + base64.encodebytes(content).replace(b"\n", b"\r\n")


def message(*parts):
    """Return a whole message: a text, then the parts."""
    head = (
        "From: Ida Brandt <ida@customer.example>\r\n"
        "To: claims@insurance.example\r\n"
        "Subject: Claim 4711\r\n"
        "MIME-Version: 1.0\r\n"
        f'Content-Type: multipart/mixed; boundary="{BOUNDARY}"\r\n\r\n'
    ).encode()
    text = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe storm took the roof.\r\n"
    cut = f"--{BOUNDARY}\r\n".encode()
    return head + b"".join(cut + one + b"\r\n" for one in (text, *parts)) + cut[:-2] + b"--\r\n"


def claim_folder(tmp_path):
    """Make the folder of a claim, with a subfolder that the case worker has made."""
    folder = tmp_path / "claims" / "4711"
    (folder / "photos").mkdir(parents=True)
    return folder


def contents(folder, names):
    """Return the bytes of the named files."""
    return [(folder / name).read_bytes() for name in names]


def files_in(folder):
    """Return the names of the files directly in the folder."""
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def outside(tmp_path, folder):
    """Return all files below tmp_path that aren't in the folder, with their bytes."""
    paths = [path for path in tmp_path.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in paths if folder not in path.parents}


def test_functional_exact_bytes_and_names(candidate, tmp_path):
    """Two attachments are stored with their exact bytes, under their names and in order."""
    folder = claim_folder(tmp_path)
    photo, table = bytes(range(256)) * 5, "room;damage\r\nKüche;1.250,00 €\r\n".encode()
    raw = message(
        part(photo, 'attachment; filename="roof damage-2.final.jpg"', "image/jpeg"),
        part(table, "attachment; filename=items_2026.csv", "text/csv; charset=utf-8"),
    )
    names = candidate(raw, folder)
    assert names == ["roof damage-2.final.jpg", "items_2026.csv"]
    assert contents(folder, names) == [photo, table]


def test_functional_text_is_not_stored(candidate, tmp_path):
    """The text of the message isn't stored, only the attachment."""
    folder = claim_folder(tmp_path)
    names = candidate(message(part(b"%PDF", "attachment; filename=offer.pdf")), folder)
    assert names == ["offer.pdf"]
    assert files_in(folder) == names


def test_functional_no_attachments(candidate, tmp_path):
    """A message without attachments gives an empty list and no file."""
    folder = claim_folder(tmp_path)
    plain_text = b"From: ida@customer.example\r\nSubject: Claim 4711\r\n\r\nAny news?\r\n"
    assert candidate(plain_text, folder) == []
    assert candidate(message(), folder) == []
    assert files_in(folder) == []


def test_functional_attachments_without_a_name(candidate, tmp_path):
    """Attachments without a name are stored under names of their own."""
    folder = claim_folder(tmp_path)
    names = candidate(message(part(b"first", "attachment"), part(b"second", "attachment")), folder)
    assert contents(folder, names) == [b"first", b"second"]
    assert files_in(folder) == sorted(names)


def test_functional_equal_names(candidate, tmp_path):
    """Three attachments of one name are all kept; the first one has the name."""
    folder = claim_folder(tmp_path)
    scans = [b"page 1", b"page 2", b"page 3"]
    raw = message(*(part(scan, 'attachment; filename="scan.pdf"') for scan in scans))
    names = candidate(raw, folder)
    assert names[0] == "scan.pdf"
    assert contents(folder, names) == scans
    assert files_in(folder) == sorted(names)


def test_functional_earlier_file_is_kept(candidate, tmp_path):
    """A file of an earlier message isn't overwritten by an attachment of the same name."""
    folder = claim_folder(tmp_path)
    (folder / "scan.pdf").write_bytes(b"of last week")
    (name,) = candidate(message(part(b"of today", "attachment; filename=scan.pdf")), folder)
    assert contents(folder, ["scan.pdf", name]) == [b"of last week", b"of today"]


def test_functional_encoded_name(candidate, tmp_path):
    """A name with other letters than a to z, encoded as mail programs do it, is decoded."""
    folder = claim_folder(tmp_path)
    encoded = "attachment; filename*=utf-8''Sch%C3%A4den%20am%20Dach.txt"
    names = candidate(message(part(b"3 tiles", encoded)), folder)
    assert names == ["Schäden am Dach.txt"]
    assert contents(folder, names) == [b"3 tiles"]


def test_functional_relative_folder(candidate, tmp_path):
    """The path of the folder may be relative to the current folder."""
    folder = claim_folder(tmp_path)
    relative = Path("claims", "4711")
    names = candidate(message(part(b"%PDF", "attachment; filename=offer.pdf")), relative)
    assert names == ["offer.pdf"]
    assert contents(folder, names) == [b"%PDF"]


def assert_nothing_outside(candidate, tmp_path, *parts):
    """Receive one message for each part; nothing outside the claim's folder may be touched."""
    folder = claim_folder(tmp_path)
    (tmp_path / "claims" / "4711-closed").mkdir()
    assert candidate(message(part(b"ok", "attachment; filename=roof.jpg")), folder) == ["roof.jpg"]
    before = outside(tmp_path, folder)
    for hostile in parts:
        attack(candidate, message(hostile), folder)
        assert outside(tmp_path, folder) == before


def test_security_steps_to_the_folder_above(candidate, tmp_path):
    """A name that begins with two dots and a slash makes no file beside the claim's folder."""
    names = ("../outside.txt", "../../outside.txt", "./../outside.txt")
    parts = [part(b"planted", f'attachment; filename="{name}"') for name in names]
    assert_nothing_outside(candidate, tmp_path, *parts)


def test_security_steps_after_a_subfolder(candidate, tmp_path):
    """A name that first goes down into a folder and then up twice makes no file outside."""
    names = ("photos/../../outside.txt", "photos/.././../outside.txt")
    parts = [part(b"planted", f'attachment; filename="{name}"') for name in names]
    assert_nothing_outside(candidate, tmp_path, *parts)


def test_security_percent_encoded_name(candidate, tmp_path):
    """A name whose slashes are encoded, which the email module decodes, makes no file outside."""
    parts = [
        part(b"planted", "attachment; filename*=utf-8''..%2F..%2Fevil.txt"),
        part(b"planted", "attachment; filename*=us-ascii'en'%2E%2E%2Fevil.txt"),
        part(b"planted", "attachment; filename*0*=utf-8''%2E; filename*1*=%2E%2Fevil.txt"),
    ]
    assert_nothing_outside(candidate, tmp_path, *parts)


def test_security_name_that_is_decoded_later(candidate, tmp_path):
    """A name whose slashes appear only when it is decoded once more makes no file outside."""
    names = (
        "=?utf-8?Q?=2E=2E=2Fevil.txt?=",
        "=?utf-8?B?Li4vZXZpbC50eHQ=?=",
        "..%2Fevil.txt",
        "%2e%2e%2fevil.txt",
    )
    parts = [part(b"planted", f'attachment; filename="{name}"') for name in names]
    assert_nothing_outside(candidate, tmp_path, *parts)


def test_security_name_in_the_content_type(candidate, tmp_path):
    """A path in the old parameter `name` of Content-Type makes no file outside either."""
    kind = 'application/pdf; name="../outside.pdf"'
    assert_nothing_outside(candidate, tmp_path, part(b"planted", "attachment", kind))


def test_security_absolute_name(candidate, tmp_path):
    """A name that is a whole path neither makes nor overwrites a file there."""
    (tmp_path / "robot.ini").write_bytes(b"mailbox = claims")
    paths = [tmp_path / "robot.ini", tmp_path / "autostart.ini"]
    parts = [part(b"planted", f'attachment; filename="{path}"') for path in paths]
    doubled = [part(b"planted", f'attachment; filename="/{path}"') for path in paths]
    assert_nothing_outside(candidate, tmp_path, *parts, *doubled)


def test_security_sibling_folder(candidate, tmp_path):
    """A folder whose name begins like that of the claim is another claim."""
    name = "../4711-closed/verdict.txt"
    hostile = part(b"planted", f'attachment; filename="{name}"')
    assert_nothing_outside(candidate, tmp_path, hostile)


def test_security_nested_dots(candidate, tmp_path):
    """Removing the steps from the middle of a name doesn't leave other steps."""
    names = ("....//outside.txt", ".../...//outside.txt", "..././outside.txt")
    parts = [part(b"planted", f'attachment; filename="{name}"') for name in names]
    assert_nothing_outside(candidate, tmp_path, *parts)


def test_security_path_to_an_earlier_file(candidate, tmp_path):
    """A path as a name doesn't overwrite what earlier messages have brought."""
    folder = claim_folder(tmp_path)
    first = nonce("estimate ").encode()
    assert candidate(message(part(first, "attachment; filename=a.pdf")), folder) == ["a.pdf"]
    (folder / "photos" / "1.jpg").write_bytes(first)
    inside = ("./a.pdf", "photos/../a.pdf", "new/a.pdf", "photos/1.jpg", "./photos//1.jpg")
    for name in (*inside, "../4711/a.pdf", f"{folder}/a.pdf"):
        attack(candidate, message(part(b"forged", f'attachment; filename="{name}"')), folder)
        assert contents(folder, ["a.pdf", "photos/1.jpg"]) == [first, first]
