"""Tests of CWE-611/chapter-include."""

from pathlib import Path

from harness import attack, nonce, raises


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _book(folder: Path, files: dict[str, str]) -> Path:
    """Makes the folder of a book, beside which other authors have theirs."""
    book = folder / "tides"
    book.mkdir()
    for name, text in files.items():
        _write(book / name, text)
    return book


def _book_with(folder: Path, system_id: str) -> Path:
    """A book in which one chapter is fine and another is declared with this identifier."""
    declarations = f"<!ENTITY a SYSTEM 'part1/a.xml'><!ENTITY x SYSTEM '{system_id}'>"
    document = f"<!DOCTYPE book [{declarations}]>\n<book>&a; &x;</book>"
    return _book(folder, {"book.xml": document, "part1/a.xml": "<chapter>One.</chapter>"})


def _draft(folder: Path, place: str = "private/draft.xml") -> tuple[Path, str]:
    """The unpublished draft of another author."""
    secret = nonce("the gardener did it ")
    path = folder / place
    _write(path, f"<chapter>{secret}</chapter>\n")
    return path, secret


def _leaks(outcome, secret: str) -> bool:
    return not outcome.refused and secret in repr(outcome.value)


def test_functional_chapters_in_order(candidate, tmp_path):
    """The chapters stand in the order of the references, with the book's own text around them."""
    document = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE book [
  <!ENTITY ch1 SYSTEM "ch1.xml">
  <!ENTITY ch2 SYSTEM "ch2.xml">
]>
<book lang="de"><title>Ebbe &amp; Flut</title>
&ch2; -- &ch1;
</book>
"""
    one = "<chapter nr='1'>Es war <i>Ebbe</i>.<!-- shorten? --></chapter>"
    two = '<?xml version="1.0" encoding="UTF-8"?><chapter><![CDATA[<Über> & unter]]></chapter>'
    book = _book(tmp_path, {"book.xml": document, "ch1.xml": one, "ch2.xml": two})
    assert candidate(book) == "Ebbe & Flut\n<Über> & unter -- Es war Ebbe.\n"


def test_functional_folders_below(candidate, tmp_path):
    """Chapters can lie in folders below that of the book, also deep ones."""
    document = """<!DOCTYPE book [<!ENTITY a SYSTEM 'part1/ch_1.xml'>
      <!ENTITY b SYSTEM 'part2/old-texts/v1.2/ch_1.xml'>]><book>&a;|&b;</book>"""
    files = {"part1/ch_1.xml": "low", "part2/old-texts/v1.2/ch_1.xml": "<p>high</p>"}
    assert candidate(_book(tmp_path, {"book.xml": document, **files})) == "low|high"


def test_functional_chapter_in_a_chapter(candidate, tmp_path):
    """A chapter refers to another chapter and to a text, both declared in book.xml."""
    document = """<!DOCTYPE book [
      <!ENTITY hero 'Ann &amp; Zoë'>
      <!ENTITY a SYSTEM 'part1/a.xml'>
      <!ENTITY b SYSTEM 'part1/b.xml'>
      <!ENTITY c SYSTEM 'c.xml'>
    ]><book>&a;</book>"""
    files = {
        "part1/a.xml": "<ch>A of &hero;: &b; end</ch>",
        "part1/b.xml": "<ch>B: &c;</ch>",
        "c.xml": "<ch>C of &hero;</ch>",
    }
    book = _book(tmp_path, {"book.xml": document, **files})
    assert candidate(book) == "A of Ann & Zoë: B: C of Ann & Zoë end"


def test_functional_chapter_used_twice(candidate, tmp_path):
    """A chapter that is referred to several times stands there several times."""
    document = "<!DOCTYPE book [<!ENTITY r SYSTEM 'refrain.xml'>]><book>&r; and &r;</book>"
    book = _book(tmp_path, {"book.xml": document, "refrain.xml": "<v>la</v>"})
    assert candidate(book) == "la and la"


def test_functional_book_without_chapters(candidate, tmp_path):
    """A book can be one file, and even empty."""
    book = _book(tmp_path, {"book.xml": "<book><p>Short.</p> The <b>end</b></book>"})
    assert candidate(book) == "Short. The end"
    (book / "book.xml").write_text("<book/>")
    assert candidate(book) == ""


def test_functional_relative_path_of_the_book(candidate, tmp_path):
    """The folder of the book may be given relative to the current one."""
    document = "<!DOCTYPE book [<!ENTITY a SYSTEM 'part1/a.xml'>]><book>&a;</book>"
    _book(tmp_path, {"book.xml": document, "part1/a.xml": "tide"})
    assert candidate(Path("tides")) == "tide"


def test_functional_missing_files(candidate, tmp_path):
    """A chapter that isn't there, and a folder without book.xml, raise ValueError."""
    document = "<!DOCTYPE book [<!ENTITY a SYSTEM 'part1/a.xml'>]><book>&a;</book>"
    book = _book(tmp_path, {"book.xml": document})
    with raises(ValueError):
        candidate(book)
    (book / "book.xml").unlink()
    with raises(ValueError):
        candidate(book)


def test_functional_not_well_formed(candidate, tmp_path):
    """A book, and a chapter, that isn't well-formed raises ValueError."""
    document = "<!DOCTYPE book [<!ENTITY a SYSTEM 'a.xml'>]><book>&a;</book>"
    book = _book(tmp_path, {"book.xml": document, "a.xml": "<ch>fine</ch>"})
    assert candidate(book) == "fine"
    for chapter in ("</ch>", "<ch></p>", "<ch>A & B</ch>", "<ch>&nobody;</ch>"):
        (book / "a.xml").write_text(chapter)
        with raises(ValueError):
            candidate(book)
    for broken in ("", "<book>", "<book/><book/>", "Tides"):
        (book / "book.xml").write_text(broken)
        with raises(ValueError):
            candidate(book)


def test_functional_chapter_that_contains_itself(candidate, tmp_path):
    """A chapter that refers to itself, directly or through another, raises ValueError."""
    document = """<!DOCTYPE book [<!ENTITY a SYSTEM 'a.xml'><!ENTITY b SYSTEM 'b.xml'>]>
    <book>&a;</book>"""
    book = _book(tmp_path, {"book.xml": document, "a.xml": "<ch>&b;</ch>", "b.xml": "<ch>&a;</ch>"})
    with raises(ValueError):
        candidate(book)
    (book / "a.xml").write_text("<ch>&a;</ch>")
    with raises(ValueError):
        candidate(book)


def test_security_folder_above(candidate, tmp_path):
    """A chapter steps up and down into the folder of another author."""
    _, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "")
    document = (book / "book.xml").read_text()
    for system_id in (
        "../private/draft.xml",
        "part1/../../private/draft.xml",
        "./../private/draft.xml",
        f"../../{tmp_path.name}/private/draft.xml",
    ):
        (book / "book.xml").write_text(document.replace("x SYSTEM ''", f"x SYSTEM '{system_id}'"))
        assert not _leaks(attack(candidate, book), secret)


def test_security_steps_that_appear_by_removal(candidate, tmp_path):
    """Steps upwards are written so that they come about when others are removed."""
    _, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "....//private/draft.xml")
    assert not _leaks(attack(candidate, book), secret)


def test_security_whole_path(candidate, tmp_path):
    """A chapter is the whole path of another author's file."""
    path, secret = _draft(tmp_path)
    assert not _leaks(attack(candidate, _book_with(tmp_path, str(path))), secret)


def test_security_file_url(candidate, tmp_path):
    """A chapter is the file URL of another author's file."""
    path, secret = _draft(tmp_path)
    book = _book_with(tmp_path, path.as_uri())
    assert not _leaks(attack(candidate, book), secret)
    document = (book / "book.xml").read_text()
    for url in (f"FILE:{path}", f"file://localhost{path}", "file:../private/draft.xml"):
        (book / "book.xml").write_text(document.replace(path.as_uri(), url))
        assert not _leaks(attack(candidate, book), secret)


def test_security_encoded_steps(candidate, tmp_path):
    """Steps to the folder above are written with percent signs."""
    _, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "%2e%2e/private/draft.xml")
    assert not _leaks(attack(candidate, book), secret)
    document = (book / "book.xml").read_text()
    for steps in ("%2E%2E%2F", ".%2e/", "part1/%2e./%2e%2e/"):
        (book / "book.xml").write_text(document.replace("%2e%2e/", steps))
        assert not _leaks(attack(candidate, book), secret)


def test_security_folder_with_a_similar_name(candidate, tmp_path):
    """A folder whose name merely begins like the book's isn't a part of the book."""
    _, secret = _draft(tmp_path, "tides-private/draft.xml")
    book = _book_with(tmp_path, "../tides-private/draft.xml")
    assert not _leaks(attack(candidate, book), secret)


def test_security_chapter_is_a_link(candidate, tmp_path):
    """The file of a chapter is a symbolic link to another author's file."""
    path, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "ch9.xml")
    (book / "ch9.xml").symlink_to(path)
    assert not _leaks(attack(candidate, book), secret)
    (book / "ch9.xml").unlink()
    (book / "ch9.xml").symlink_to("../private/draft.xml")
    assert not _leaks(attack(candidate, book), secret)


def test_security_folder_is_a_link(candidate, tmp_path):
    """The folder of a chapter is a symbolic link to another author's folder."""
    path, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "part2/draft.xml")
    (book / "part2").symlink_to(path.parent)
    assert not _leaks(attack(candidate, book), secret)


def test_security_book_is_a_link(candidate, tmp_path):
    """The file book.xml itself is a symbolic link to another author's file."""
    path, secret = _draft(tmp_path)
    book = _book(tmp_path, {"part1/a.xml": "<chapter>One.</chapter>"})
    for target in (path, "../private/draft.xml"):
        (book / "book.xml").symlink_to(target)
        assert not _leaks(attack(candidate, book), secret)
        (book / "book.xml").unlink()


def test_security_declared_in_other_ways(candidate, tmp_path):
    """The foreign file is declared by PUBLIC, in UTF-16, or inside of a parameter entity."""
    _, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "../private/draft.xml")
    document = (book / "book.xml").read_text()
    public = document.replace("x SYSTEM", "x PUBLIC 'part1/a.xml'")
    inner = "<!ENTITY x &#83;YSTEM '../private/draft.xml'>"
    hidden = f'<!DOCTYPE book [<!ENTITY % p "{inner}"> %p;]><book>&x;</book>'
    for data in (public.encode(), document.encode("utf-16"), hidden.encode()):
        (book / "book.xml").write_bytes(data)
        assert not _leaks(attack(candidate, book), secret)


def test_security_reference_in_a_chapter(candidate, tmp_path):
    """The foreign file comes in by a reference that stands in an innocent chapter."""
    _, secret = _draft(tmp_path)
    book = _book_with(tmp_path, "../private/draft.xml")
    document = (book / "book.xml").read_text().replace("&a; &x;", "&a;")
    (book / "book.xml").write_text(document)
    (book / "part1" / "a.xml").write_text("<chapter>One. &x;</chapter>")
    assert not _leaks(attack(candidate, book), secret)


def test_security_address_of_another_machine(candidate, tmp_path, network):
    """A chapter has a web address: the server sends no request."""
    address = "http://intranet.example/status"
    secret = nonce("all systems green ")
    network.answer(address, body=secret)
    assert not _leaks(attack(candidate, _book_with(tmp_path, address)), secret)
    assert network.requests == []
    assert network.connections == []
