"""Appointments of veterinary practices, with related records."""

INCLUDES = ("pet", "invoice", "pet.appointments")
Store = dict[str, dict[int, dict]]


def _may_read(store: Store, user: str, table: str, record_id: int) -> bool:
    """Whether the user may read the record."""
    record = store[table][record_id]
    match table:
        case "appointments":
            return user in (record["vet"], record["owner"])
        case "pets":
            return user == record["owner"] or any(
                appointment["vet"] == user and appointment["pet_id"] == record_id
                for appointment in store["appointments"].values()
            )
        case "invoices":
            return user == record["payer"]
    return False


def _fetch(store: Store, user: str, table: str, record_id: int | None) -> dict | None:
    """A copy of a record with its id, or None if there is none that the user may read."""
    if record_id not in store[table] or not _may_read(store, user, table, record_id):
        return None
    return {"id": record_id, **store[table][record_id]}


def get_appointment(
    store: Store, user: str, appointment_id: int, include: list[str] | None = None
) -> dict:
    """Returns an appointment of the user, with the related records that are asked for."""
    wanted = set(include or ())
    if not wanted.issubset(INCLUDES):
        raise ValueError(f"include must be one of {', '.join(INCLUDES)}")
    if appointment_id not in store["appointments"]:
        raise KeyError(appointment_id)
    answer = _fetch(store, user, "appointments", appointment_id)
    if answer is None:
        raise PermissionError(f"{user} has no part in appointment {appointment_id}")
    if "invoice" in wanted:
        answer["invoice"] = _fetch(store, user, "invoices", answer["invoice_id"])
    if "pet" in wanted or "pet.appointments" in wanted:
        answer["pet"] = _fetch(store, user, "pets", answer["pet_id"])
    if "pet.appointments" in wanted and answer["pet"] is not None:
        answer["pet"]["appointments"] = [
            {"id": number, **appointment}
            for number, appointment in sorted(store["appointments"].items())
            if appointment["pet_id"] == answer["pet_id"]
        ]
    return answer
