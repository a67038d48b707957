"""Tests of the attacker fixture: acts once, at its moment, where it could."""

import os
import stat

from harness import attack, raises


def open_folder(tmp_path, mode=0o777):
    """Make a folder that everybody may write to."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(mode)
    return folder


def exchange(path, target):
    """Replace a file by a link."""

    def act():
        path.unlink()
        path.symlink_to(target)

    return act


def test_functional_between_check_and_use(candidate, module, attacker, tmp_path):
    """An action runs after the first look; one open file isn't fooled."""
    path = open_folder(tmp_path) / "a"
    (tmp_path / "secret").write_text("secret")
    path.write_text("public")
    attacker.after_check(path, exchange(path, tmp_path / "secret"))
    assert candidate(str(path)) == "secret"
    assert attacker.fired
    path.unlink()
    path.write_text("public")
    attacker.after_check(path, exchange(path, tmp_path / "secret"))
    assert module.open_once(str(path)) == "public"
    assert path.is_symlink()


def test_functional_relative_paths_are_the_same(candidate, attacker, tmp_path):
    """The path may be spelled in another way, also through a link to the folder."""
    path = open_folder(tmp_path) / "a"
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "way").symlink_to("shared")
    for name in ("shared/a", "shared/../shared/./a", "way/a"):
        path.unlink(missing_ok=True)
        path.write_text("public")
        attacker.after_check(path, exchange(path, tmp_path / "secret"))
        assert candidate(name) == "secret"


def test_functional_only_where_it_could(candidate, attacker, tmp_path):
    """In a folder that others can't write to nothing happens, unless the test says so."""
    folder = open_folder(tmp_path, 0o755)
    path = folder / "a"
    path.write_text("public")
    (tmp_path / "secret").write_text("secret")
    attacker.after_check(path, exchange(path, tmp_path / "secret"))
    assert candidate(str(path)) == "public"
    assert not attacker.fired
    attacker.controls(folder)
    assert candidate(str(path)) == "secret"
    assert attacker.fired


def test_functional_nth_look(module, attacker, tmp_path):
    """The action can wait for a later look, and happens once."""
    path = open_folder(tmp_path) / "a"
    path.write_text("1")
    count = []

    def act():
        count.append(1)
        (tmp_path / "other").write_text("2")
        os.replace(tmp_path / "other", path)

    attacker.after_check(path, act, nth=1)
    assert module.read_twice(str(path)) == "12"
    path.write_text("1")
    attacker.after_check(path, act, nth=2)
    assert module.read_twice(str(path)) == "11"
    assert module.read_twice(str(path)) == "22"
    assert len(count) == 2


def test_functional_listing_is_a_look(module, attacker, tmp_path):
    """Who listed the folder has seen the file."""
    folder = open_folder(tmp_path)
    (folder / "a").write_text("public")
    attacker.after_check(folder / "a", lambda: (folder / "a").write_text("changed"))
    assert module.listed(str(folder)) == "changed"


def test_functional_missing_file_was_looked_for(module, attacker, tmp_path):
    """Looking for a file that isn't there is a look too."""
    path = open_folder(tmp_path) / "a"
    victim = tmp_path / "victim"
    victim.write_text("kept")
    attacker.after_check(path, lambda: path.symlink_to(victim))
    module.exists_then_write(str(path), "overwritten")
    assert victim.read_text() == "overwritten"


def test_functional_before_use(module, attacker, tmp_path):
    """Right before the use."""
    path = open_folder(tmp_path) / "a"
    victim = tmp_path / "victim"
    victim.write_text("kept")
    attacker.before_use(path, lambda: path.symlink_to(victim))
    module.exists_then_write(str(path), "overwritten")
    assert victim.read_text() == "overwritten"
    path.unlink()
    attacker.before_use(path, lambda: path.symlink_to(victim))
    with raises(FileExistsError):
        module.exclusive(str(path), "x")
    victim.write_text("kept")
    attacker.before_use(path, lambda: path.symlink_to(victim))
    path.unlink()
    module.atomic(str(path), "new")
    assert victim.read_text() == "kept" and path.read_text() == "new"


def test_functional_creations(module, attacker, tmp_path):
    """Creations in a folder can be awaited from both sides; the action may take the path."""
    folder = open_folder(tmp_path)
    seen = []
    attacker.before_create(folder, lambda path: seen.append((path, os.path.lexists(path))))
    attacker.after_create(folder, lambda path: seen.append((path, os.path.lexists(path))))
    name = module.named(str(folder))
    assert seen == [(name, False), (name, True)]


def test_functional_a_hard_link_is_one_step(module, attacker, tmp_path):
    """A link appears with the mode and content of its file, and asks for nothing by itself."""
    path = open_folder(tmp_path) / "a"
    seen = []

    def look(place):
        seen.append((stat.S_IMODE(os.stat(place).st_mode), path.read_text()))

    attacker.after_check(path, lambda: seen.append("a look"))
    attacker.before_create(path, lambda place: seen.append(os.path.lexists(place)))
    attacker.after_create(path, look)
    attacker.after_create(path, look, nth=2)
    module.publish(str(path), "whole")
    assert seen == [False, (0o600, "whole")]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_functional_private_folders_are_safe(module, attacker, tmp_path):
    """A folder of mode 0700 inside the shared one is out of reach."""
    folder = open_folder(tmp_path)
    seen = []
    attacker.after_create(folder, seen.append)
    path = module.private(str(folder), "text")
    assert seen == [os.path.dirname(path)]
    attacker.after_create(os.path.dirname(path), seen.append)
    assert len(seen) == 1


def test_functional_deleting_a_tree(module, attacker, tmp_path):
    """Functions of shutil are seen as well."""
    folder = open_folder(tmp_path)
    (folder / "tree").mkdir()
    (folder / "tree" / "leaf").write_text("x")
    seen = []
    attacker.before_use(folder / "tree", lambda: seen.append(1))
    module.remove(str(folder / "tree"))
    assert seen == [1]
    assert not (folder / "tree").exists()
    assert attack(module.remove, "nowhere").refused
