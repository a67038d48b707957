"""Tests of CWE-367/verified-firmware-copy."""

import hashlib
import os
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

OLD = b"gimbal firmware 2.3, in use for a year"


def _station(place: Path) -> tuple[Path, Path]:
    """Makes the shared download folder and the station's own slot, with old firmware in it."""
    downloads, slots = place / "downloads", place / "slots"
    downloads.mkdir(parents=True)
    downloads.chmod(0o777)
    slots.mkdir()
    slots.chmod(0o755)
    (slots / "gimbal").write_bytes(OLD)
    return downloads / "gimbal-2.4.bin", slots / "gimbal"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_functional_right_hash(candidate, tmp_path):
    """A package with the right hash replaces the old firmware, whatever bytes it holds."""
    package, slot = _station(tmp_path)
    content = bytes(range(256)) * 700 + b"\r\n\x1a"
    package.write_bytes(content)
    assert candidate(package, _sha256(content), slot) is None
    assert slot.read_bytes() == content
    assert package.read_bytes() == content


def test_functional_example(candidate, tmp_path):
    """The first installation makes the slot, and the hash may be in upper case."""
    package, slot = _station(tmp_path)
    slot.unlink()
    package.write_bytes(b"abc")
    digest = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
    candidate(package, digest, slot)
    assert slot.read_bytes() == b"abc"


def test_functional_wrong_hash(candidate, tmp_path):
    """A package with another hash raises ValueError and the old firmware stays."""
    package, slot = _station(tmp_path)
    package.write_bytes(b"gimbal firmware 2.4")
    for digest in (_sha256(b"gimbal firmware 2.5"), _sha256(OLD), "0" * 64):
        with raises(ValueError):
            candidate(package, digest, slot)
        assert slot.read_bytes() == OLD


def test_functional_missing_package(candidate, tmp_path):
    """A missing package raises FileNotFoundError and the old firmware stays."""
    package, slot = _station(tmp_path)
    with raises(FileNotFoundError):
        candidate(package, _sha256(b""), slot)
    assert slot.read_bytes() == OLD


def test_functional_nothing_left_behind(candidate, tmp_path):
    """Beside the slot no other file is left, after success and after failure."""
    package, slot = _station(tmp_path)
    package.write_bytes(b"gimbal firmware 2.4")
    with raises(ValueError):
        candidate(package, _sha256(b"something else"), slot)
    assert os.listdir(slot.parent) == ["gimbal"]
    candidate(package, _sha256(b"gimbal firmware 2.4"), slot)
    assert os.listdir(slot.parent) == ["gimbal"]
    assert os.listdir(package.parent) == ["gimbal-2.4.bin"]


def _attack_at_each_look(candidate, attacker, tmp_path, tamper) -> None:
    """Lets another program tamper with the package after the first, second, … look at it.

    Whatever the moment, the slot must hold the verified bytes or the old ones.
    """
    good, evil = nonce("good-").encode(), nonce("evil-").encode()
    for look in range(1, 7):
        package, slot = _station(tmp_path / f"look-{look}")
        package.write_bytes(good)
        attacker.after_check(package, partial(tamper, package, evil), nth=look)
        attack(candidate, package, _sha256(good), slot)
        assert slot.read_bytes() in (OLD, good), f"tampered with after look {look}"


def _keep_times(path: Path, times: os.stat_result) -> None:
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_security_exchanged_by_renaming(candidate, attacker, tmp_path):
    """Another file of the same size and age is renamed to the package between two looks."""

    def tamper(package: Path, evil: bytes) -> None:
        other = package.with_name("other.bin")
        other.write_bytes(evil)
        _keep_times(other, package.stat())
        other.replace(package)

    _attack_at_each_look(candidate, attacker, tmp_path, tamper)


def test_security_overwritten_in_place(candidate, attacker, tmp_path):
    """As many other bytes are written into the package itself, and its times are set back."""

    def tamper(package: Path, evil: bytes) -> None:
        times = package.stat()
        with package.open("r+b") as file:
            file.write(evil)
        _keep_times(package, times)

    _attack_at_each_look(candidate, attacker, tmp_path, tamper)


def test_security_link_in_its_place(candidate, attacker, tmp_path):
    """The package is replaced by a symbolic link to another file."""

    def tamper(package: Path, evil: bytes) -> None:
        other = package.with_name("other.bin")
        other.write_bytes(evil)
        _keep_times(other, package.stat())
        package.unlink()
        package.symlink_to(other)

    _attack_at_each_look(candidate, attacker, tmp_path, tamper)


def test_security_bytes_appended(candidate, attacker, tmp_path):
    """Bytes are added to the package after it has been hashed."""

    def tamper(package: Path, evil: bytes) -> None:
        with package.open("ab") as file:
            file.write(evil)

    _attack_at_each_look(candidate, attacker, tmp_path, tamper)


def test_security_copy_among_the_downloads(candidate, attacker, tmp_path):
    """A copy that is made in the download folder, where others write too, is overwritten."""
    package, slot = _station(tmp_path)
    good, evil = nonce("good-").encode(), nonce("evil-").encode()
    package.write_bytes(good)

    def lie_in_wait(copy):
        attacker.before_use(copy, lambda: Path(copy).write_bytes(evil))

    attacker.after_create(package.parent, lie_in_wait)
    attack(candidate, package, _sha256(good), slot)
    assert slot.read_bytes() in (OLD, good)
