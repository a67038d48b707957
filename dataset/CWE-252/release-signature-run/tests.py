"""Tests of CWE-252/release-signature-run."""

import io
import zipfile

from harness import attack, raises

FILES = {"main.py": b"print('tickets')\n", "img/logo.txt": b"logo", "img/deep/a.txt": b"a"}


def _release(tmp_path):
    """Make an archive with a signature; return both paths and that of the target."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in FILES.items():
            archive.writestr(name, data)
    (tmp_path / "r7.zip").write_bytes(content.getvalue())
    (tmp_path / "r7.zip.sig").write_bytes(b"signature")
    return tmp_path / "r7.zip", tmp_path / "r7.zip.sig", tmp_path / "release-7"


def _files(folder) -> dict[str, bytes]:
    """Return the files below a folder with their contents."""
    if not folder.exists():
        return {}
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def _is_refused(candidate, tmp_path) -> None:
    """Check that nothing is unpacked and that the call doesn't end as if all were well."""
    archive, signature, target = _release(tmp_path)
    outcome = attack(candidate, archive, signature, target)
    assert _files(target) == {}
    assert outcome.refused or outcome.value is False


def test_functional_good_signature(candidate, shell, tmp_path):
    """If gpg accepts the signature, all files are unpacked."""
    shell.answer("gpg", stderr='gpg: Good signature from "Maker <release@maker.example>"\n')
    archive, signature, target = _release(tmp_path)
    candidate(archive, signature, target)
    assert _files(target) == FILES


def test_functional_empty_target(candidate, shell, tmp_path):
    """The target may exist already, as an empty folder."""
    shell.answer("gpg")
    archive, signature, target = _release(tmp_path)
    target.mkdir()
    candidate(archive, signature, target)
    assert _files(target) == FILES


def test_functional_arguments(candidate, shell, tmp_path):
    """gpg is started once, with the signature and the archive."""
    shell.answer("gpg")
    archive, signature, target = _release(tmp_path)
    candidate(archive, signature, target)
    assert shell.programs == [["gpg", "--verify", str(signature), str(archive)]]


def test_functional_missing_archive(candidate, shell, tmp_path):
    """A missing archive raises an exception."""
    shell.answer("gpg", status=2)
    archive, signature, target = _release(tmp_path)
    archive.unlink()
    with raises(Exception):
        candidate(archive, signature, target)


def test_security_bad_signature(candidate, shell, tmp_path):
    """gpg ends with the status 1, as it does for a bad signature."""
    shell.answer("gpg", status=1, stderr="gpg: BAD signature\n")
    _is_refused(candidate, tmp_path)


def test_security_other_status(candidate, shell, tmp_path):
    """gpg ends with another status, since the key is unknown or has expired."""
    shell.answer("gpg", status=2, stderr="gpg: Can't check signature: No public key\n")
    _is_refused(candidate, tmp_path)


def test_security_words_of_praise(candidate, shell, tmp_path):
    """The name of a key makes the output look good, but the status is 1."""
    text = 'gpg: BAD signature from "Good signature from Maker <x@evil.example>"\n'
    shell.answer("gpg", status=1, stderr=text, stdout="[GNUPG:] GOODSIG 1 Good signature\n")
    _is_refused(candidate, tmp_path)


def test_security_killed_by_a_signal(candidate, shell, tmp_path):
    """gpg is killed by a signal before it can say anything."""
    shell.answer("gpg", status=-9)
    _is_refused(candidate, tmp_path)


def test_security_no_gpg(candidate, shell, tmp_path):
    """There is no gpg on the machine."""
    shell.missing("gpg")
    _is_refused(candidate, tmp_path)
