-- Version 3: one lock under several device ids, limits that cannot be true, when a code made elsewhere was made, and what was
-- sent to a guest.

-- What the host answered when asked whether a door that is gone and another are the same lock. Inserted, never changed: of a
-- pair the newest answer counts.
CREATE TABLE same_lock (
    id INTEGER PRIMARY KEY,
    gone TEXT NOT NULL,
    door TEXT NOT NULL,
    is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
    at INTEGER NOT NULL,
    sum BLOB AS (row_sum(id, gone, door, is_same, at)) STORED,
    CHECK (gone <> door)
) STRICT;

CREATE TRIGGER same_lock_kept BEFORE UPDATE ON same_lock BEGIN SELECT RAISE(ABORT, 'answers are never changed'); END;
CREATE TRIGGER same_lock_stays BEFORE DELETE ON same_lock BEGIN SELECT RAISE(ABORT, 'answers are never deleted'); END;

-- Whether the host sent a code to its guest. Inserted, never changed: of a code the newest row counts.
CREATE TABLE sent (
    id INTEGER PRIMARY KEY,
    intent INTEGER NOT NULL REFERENCES intent (id),
    is_sent INTEGER NOT NULL CHECK (is_sent IN (0, 1)),
    at INTEGER NOT NULL,
    sum BLOB AS (row_sum(id, intent, is_sent, at)) STORED
) STRICT;

CREATE INDEX sent_intent ON sent (intent, id);
CREATE TRIGGER sent_kept BEFORE UPDATE ON sent BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER sent_stays BEFORE DELETE ON sent BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;

CREATE TABLE door_3 (
    device_id TEXT PRIMARY KEY,
    account_id TEXT,
    provider TEXT NOT NULL,
    name TEXT NOT NULL,
    model TEXT,
    site TEXT,
    -- Oracode's own id of the door at its site
    oracode_id TEXT,
    offline_capable TEXT NOT NULL CHECK (offline_capable IN ('yes', 'no', 'unknown')),
    zones TEXT NOT NULL,
    time_frames TEXT NOT NULL,
    seam_limit INTEGER CHECK (seam_limit >= 0),
    -- what Seam gives as the limit if that cannot be true
    odd_limit TEXT,
    host_limit INTEGER CHECK (host_limit >= 0),
    is_managed INTEGER NOT NULL CHECK (is_managed IN (0, 1)),
    errors TEXT NOT NULL,
    warnings TEXT NOT NULL,
    slot_snapshot INTEGER NOT NULL REFERENCES slot_snapshot (id),
    first_read_at INTEGER NOT NULL,
    -- the last complete reading of this door alone, where it was not part of a complete sync
    read_at INTEGER,
    gone_at INTEGER,
    sum BLOB AS (row_sum(
        device_id, account_id, provider, name, model, site, oracode_id, offline_capable, zones, time_frames, seam_limit,
        odd_limit, host_limit, is_managed, errors, warnings, slot_snapshot, first_read_at, read_at, gone_at
    )) STORED
) STRICT, WITHOUT ROWID;

-- A row that was damaged is not sealed anew: the next sync reads its door again.
INSERT INTO door_3 (
    device_id, account_id, provider, name, model, site, offline_capable, zones, time_frames, seam_limit, host_limit,
    is_managed, errors, warnings, slot_snapshot, first_read_at, read_at, gone_at
)
SELECT device_id, account_id, provider, name, model, site, offline_capable, zones, time_frames, seam_limit, host_limit,
    is_managed, errors, warnings, slot_snapshot, first_read_at, read_at, gone_at
FROM door
WHERE sum = row_sum(
    device_id, account_id, provider, name, model, site, offline_capable, zones, time_frames, seam_limit, host_limit,
    is_managed, errors, warnings, slot_snapshot, first_read_at, read_at, gone_at
);

DROP TABLE door;
ALTER TABLE door_3 RENAME TO door;
CREATE TRIGGER door_stays BEFORE DELETE ON door BEGIN SELECT RAISE(ABORT, 'a door that vanished is marked gone'); END;

CREATE TABLE code_elsewhere (
    device_id TEXT NOT NULL,
    access_code_id TEXT NOT NULL,
    is_managed INTEGER NOT NULL CHECK (is_managed IN (0, 1)),
    -- may hold a guest's name: sealed
    name BLOB,
    -- marker base and attempt, where Latchbook made it
    base TEXT,
    attempt INTEGER,
    starts_at INTEGER,
    ends_at INTEGER,
    slot_id TEXT,
    slot_name TEXT,
    status TEXT,
    created_at INTEGER,
    first_read_at INTEGER NOT NULL,
    -- the first complete reading that no longer had it; after the second it is no longer listed
    missed_at INTEGER,
    gone_at INTEGER,
    sum BLOB AS (row_sum(
        device_id, access_code_id, is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status,
        created_at, first_read_at, missed_at, gone_at
    )) STORED,
    -- the codes of a door lie together, so that reading one door writes few pages
    PRIMARY KEY (device_id, access_code_id)
) STRICT, WITHOUT ROWID;

INSERT INTO code_elsewhere (
    device_id, access_code_id, is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status,
    first_read_at, missed_at, gone_at
)
SELECT device_id, access_code_id, is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status,
    first_read_at, missed_at, gone_at
FROM outside_code
WHERE sum = row_sum(
    device_id, access_code_id, is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status,
    first_read_at, missed_at, gone_at
);

DROP TABLE outside_code;
CREATE INDEX code_elsewhere_base ON code_elsewhere (base) WHERE base IS NOT NULL;

-- A booking's key is looked for at every id of a lock.
DROP INDEX intent_stay_key;
CREATE INDEX intent_stay_key ON intent (stay_key) WHERE stay_key IS NOT NULL;

-- Codes that Seam lists elsewhere than where they were made are few, and asked for wherever a door is gone.
CREATE INDEX event_moved ON event (intent) WHERE detail ->> 'kind' = 'moved';
