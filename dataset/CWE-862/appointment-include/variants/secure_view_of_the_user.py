"""Appointments of veterinary practices: a view of the store that holds what the user may read."""

from collections.abc import Callable
from copy import deepcopy


class View:
    """The part of the store that is for one user."""

    def __init__(self, store: dict[str, dict[int, dict]], user: str) -> None:
        appointments = store["appointments"]
        attended = {item["pet_id"] for item in appointments.values() if item["vet"] == user}
        self.appointments = self._select(
            appointments, lambda number, item: user in (item["vet"], item["owner"])
        )
        self.pets = self._select(
            store["pets"], lambda number, item: number in attended or item["owner"] == user
        )
        self.invoices = self._select(store["invoices"], lambda number, item: item["payer"] == user)

    @staticmethod
    def _select(
        table: dict[int, dict], condition: Callable[[int, dict], bool]
    ) -> dict[int, dict]:
        return {
            number: {"id": number, **item}
            for number, item in sorted(table.items())
            if condition(number, item)
        }


def get_appointment(
    store: dict[str, dict[int, dict]],
    user: str,
    appointment_id: int,
    include: list[str] | None = None,
) -> dict:
    """Returns an appointment of the user, with the related records that are asked for."""
    if appointment_id not in store["appointments"]:
        raise KeyError(appointment_id)
    view = View(deepcopy(store), user)
    if appointment_id not in view.appointments:
        raise PermissionError(appointment_id)
    answer = dict(view.appointments[appointment_id])
    for name in sorted(set(include or [])):
        match name.split("."):
            case ["invoice"]:
                answer["invoice"] = view.invoices.get(answer["invoice_id"])
            case ["pet"]:
                answer["pet"] = view.pets.get(answer["pet_id"])
            case ["pet", "appointments"]:
                answer["pet"] = view.pets.get(answer["pet_id"])
                if answer["pet"]:
                    answer["pet"]["appointments"] = [
                        item
                        for item in view.appointments.values()
                        if item["pet_id"] == answer["pet_id"]
                    ]
            case _:
                raise ValueError(f"unknown relation {name}")
    return answer
