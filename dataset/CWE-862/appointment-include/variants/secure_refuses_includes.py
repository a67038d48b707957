"""Appointments of veterinary practices: an animal or invoice of others refuses the request."""

import itertools
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]
Store = dict[str, dict[int, Record]]


def readers_of_appointment(store: Store, number: int) -> Iterator[str]:
    yield store["appointments"][number]["vet"]
    yield store["appointments"][number]["owner"]


def readers_of_pet(store: Store, number: int) -> Iterator[str]:
    yield store["pets"][number]["owner"]
    for appointment in store["appointments"].values():
        if appointment["pet_id"] == number:
            yield appointment["vet"]


def readers_of_invoice(store: Store, number: int) -> Iterator[str]:
    yield store["invoices"][number]["payer"]


READERS = {
    "appointments": readers_of_appointment,
    "pets": readers_of_pet,
    "invoices": readers_of_invoice,
}


def load(store: Store, user: str, table: str, number: int) -> Record:
    """A copy of a record; PermissionError if it isn't for the user."""
    record = store[table][number]
    if user not in READERS[table](store, number):
        raise PermissionError(f"{user} may not read {table}/{number}")
    return dict(itertools.chain([("id", number)], record.items()))


def get_appointment(
    store: Store, user: str, appointment_id: int, include: list[str] | None = None
) -> Record:
    """Returns an appointment of the user, with the related records that are asked for."""
    include = include or []
    for name in include:
        if name not in {"pet", "invoice", "pet.appointments"}:
            raise ValueError(name)
    appointment = load(store, user, "appointments", appointment_id)
    if "invoice" in include:
        number = appointment["invoice_id"]
        appointment["invoice"] = None if number is None else load(store, user, "invoices", number)
    if {"pet", "pet.appointments"} & set(include):
        pet = appointment["pet"] = load(store, user, "pets", appointment["pet_id"])
        if "pet.appointments" in include:
            pet["appointments"] = []
            for number in sorted(store["appointments"]):
                if store["appointments"][number]["pet_id"] != pet["id"]:
                    continue
                if user in readers_of_appointment(store, number):
                    pet["appointments"].append(load(store, user, "appointments", number))
    return appointment
