"""Tests of the entropy fixture."""

import random


def test_functional_secrets(candidate, entropy):
    """secrets draws from the system, and its bytes are recorded."""
    text = candidate()
    assert entropy.sources == ["os.urandom"]
    assert entropy.bytes == [bytes.fromhex(text)]


def test_functional_random(module, entropy):
    """Every function of random counts as predictable, an own generator too."""
    module.numbers()
    assert set(entropy.sources) == {"random"} and len(entropy.sources) >= 4
    before = len(entropy.sources)
    module.generator(3)
    module.shuffled()
    assert set(entropy.sources[before:]) == {"random"}


def test_functional_strong_sources(module, entropy):
    """SystemRandom, uuid4 and urandom count as the system's source."""
    values = module.strong()
    assert set(entropy.sources) == {"os.urandom"} and len(entropy.sources) >= 5
    assert values[0] == entropy.bytes[0] and values[-1] == entropy.bytes[-1]


def test_functional_device(module, entropy):
    """Reading the device counts too."""
    assert len(module.device()) == 4
    assert entropy.sources == ["os.urandom"]


def test_functional_seed(module, entropy):
    """A seeded generator repeats what random.Random gives in the test."""
    entropy.seed(7)
    twin = random.Random(7)
    expected = [twin.random(), twin.randint(1, 1000), twin.choice("abc"), twin.getrandbits(8)]
    assert module.numbers() == expected


def test_functional_seeded_by_the_clock(module, entropy, clock):
    """A generator seeded with the time repeats when the time does."""
    twin = random.Random(clock.now)
    assert module.seed_by_time(clock.now) == twin.randrange(10**9)


def test_functional_library_draws_do_not_count(module, entropy):
    """Random names of temporary files are not the candidate's draws."""
    assert module.temporary()
    assert entropy.sources == []


def test_functional_random_works_without_the_fixture(module):
    """Nothing is changed in a test without the fixture."""
    assert len(module.numbers()) == 4
    assert sorted(module.shuffled()) == list(range(8))
