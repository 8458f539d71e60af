INSERT INTO code_elsewhere (
    access_code_id, device_id, is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status, created_at,
    first_read_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (device_id, access_code_id) DO UPDATE SET
    is_managed = ?3, name = ?4, base = ?5, attempt = ?6, starts_at = ?7, ends_at = ?8, slot_id = ?9,
    slot_name = ?10, status = ?11, created_at = ?12, missed_at = NULL, gone_at = NULL
WHERE (is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status, created_at, missed_at, gone_at)
    IS NOT (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, NULL, NULL)
