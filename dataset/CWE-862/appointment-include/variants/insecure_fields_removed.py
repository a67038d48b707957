"""Appointments of veterinary practices, with related records."""

INCLUDES = ("pet", "invoice", "pet.appointments")


def _record(store: dict[str, dict[int, dict]], table: str, record_id: int | None) -> dict | None:
    """A copy of a record with its id."""
    record = store[table].get(record_id)
    return None if record is None else {"id": record_id, **record}


def get_appointment(
    store: dict[str, dict[int, dict]],
    user: str,
    appointment_id: int,
    include: list[str] | None = None,
) -> dict:
    """Returns an appointment of the user, with the related records that are asked for."""
    wanted = set(include or ())
    if not wanted.issubset(INCLUDES):
        raise ValueError(f"include must be one of {', '.join(INCLUDES)}")
    answer = _record(store, "appointments", appointment_id)
    if answer is None:
        raise KeyError(appointment_id)
    if user not in (answer["vet"], answer["owner"]):
        raise PermissionError(f"{user} has no part in appointment {appointment_id}")
    if "invoice" in wanted:
        answer["invoice"] = _record(store, "invoices", answer["invoice_id"])
    if "pet" in wanted or "pet.appointments" in wanted:
        answer["pet"] = _record(store, "pets", answer["pet_id"])
    if "pet.appointments" in wanted and answer["pet"] is not None:
        answer["pet"]["appointments"] = [
            {"id": number, **appointment}
            for number, appointment in sorted(store["appointments"].items())
            if appointment["pet_id"] == answer["pet_id"]
            and user in (appointment["vet"], appointment["owner"])
        ]
    if answer.get("invoice") and answer["invoice"]["payer"] != user:
        del answer["invoice"]["amount"]
    if answer.get("pet") and user not in (answer["vet"], answer["pet"]["owner"]):
        del answer["pet"]["history"]
    return answer
