INSERT INTO door (
    device_id, account_id, provider, name, model, site, offline_capable, zones, time_frames, seam_limit, is_managed,
    errors, warnings, slot_snapshot, first_read_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (device_id) DO UPDATE SET
    account_id = ?2, provider = ?3, name = ?4, model = ?5, site = ?6, offline_capable = ?7, zones = ?8, time_frames = ?9,
    seam_limit = ?10, is_managed = ?11, errors = ?12, warnings = ?13, slot_snapshot = ?14, gone_at = NULL,
    -- of a damaged row nothing is kept
    host_limit = iif(?16, ?17, host_limit),
    first_read_at = iif(?16, ?15, first_read_at),
    read_at = iif(?16, NULL, read_at)
WHERE ?16 OR (
    account_id, provider, name, model, site, offline_capable, zones, time_frames, seam_limit, is_managed, errors, warnings,
    slot_snapshot, gone_at
) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, NULL)
