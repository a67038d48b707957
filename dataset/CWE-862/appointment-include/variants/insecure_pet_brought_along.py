"""Appointments of veterinary practices, with related records."""

from typing import Any


def get_appointment(
    store: dict[str, dict[int, dict[str, Any]]],
    user: str,
    appointment_id: int,
    include: list[str] | None = None,
) -> dict[str, Any]:
    """Returns an appointment of the user, with the related records that are asked for."""
    appointments, pets, invoices = store["appointments"], store["pets"], store["invoices"]
    answer: dict[str, Any] = {"id": appointment_id, **appointments[appointment_id]}
    if user != answer["vet"] and user != answer["owner"]:
        raise PermissionError("not your appointment")
    pet_id = answer["pet_id"]
    for name in include or []:
        if name == "invoice":
            invoice = invoices.get(answer["invoice_id"])
            if invoice is not None and invoice["payer"] == user:
                answer["invoice"] = {"id": answer["invoice_id"], **invoice}
            else:
                answer["invoice"] = None
        elif name == "pet":
            vets = {item["vet"] for item in appointments.values() if item["pet_id"] == pet_id}
            if user in vets or user == pets[pet_id]["owner"]:
                answer.setdefault("pet", {"id": pet_id, **pets[pet_id]})
            else:
                answer["pet"] = None
        elif name == "pet.appointments":
            if answer.get("pet") is None:
                answer["pet"] = {"id": pet_id, **pets[pet_id]}
            answer["pet"]["appointments"] = [
                {"id": number, **item}
                for number, item in sorted(appointments.items())
                if item["pet_id"] == pet_id and user in (item["vet"], item["owner"])
            ]
        else:
            raise ValueError(f"unknown include {name!r}")
    return answer
