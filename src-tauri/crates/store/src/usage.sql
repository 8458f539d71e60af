WITH place (device_id, kind, places, ends_at) AS (
    SELECT device_id, CASE WHEN state IN ('intent', 'sending', 'unknown') THEN 'in_flight' ELSE 'live' END, places, ends_at
    FROM code
    WHERE state IN ('intent', 'sending', 'unknown', 'accepted', 'setting', 'set', 'failed', 'gone') AND ends_at > ?1 {one_lock}
    UNION ALL
    -- listed or not: what was computed for a lock works until its end
    SELECT device_id, 'elsewhere', 1, ends_at
    FROM code_elsewhere
    WHERE (ends_at IS NULL OR ends_at > ?1) {one_lock}
)
SELECT device_id,
    sum(CASE kind WHEN 'live' THEN places ELSE 0 END) AS live,
    sum(CASE kind WHEN 'in_flight' THEN places ELSE 0 END) AS in_flight,
    sum(CASE kind WHEN 'elsewhere' THEN places ELSE 0 END) AS elsewhere,
    min(CASE kind WHEN 'in_flight' THEN NULL ELSE ends_at END) AS next_free
FROM place
GROUP BY device_id
