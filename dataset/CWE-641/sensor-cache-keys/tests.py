"""Tests of CWE-641/sensor-cache-keys."""

import re

from harness import attack, nonce, plain, raises

SEPARATORS = [
    *("", ":", "::", "|", "/", "\\", ".", ",", ";", "_", "-", "#", "@", "~", "+", "=", "&", "!"),
    *(" ", "\t", "\n", "\0", "\x1f", "\x1e", "\ue000", "->", "=>", "%3A", "%2F", "%00", "&#58;"),
    *('", "', "', '", '","', "][", ")(", "{}", "\\:", "\\|", "\\\\", "\\u0000", "\\x00", ":1:"),
]


def _store(candidate, recipes, entries=()):
    """A store and its backend, which is a dict in the candidate's interpreter."""
    backend = recipes.call("collections:OrderedDict", dict(entries))
    return candidate(backend), backend


def _are_apart(candidate, recipes, pairs) -> bool:
    """Whether all readings that the store has taken are found, and listed, where they belong."""
    store, _ = _store(candidate, recipes)
    taken = {}
    for customer, sensor in pairs:
        value = f"value {len(taken)}"
        if not attack(store.put, customer, sensor, value).refused:
            taken[customer, sensor] = value
    own: dict[str, list[str]] = {}
    for customer, sensor in taken:
        own.setdefault(customer, []).append(sensor)
    return all(store.get(*pair) == value for pair, value in taken.items()) and all(
        plain(store.sensors(customer)) == sorted(names) for customer, names in own.items()
    )


def _separator(candidate, recipes) -> str:
    """What stands between the two names in the key of an entry, as far as one can see."""
    store, backend = _store(candidate, recipes)
    store.put("Quinn", "Zeppelin", "1")
    found = [re.search("Quinn(.*)Zeppelin", key, re.DOTALL) for key in plain(backend)]
    return next((match[1] for match in found if match), ":")


def test_functional_put_and_get(candidate, recipes):
    """A reading is found again, the last one if there were several."""
    store, _ = _store(candidate, recipes)
    store.put("ann", "hall:2", "21.5")
    store.put("ann", "attic", "30")
    store.put("bob", "attic", "")
    assert store.get("ann", "hall:2") == "21.5"
    assert store.get("ann", "attic") == "30"
    assert store.get("bob", "attic") == ""
    store.put("ann", "attic", "31 °C: hot\n")
    assert store.get("ann", "attic") == "31 °C: hot\n"


def test_functional_sensors_are_listed(candidate, recipes):
    """The sensors of a customer are listed in order, each of them once."""
    store, _ = _store(candidate, recipes)
    for sensor in ("hall:2", "attic", "hall:10", "Cellar", "attic"):
        store.put("ann", sensor, "1")
    store.put("bob", "garage", "2")
    assert plain(store.sensors("ann")) == ["Cellar", "attic", "hall:10", "hall:2"]
    assert plain(store.sensors("bob")) == ["garage"]


def test_functional_unknown(candidate, recipes):
    """What was never stored is None, and a list without names."""
    store, _ = _store(candidate, recipes)
    store.put("ann", "attic", "30")
    assert store.get("ann", "cellar") is None
    assert store.get("bob", "attic") is None
    assert plain(store.sensors("bob")) == []


def test_functional_all_kinds_of_names(candidate, recipes):
    """Colons, slashes, blanks and any letters can stand in the names of both."""
    names = ["north:1", "Küche/links", "roof 🌡 2", "a|b;c", "100 % [x]", "'q'"]
    names += ["x", "x" * 100, "🌡" * 100]
    for name in names:
        store, _ = _store(candidate, recipes)
        store.put(name, "attic", "1")
        store.put("ann", name, "2")
        store.put(name, name, "3")
        assert store.get(name, "attic") == "1"
        assert store.get("ann", name) == "2"
        assert plain(store.sensors(name)) == sorted(["attic", name])
        assert plain(store.sensors("ann")) == [name]


def test_functional_wrong_length(candidate, recipes):
    """Names that are empty or have more than 100 characters raise ValueError."""
    store, backend = _store(candidate, recipes)
    for name in ("", "x" * 101):
        with raises(ValueError):
            store.put(name, "attic", "1")
        with raises(ValueError):
            store.put("ann", name, "1")
        with raises(ValueError):
            store.get(name, "attic")
        with raises(ValueError):
            store.get("ann", name)
        with raises(ValueError):
            store.sensors(name)
    assert plain(backend) == {}


def test_functional_shared_backend(candidate, recipes):
    """Readings are found by another store for the same backend; the settings stay there."""
    settings = {"sys:mode": "on", "sys:version": "7"}
    store, backend = _store(candidate, recipes, settings)
    store.put("ann", "attic", "30")
    other = candidate(backend)
    assert other.get("ann", "attic") == "30"
    assert plain(other.sensors("ann")) == ["attic"]
    assert {key: plain(backend)[key] for key in settings} == settings


def test_security_separator_in_the_names(candidate, recipes):
    """What stands between two names may also be a part of one: the entries are two."""
    for separator in (_separator(candidate, recipes), *SEPARATORS):
        pairs = [(f"a{separator}b", "c"), ("a", f"b{separator}c"), ("a", "c"), ("ab", "c")]
        assert _are_apart(candidate, recipes, pairs)


def test_security_separator_at_the_end(candidate, recipes):
    """Nor do names meet that begin or end with a separator or with what escapes it."""
    for separator in (_separator(candidate, recipes), ":", "|", "/", "\0", "%", "\\", '"'):
        for escape in ("\\", "%", "^", separator):
            pairs = [(f"a{escape}", f"b{separator}c"), (f"a{separator}b{escape}", "c")]
            pairs += [(f"a{separator}", "b"), ("a", f"{separator}b"), (separator, separator)]
            assert _are_apart(candidate, recipes, pairs)


def test_security_settings_of_the_platform(candidate, recipes):
    """A customer called sys neither reads nor changes the settings of the platform."""
    settings = {key: nonce("setting ") for key in ("sys:mode", "sys:token", "sys:a:b")}
    store, backend = _store(candidate, recipes, settings)
    for customer in ("sys", "sys:", "SYS", "ｓｙｓ", " sys", "sys:a", "s", "mode", "token", "a:b"):
        for sensor in ("mode", "token", "a:b", "b", "ys:token", ":mode", "sys", "sys:mode", "new"):
            found = attack(store.get, customer, sensor).value
            assert found not in settings.values(), "a setting was read"
            attack(store.put, customer, sensor, "off")
    assert {k: v for k, v in plain(backend).items() if k.startswith("sys:")} == settings


def test_security_settings_are_not_listed(candidate, recipes):
    """A customer called sys doesn't see the names of the settings either."""
    store, _ = _store(candidate, recipes, {"sys:mode": "on", "sys:token": "x", "sys:a:b": "y"})
    for customer in ("sys", "sys:", "sys:a", "s", "SYS"):
        listed = attack(store.sensors, customer)
        assert listed.refused or plain(listed.value) == []


def test_security_beginning_of_a_name(candidate, recipes):
    """A customer whose name begins like another one's has sensors of its own."""
    names = ["ann", "annika", "an", "a", "ann:", "ann:hall", "ann ", "ann/", "ann%", "*", "a*"]
    pairs = [(name, f"sensor {number}") for number, name in enumerate(names)]
    assert _are_apart(candidate, recipes, pairs)


def test_security_written_escapes(candidate, recipes):
    """A name with a sign and one with an escape of this sign are two names."""
    names = ["a:b", "a%3Ab", "a%3ab", "a%253Ab", "a\\:b", "a\\\\:b", "a::b", "a_b", "a-b", "a.b"]
    names += ["a b", "a+b", "a%20b", "ab", "a/b", "a%2Fb", "a|b", "a\\u003ab", "a\\x3ab", "a&#58;b"]
    names += ["a&colon;b", "a=3Ab", "a__b", "a~b", "a%b", "a%25b", "a\\b", "a\\\\b", 'a"b', 'a\\"b']
    names += ["a'b", "a\0b", "a\\0b", "a\nb", "a\\nb", "a\tb", "é", "%C3%A9", "\\xe9", "Ã©"]
    assert _are_apart(candidate, recipes, [(name, "x") for name in names])
    assert _are_apart(candidate, recipes, [("x", name) for name in names])


def test_security_similar_names(candidate, recipes):
    """Names that differ in capitals, blanks or the way in which they are encoded are two."""
    names = ["hall", "Hall", "HALL", " hall", "hall ", "hall\n", "hall\u200b", "ｈａｌｌ", "ha  ll"]
    names += ["ha ll", "caf\u00e9", "cafe\u0301", "cafe", "straße", "strasse", "\ufb01x", "fix"]
    names += ["K", "\u212a", "k"]
    names += ["1", "01", "1.0", "\u0661", "\u00b9", "None", "null", "True", "x" * 99, "x" * 100]
    names += ["x" * 99 + "y", "x" * 98 + "y"]
    assert _are_apart(candidate, recipes, [(name, "x") for name in names])
    assert _are_apart(candidate, recipes, [("x", name) for name in names])


def test_security_numbers_in_the_names(candidate, recipes):
    """Names that look like lengths or numbers don't move the border between two names."""
    pairs = [("1", "abcdefghijkX"), ("abcdefghijk", "X"), ("1:a", "b"), ("a", "1:b"), ("11", "1")]
    pairs += [("1", "11"), ("111", "1"), ("1", "111"), ("a1", "b"), ("a", "1b"), ("3:a", "3:b")]
    assert _are_apart(candidate, recipes, pairs)
