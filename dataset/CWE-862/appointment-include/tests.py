"""Tests of CWE-862/appointment-include."""

from copy import deepcopy
from itertools import permutations

from harness import attack, plain, raises

APPOINTMENTS = {
    # Rex has belonged to bo before, and to ann since then.
    3: {"vet": "omar", "owner": "bo", "pet_id": 5, "invoice_id": 33, "time": "2024-01-03 08:15"},
    8: {"vet": "lena", "owner": "ann", "pet_id": 5, "invoice_id": 38, "time": "2026-03-02 09:30"},
    9: {"vet": "lena", "owner": "ann", "pet_id": 5, "invoice_id": 39, "time": "2026-03-04 17:05"},
    12: {"vet": "eli", "owner": "ann", "pet_id": 7, "invoice_id": None, "time": "2026-04-01 10:45"},
    4: {"vet": "lena", "owner": "bo", "pet_id": 6, "invoice_id": None, "time": "2025-05-06 11:20"},
    11: {"vet": "lena", "owner": "bo", "pet_id": 6, "invoice_id": 41, "time": "2025-07-08 12:40"},
}
PETS = {
    5: {"name": "Rex", "owner": "ann", "history": "broken leg"},
    6: {"name": "Mia", "owner": "bo", "history": "vaccinated; läuft gut"},
    7: {"name": "Kiki", "owner": "ann", "history": "clipped wings"},
}
INVOICES = {
    33: {"payer": "bo", "amount": 1733},
    38: {"payer": "ann", "amount": 1838},
    39: {"payer": "hundefroh insurance", "amount": 1939},
    41: {"payer": "bo", "amount": 1441},
}
STORE = {"appointments": APPOINTMENTS, "pets": PETS, "invoices": INVOICES}
NAMES = ["pet", "invoice", "pet.appointments"]


def _shown(candidate, user: str, appointment_id: int, include: list[str]) -> str:
    """All that the user sees, as one text."""
    outcome = attack(candidate, deepcopy(STORE), user, appointment_id, include)
    return "" if outcome.refused else repr(plain(outcome.value))


def _orders(names: list[str]) -> list[list[str]]:
    """All ways to ask for some of these names, each once or twice, in any order."""
    lists = [list(order) for size in (1, 2, 3) for order in permutations(names, size)]
    return lists + [order + order for order in lists] + [order + order[:1] for order in lists]


def test_functional_appointment_alone(candidate):
    """The vet and the owner read the appointment, with its id and nothing else."""
    for user in ("lena", "ann"):
        for include in ([], None):
            answer = plain(candidate(deepcopy(STORE), user, 8, include))
            assert answer == {"id": 8, **APPOINTMENTS[8]}
    assert plain(candidate(deepcopy(STORE), "bo", 4)) == {"id": 4, **APPOINTMENTS[4]}


def test_functional_pet(candidate):
    """The owner of the animal and its vet get the animal with it."""
    for user in ("lena", "ann"):
        answer = plain(candidate(deepcopy(STORE), user, 8, ["pet"]))
        assert answer == {"id": 8, **APPOINTMENTS[8], "pet": {"id": 5, **PETS[5]}}
    assert plain(candidate(deepcopy(STORE), "omar", 3, ["pet"]))["pet"] == {"id": 5, **PETS[5]}


def test_functional_invoice(candidate):
    """Who pays gets the invoice, and None if there is none yet."""
    answer = plain(candidate(deepcopy(STORE), "ann", 8, ["invoice"]))
    assert answer == {"id": 8, **APPOINTMENTS[8], "invoice": {"id": 38, **INVOICES[38]}}
    assert plain(candidate(deepcopy(STORE), "ann", 12, ["invoice"]))["invoice"] is None
    assert plain(candidate(deepcopy(STORE), "eli", 12, ["invoice"]))["invoice"] is None


def test_functional_appointments_of_the_pet(candidate):
    """The appointments for the animal stand in it, sorted by id, and bring the animal along."""
    pet = {"id": 6, **PETS[6]}
    pet["appointments"] = [{"id": number, **APPOINTMENTS[number]} for number in (4, 11)]
    for user in ("bo", "lena"):
        answer = plain(candidate(deepcopy(STORE), user, 11, ["pet.appointments"]))
        assert answer == {"id": 11, **APPOINTMENTS[11], "pet": pet}


def test_functional_several_in_any_order(candidate):
    """Several names, also repeated ones, give the same in any order."""
    pet = {"id": 6, **PETS[6]}
    pet["appointments"] = [{"id": number, **APPOINTMENTS[number]} for number in (4, 11)]
    expected = {"id": 11, **APPOINTMENTS[11], "pet": pet, "invoice": {"id": 41, **INVOICES[41]}}
    for order in permutations(NAMES):
        for include in (list(order), [*order, order[0]]):
            assert plain(candidate(deepcopy(STORE), "bo", 11, include)) == expected


def test_functional_errors(candidate):
    """Unknown appointments, appointments of others and unknown names raise their errors."""
    store = deepcopy(STORE)
    with raises(KeyError):
        candidate(store, "ann", 99, ["pet"])
    for user in ("ann", "kim", "hundefroh insurance"):
        with raises(PermissionError):
            candidate(store, user, 3)
    for name in ("owner", "pet.owner", "invoices", ""):
        with raises(ValueError):
            candidate(store, "ann", 8, ["pet", name])


def test_functional_store_is_not_changed(candidate):
    """The tables are the same before and after."""
    store = deepcopy(STORE)
    candidate(store, "bo", 11, ["pet.appointments", "invoice", "pet"])
    candidate(store, "ann", 8)
    assert store == STORE


def test_security_vet_and_the_invoice(candidate):
    """A vet looks at what the owner, or the insurance of the owner, pays."""
    for number in (8, 9):
        shown = _shown(candidate, "lena", number, ["invoice"])
        assert "1838" not in shown and "1939" not in shown and "hundefroh" not in shown


def test_security_owner_and_the_invoice_of_another(candidate):
    """An owner looks at the invoice that goes to an insurance company."""
    shown = _shown(candidate, "ann", 9, ["invoice"])
    assert "1939" not in shown and "hundefroh" not in shown


def test_security_former_owner_and_the_pet(candidate):
    """Somebody who has sold a dog reads on in its history and learns who has it now."""
    shown = _shown(candidate, "bo", 3, ["pet"])
    assert not any(secret in shown for secret in ("Rex", "broken leg", "ann"))


def test_security_former_owner_and_the_appointments(candidate):
    """Somebody who has sold a dog asks for its later appointments."""
    shown = _shown(candidate, "bo", 3, ["pet.appointments"])
    assert not any(secret in shown for secret in ("2026-03", "Rex", "broken leg", "ann", "lena"))


def test_security_owner_and_earlier_appointments(candidate):
    """The present owner of a dog asks for the appointments of the owner before."""
    for number in (8, 9):
        shown = _shown(candidate, "ann", number, ["pet.appointments"])
        assert not any(secret in shown for secret in ("2024-01-03", "'bo'", "omar"))


def test_security_vet_and_the_appointments_of_another_vet(candidate):
    """A vet asks for the appointments that the animal has with a vet of another practice."""
    shown = _shown(candidate, "omar", 3, ["pet.appointments"])
    assert "2026-03" not in shown and "lena" not in shown
    shown = _shown(candidate, "lena", 8, ["pet.appointments"])
    assert "2024-01-03" not in shown and "omar" not in shown


def test_security_any_order(candidate):
    """Related records are asked for several times and in all orders."""
    for include in _orders(NAMES):
        shown = _shown(candidate, "bo", 3, include)
        assert not any(secret in shown for secret in ("Rex", "broken leg", "2026-03")), include
        for user in ("lena", "ann"):
            shown = _shown(candidate, user, 9, include)
            assert not any(secret in shown for secret in ("1939", "hundefroh", "2024-01")), include
