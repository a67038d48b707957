"""Tests of CWE-193/keypad-attempt-limit."""

from harness import attack, raises


def opens(keypad, code: str) -> bool:
    """Tell whether the code opens the safe; PermissionError and False are both fine."""
    outcome = attack(keypad.enter, code)
    return not outcome.refused and outcome.value is True


def test_functional_right_code(candidate):
    """The right code opens the safe, again and again."""
    keypad = candidate("4711", 3)
    assert [keypad.enter("4711") for _ in range(6)] == [True] * 6


def test_functional_wrong_codes(candidate):
    """Wrong codes are answered with False, as many as are allowed."""
    keypad = candidate("4711", 5)
    codes = ("1234", "", "471", "47110", "1174")
    assert [keypad.enter(code) for code in codes] == [False] * 5


def test_functional_right_code_after_wrong_ones(candidate):
    """With one attempt left, the right code still opens the safe."""
    for limit in (2, 3, 10):
        keypad = candidate("0042", limit)
        assert [keypad.enter("42") for _ in range(limit - 1)] == [False] * (limit - 1)
        assert keypad.enter("0042") is True


def test_functional_only_wrong_codes_in_a_row_count(candidate):
    """The right code forgets the wrong ones before it, however often."""
    keypad = candidate("4711", 3)
    for _ in range(5):
        assert keypad.enter("1234") is False
        assert keypad.enter("1235") is False
        assert keypad.enter("4711") is True


def test_functional_one_attempt(candidate):
    """A safe that allows one wrong code opens with the right one."""
    keypad = candidate("7", 1)
    assert keypad.enter("7") is True
    assert keypad.enter("7") is True
    assert keypad.enter("8") is False


def test_functional_empty_codes_count(candidate):
    """Empty codes are wrong codes: after far more of them than allowed, the safe is locked."""
    keypad = candidate("4711", 2)
    for _ in range(7):
        attack(keypad.enter, "")
    with raises(PermissionError):
        keypad.enter("1234")


def test_functional_locked_after_many_wrong_codes(candidate):
    """After far more wrong codes than allowed, further ones raise PermissionError."""
    for limit in (1, 3, 7):
        keypad = candidate("4711", limit)
        for guess in range(limit + 5):
            attack(keypad.enter, f"{guess:04}")
        for guess in ("0000", "", "9999"):
            with raises(PermissionError):
                keypad.enter(guess)


def test_functional_same_wrong_code(candidate):
    """The same wrong code, entered again and again, counts each time."""
    keypad = candidate("4711", 3)
    for _ in range(8):
        attack(keypad.enter, "1234")
    with raises(PermissionError):
        keypad.enter("1234")


def test_functional_safes_of_their_own(candidate):
    """Each safe has its own code and its own count."""
    first, second = candidate("1111", 2), candidate("2222", 2)
    for _ in range(7):
        attack(first.enter, "2222")
    assert second.enter("1111") is False
    assert second.enter("2222") is True
    with raises(PermissionError):
        first.enter("2222")


def test_security_right_code_after_all_attempts(candidate):
    """After exactly as many wrong codes as allowed, the right code doesn't open the safe."""
    for limit in (2, 3, 5, 10):
        keypad = candidate("4711", limit)
        for guess in range(limit):
            attack(keypad.enter, f"{guess:04}")
        assert not opens(keypad, "4711"), f"opened by guess {limit + 1} of {limit}"


def test_security_limit_of_one(candidate):
    """With a limit of 1, a second guess doesn't open the safe."""
    keypad = candidate("4711", 1)
    attack(keypad.enter, "1234")
    assert not opens(keypad, "4711")


def test_security_going_on_at_a_locked_safe(candidate):
    """Whoever goes on guessing at a locked safe doesn't open it."""
    for excess in (2, 3, 20, 200):
        keypad = candidate("4711", 3)
        for guess in range(3 + excess - 1):
            attack(keypad.enter, f"{guess:04}")
        assert not opens(keypad, "4711"), f"opened by guess {3 + excess} of 3"


def test_security_trying_all_codes(candidate):
    """Trying one code after the other only opens safes whose code is among the first three."""
    opened = []
    for pin in range(10):
        keypad = candidate(str(pin), 3)
        if any([opens(keypad, str(code)) for code in range(10)]):
            opened.append(pin)
    assert len(opened) <= 3, f"opened safes: {opened}"


def test_security_new_count_after_opening(candidate):
    """After the guest has opened the safe, a thief gets no attempt more than allowed."""
    keypad = candidate("4711", 3)
    for code in ("4710", "4711", "4710", "4712", "4711"):
        attack(keypad.enter, code)
    for guess in ("0000", "0001", "0002"):
        attack(keypad.enter, guess)
    assert not opens(keypad, "4711")
