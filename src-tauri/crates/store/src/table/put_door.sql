INSERT INTO door (
    device_id, account_id, provider, name, model, site, oracode_id, offline_capable, zones, time_frames, seam_limit,
    odd_limit, is_managed, errors, warnings, slot_snapshot, first_read_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (device_id) DO UPDATE SET
    account_id = ?2, provider = ?3, name = ?4, model = ?5, site = ?6, oracode_id = ?7, offline_capable = ?8, zones = ?9,
    time_frames = ?10, seam_limit = ?11, odd_limit = ?12, is_managed = ?13, errors = ?14, warnings = ?15,
    slot_snapshot = ?16, gone_at = NULL,
    -- of a damaged row nothing is kept
    host_limit = iif(?18, ?19, host_limit),
    first_read_at = iif(?18, ?17, first_read_at),
    read_at = iif(?18, NULL, read_at)
WHERE ?18 OR (
    account_id, provider, name, model, site, oracode_id, offline_capable, zones, time_frames, seam_limit, odd_limit,
    is_managed, errors, warnings, slot_snapshot, gone_at
) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, NULL)
