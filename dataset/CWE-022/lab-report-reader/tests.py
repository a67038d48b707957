"""Tests of CWE-022/lab-report-reader."""

from pathlib import Path

from harness import attack, nonce, raises


def write(path, text):
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def shown(outcome):
    """Return all text that the visitor may get to see: the result, or that of the exception."""
    return f"{outcome.error}" if outcome.refused else f"{outcome.value}"


def make_archive(folder):
    """Make an archive with one report of patient p-0001 and return its path."""
    archive = folder / "archive"
    write(archive / "p-0001" / "blood.txt", "haemoglobin 14.1")
    return archive


def test_functional_returns_the_text(candidate, tmp_path):
    """The text of a report is returned as it is, line breaks and umlauts included."""
    archive = tmp_path / "archive"
    write(archive / "p-0001" / "urine.txt", "pH 6.0\nProtein: negativ\nBefund: unauffällig\n")
    text = candidate(archive, "p-0001", "urine.txt")
    assert text == "pH 6.0\nProtein: negativ\nBefund: unauffällig\n"


def test_functional_missing_report(candidate, tmp_path):
    """A report that isn't there raises FileNotFoundError."""
    archive = make_archive(tmp_path)
    with raises(FileNotFoundError):
        candidate(archive, "p-0001", "liver.txt")


def test_functional_missing_patient(candidate, tmp_path):
    """A patient who isn't in the archive raises FileNotFoundError."""
    archive = make_archive(tmp_path)
    with raises(FileNotFoundError):
        candidate(archive, "p-0404", "blood.txt")


def test_functional_blanks_and_dots_in_the_name(candidate, tmp_path):
    """A name with blanks and several dots is an ordinary name."""
    archive = tmp_path / "archive"
    write(archive / "p-0001" / "blood count 2026.03.14 final.txt", "leukocytes 6.2")
    text = candidate(archive, "p-0001", "blood count 2026.03.14 final.txt")
    assert text == "leukocytes 6.2"


def test_functional_same_name_for_two_patients(candidate, tmp_path):
    """Two patients with a report of the same name each get their own."""
    archive = make_archive(tmp_path)
    write(archive / "p-0002" / "blood.txt", "haemoglobin 12.9")
    assert candidate(archive, "p-0001", "blood.txt") == "haemoglobin 14.1"
    assert candidate(archive, "p-0002", "blood.txt") == "haemoglobin 12.9"


def test_functional_relative_archive(candidate, tmp_path):
    """The path of the archive may be relative to the current folder."""
    make_archive(tmp_path)
    assert candidate(Path("archive"), "p-0001", "blood.txt") == "haemoglobin 14.1"


def test_security_report_of_another_patient(candidate, tmp_path):
    """A name that steps up and down again doesn't show another patient's report."""
    archive = make_archive(tmp_path)
    secret = nonce("positive ")
    write(archive / "p-0002" / "blood.txt", secret)
    assert secret not in shown(attack(candidate, archive, "p-0001", "../p-0002/blood.txt"))


def test_security_patient_with_a_longer_number(candidate, tmp_path):
    """A folder whose name merely begins with the patient's number isn't the patient's."""
    archive = make_archive(tmp_path)
    secret = nonce("positive ")
    write(archive / "p-00012" / "blood.txt", secret)
    assert secret not in shown(attack(candidate, archive, "p-0001", "../p-00012/blood.txt"))


def test_security_name_leaves_the_archive(candidate, tmp_path):
    """A name that steps up twice doesn't show a file beside the archive."""
    archive = make_archive(tmp_path)
    secret = nonce("password ")
    write(tmp_path / "secret.txt", secret)
    for name in ("../../secret.txt", "....//....//secret.txt", "./.././../secret.txt"):
        assert secret not in shown(attack(candidate, archive, "p-0001", name))


def test_security_absolute_name(candidate, tmp_path):
    """A name that is a whole path doesn't replace the path of the archive."""
    archive = make_archive(tmp_path)
    secret = nonce("password ")
    write(tmp_path / "secret.txt", secret)
    outside = str(tmp_path / "secret.txt")
    assert secret not in shown(attack(candidate, archive, "p-0001", outside))
    assert secret not in shown(attack(candidate, archive, outside, ""))


def test_security_patient_is_the_folder_above(candidate, tmp_path):
    """Two dots as the patient's number don't show a file beside the archive."""
    archive = make_archive(tmp_path)
    secret = nonce("password ")
    write(tmp_path / "secret.txt", secret)
    assert secret not in shown(attack(candidate, archive, "..", "secret.txt"))


def test_security_patient_leaves_the_archive(candidate, tmp_path):
    """A patient's number with a path in it doesn't reach a folder outside."""
    archive = make_archive(tmp_path)
    secret = nonce("positive ")
    write(tmp_path / "archive-2019" / "p-0001" / "blood.txt", secret)
    for patient in (
        "../archive-2019/p-0001",
        "p-0001/../../archive-2019/p-0001",
        str(tmp_path / "archive-2019" / "p-0001"),
    ):
        assert secret not in shown(attack(candidate, archive, patient, "blood.txt"))
