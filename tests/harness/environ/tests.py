"""Tests of the environ fixture."""

from harness import raises


def test_functional_starts_small(module, environ):
    """The candidate starts with four variables."""
    assert sorted(module.everything()) == ["HOME", "LANG", "PATH", "USER"]
    assert environ["LANG"] == "C.UTF-8"
    assert len(environ) == 4


def test_functional_both_sides_see_changes(candidate, module, environ):
    """What the test sets the candidate sees, and the other way round."""
    environ["MODE"] = "test"
    assert candidate("MODE") == ("test", "test", "test")
    module.put("ADDED", "x")
    assert environ["ADDED"] == "x" and "ADDED" in environ
    del environ["MODE"]
    assert candidate("MODE") == (None, None, None)
    with raises(KeyError):
        environ["MODE"]
    environ.clear()
    assert module.everything() == {}


def test_functional_replaced(module):
    """A candidate may put another mapping in the place of os.environ."""
    module.replace_everything()
    assert module.everything() == {"ADDED": "x"}


def test_functional_changes_of_another_test_are_gone(candidate):
    """Each test starts anew."""
    assert candidate("ADDED") == (None, None, None)
    assert candidate("USER") == ("user", "user", "user")


def test_functional_proxies(module, environ):
    """The library reads the same variables."""
    environ["http_proxy"] = "http://proxy.example:3128"
    assert module.proxies()["http"] == "http://proxy.example:3128"
