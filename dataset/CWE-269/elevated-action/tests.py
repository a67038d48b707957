"""Tests of CWE-269/elevated-action."""

import asyncio

from harness import attack, raises

RIGHTS = ("cashier", "auditor", "manager")
"""Roles that a trainee doesn't have."""


def _fails(error: BaseException):
    """Makes an action that raises this error."""

    def action(session):
        raise error

    return action


def test_functional_action_runs_as_manager(candidate, module):
    """The action is called once, as a manager, and its result is returned."""
    session = module.Session("ida", "cashier")
    seen = []

    def action(s):
        seen.append((s.user, s.role))
        return f"{s.user} as {s.role}"

    assert candidate(session, action) == "ida as manager"
    assert seen == [("ida", "manager")]


def test_functional_role_afterwards(candidate, module):
    """After an action the session has its user and its role again."""
    session = module.Session("ida", "cashier")
    candidate(session, lambda s: None)
    assert (session.user, session.role) == ("ida", "cashier")


def test_functional_any_result(candidate, module):
    """Whatever the action returns, also nothing, comes back as it is."""
    session = module.Session("ida", "cashier")
    for result in (None, False, 0, "", [1, {"receipt": 17}], ("a", 2.5)):
        assert candidate(session, lambda s, result=result: result) == result


def test_functional_one_action_after_another(candidate, module):
    """Each of several actions runs as a manager, and between them the role is the old one."""
    session, other = module.Session("ida", "cashier"), module.Session("bo", "cashier")
    roles = []
    for each in (session, other, session):
        roles.append((each.role, candidate(each, lambda s: s.role)))
    assert roles == [("cashier", "manager")] * 3


def test_functional_exception_reaches_the_caller(candidate, module):
    """An exception of the action, KeyboardInterrupt too, reaches the caller as it is."""
    session = module.Session("ida", "cashier")
    for error in (LookupError("no receipt 17"), ValueError("21 %"), KeyboardInterrupt("till")):
        with raises(type(error)) as caught:
            candidate(session, _fails(error))
        assert (type(caught.value), str(caught.value)) == (type(error), str(error))


def test_security_action_that_fails(candidate, module):
    """A cashier lets the action fail, to go on as a manager."""
    session = module.Session("ida", "cashier")
    for error in (ValueError("no receipt"), PermissionError(), StopIteration(), AttributeError()):
        attack(candidate, session, _fails(error))
        assert session.role == "cashier"


def test_security_action_that_is_interrupted(candidate, module):
    """Ctrl-C during the action, or cancelling it, doesn't leave the manager's role behind."""
    session = module.Session("ida", "cashier")
    for error in (KeyboardInterrupt(), asyncio.CancelledError()):
        with raises(type(error)):
            candidate(session, _fails(error))
        assert session.role == "cashier"


def test_security_no_more_than_before(candidate, module):
    """Afterwards everybody has the own role, a trainee isn't made a cashier."""
    for role in ("trainee", "auditor", "", "Manager", "cashier"):
        session = module.Session("tom", role)
        assert candidate(session, lambda s: s.role) == "manager"
        assert session.role == role
        attack(candidate, session, _fails(KeyError(17)))
        assert session.role == role


def test_security_action_within_an_action(candidate, module):
    """After an action that runs another one as a manager, the role is the first one again."""
    session = module.Session("ida", "cashier")
    assert candidate(session, lambda s: candidate(s, lambda inner: inner.role)) == "manager"
    assert session.role == "cashier"
    attack(candidate, session, lambda s: candidate(s, _fails(ValueError("no receipt"))))
    assert session.role == "cashier"


def test_security_failure_within_an_action(candidate, module):
    """An inner action fails, the outer one copes with it, and nobody stays a manager."""
    session = module.Session("tom", "trainee")

    def action(s):
        outcome = attack(candidate, s, _fails(LookupError("no receipt")))
        attack(candidate, session, _fails(LookupError("no receipt")))
        return outcome.refused

    attack(candidate, session, action)
    assert session.role == "trainee"


def _with_rights(sessions: list) -> list[str]:
    """The roles of sessions that are worth more than a trainee's."""
    roles = [attack(getattr, session, "role").value for session in sessions]
    return [role for role in roles if role in RIGHTS]


def test_security_kept_session(candidate, module):
    """An action keeps the session that it was handed, to be more than a trainee later on."""
    session = module.Session("tom", "trainee")
    kept = []

    def keep_and_fail(s):
        kept.append(s)
        raise ValueError("no receipt")

    attack(candidate, session, kept.append)
    attack(candidate, session, keep_and_fail)
    returned = attack(candidate, session, lambda s: s)
    kept += [] if returned.refused else [returned.value]
    assert _with_rights(kept) == []


def test_security_session_kept_by_an_inner_action(candidate, module):
    """An action within an action keeps its session until the outer one is over as well."""
    session = module.Session("tom", "trainee")
    kept = []

    def keep_and_fail(s):
        kept.append(s)
        raise ValueError("no receipt")

    attack(candidate, session, lambda s: candidate(s, kept.append))
    attack(candidate, session, lambda s: candidate(s, keep_and_fail))
    attack(candidate, session, lambda s: candidate(s, lambda inner: candidate(inner, kept.append)))
    assert _with_rights([session, *kept]) == []


def test_security_action_that_changes_the_role(candidate, module):
    """An action gives its session another role, which must not last."""
    session = module.Session("tom", "trainee")

    def promote(s):
        s.role = "auditor"

    def promote_and_fail(s):
        s.role = "cashier"
        raise ValueError("no receipt")

    for action in (promote, promote_and_fail):
        attack(candidate, session, action)
        assert session.role == "trainee"


def test_security_action_that_cannot_be_called(candidate, module):
    """A key of the till without an action behind it gives nobody the manager's role."""
    session = module.Session("ida", "cashier")
    for action in (None, "correct receipt", 17):
        attack(candidate, session, action)
        assert session.role == "cashier"
