INSERT INTO intent (
    device_id, door_name, stay_key, base, attempt, label, arrival, departure, allowance, preference, slot_id, slot_name, zone,
    tables, entry, exit, starts_at, ends_at, sent_from, sent_to, rounds_by_day, made_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
