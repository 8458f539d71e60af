INSERT INTO code (
    intent, device_id, state, seq, owner, access_code_id, pin, starts_at, ends_at, given_slot_id, given_slot_name, differs,
    notices, scheduled_at, second_codes, places, looks, first_look_at, last_look_at, superseded, reading_sum, changed_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
ON CONFLICT (intent) DO UPDATE SET
    device_id = ?2, state = ?3, seq = ?4, owner = ?5, access_code_id = ?6, pin = ?7, starts_at = ?8, ends_at = ?9, given_slot_id = ?10,
    given_slot_name = ?11, differs = ?12, notices = ?13, scheduled_at = ?14, second_codes = ?15, places = ?16, looks = ?17,
    first_look_at = ?18, last_look_at = ?19, superseded = ?20, reading_sum = ?21, changed_at = ?22
