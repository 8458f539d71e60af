-- Version 1. Never edited after release: later versions are further files.
--
-- Facts (intent, event, slot_snapshot, seam_event) are inserted and never change; `code` is a projection of `event` that can
-- be rebuilt; the rest mirrors what Seam said last. `sum` is a checksum of the row, written by the schema itself, so that
-- `verify` sees every changed bit. Times are milliseconds since 1970 UTC; civil times are text on the door's clock.

CREATE TABLE workspace (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_sandbox INTEGER NOT NULL CHECK (is_sandbox IN (0, 1)),
    is_suspended INTEGER NOT NULL CHECK (is_suspended IN (0, 1)),
    pinned_at INTEGER NOT NULL,
    -- the last sync that read every door completely
    read_at INTEGER,
    -- Seam's clock less this computer's
    skew_ms INTEGER,
    sum BLOB AS (row_sum(only, workspace_id, name, is_sandbox, is_suspended, pinned_at, read_at, skew_ms)) STORED
) STRICT;

CREATE TABLE account (
    account_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    errors TEXT NOT NULL,
    warnings TEXT NOT NULL,
    sum BLOB AS (row_sum(account_id, name, errors, warnings)) STORED
) STRICT, WITHOUT ROWID;

CREATE TABLE slot_snapshot (
    id INTEGER PRIMARY KEY,
    device_id TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    slots TEXT NOT NULL,
    sum BLOB AS (row_sum(id, device_id, taken_at, slots)) STORED
) STRICT;

CREATE INDEX slot_snapshot_device ON slot_snapshot (device_id, id);

CREATE TABLE door (
    device_id TEXT PRIMARY KEY,
    account_id TEXT,
    provider TEXT NOT NULL,
    name TEXT NOT NULL,
    model TEXT,
    site TEXT,
    offline_capable TEXT NOT NULL CHECK (offline_capable IN ('yes', 'no', 'unknown')),
    zones TEXT NOT NULL,
    time_frames TEXT NOT NULL,
    seam_limit INTEGER CHECK (seam_limit >= 0),
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
        device_id, account_id, provider, name, model, site, offline_capable, zones, time_frames, seam_limit, host_limit,
        is_managed, errors, warnings, slot_snapshot, first_read_at, read_at, gone_at
    )) STORED
) STRICT, WITHOUT ROWID;

CREATE TABLE outside_code (
    device_id TEXT NOT NULL,
    access_code_id TEXT NOT NULL,
    is_managed INTEGER NOT NULL CHECK (is_managed IN (0, 1)),
    -- may hold a guest's name: sealed
    name BLOB,
    -- marker base and attempt, where another computer made it
    base TEXT,
    attempt INTEGER,
    starts_at INTEGER,
    ends_at INTEGER,
    slot_id TEXT,
    slot_name TEXT,
    status TEXT,
    first_read_at INTEGER NOT NULL,
    -- the first complete reading that no longer had it; the second makes it gone
    missed_at INTEGER,
    gone_at INTEGER,
    sum BLOB AS (row_sum(
        device_id, access_code_id, is_managed, name, base, attempt, starts_at, ends_at, slot_id, slot_name, status,
        first_read_at, missed_at, gone_at
    )) STORED,
    -- the codes of a door lie together, so that reading one door writes few pages
    PRIMARY KEY (device_id, access_code_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX outside_code_base ON outside_code (base) WHERE base IS NOT NULL;

CREATE TABLE intent (
    id INTEGER PRIMARY KEY,
    device_id TEXT NOT NULL,
    door_name TEXT NOT NULL,
    stay_key TEXT,
    base TEXT NOT NULL,
    attempt INTEGER NOT NULL CHECK (attempt BETWEEN 1 AND 99),
    -- may hold a guest's name: sealed
    label BLOB NOT NULL,
    arrival TEXT NOT NULL,
    departure TEXT NOT NULL,
    allowance TEXT NOT NULL CHECK (allowance IN ('1h', '1d')),
    preference TEXT NOT NULL CHECK (preference IN ('nearest', 'cover')),
    slot_id TEXT NOT NULL,
    slot_name TEXT NOT NULL,
    zone TEXT NOT NULL,
    tables TEXT NOT NULL,
    entry TEXT NOT NULL,
    exit TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    sent_from TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    rounds_by_day INTEGER NOT NULL CHECK (rounds_by_day IN (0, 1)),
    made_at INTEGER NOT NULL,
    sum BLOB AS (row_sum(
        id, device_id, door_name, stay_key, base, attempt, label, arrival, departure, allowance, preference, slot_id,
        slot_name, zone, tables, entry, exit, starts_at, ends_at, sent_from, sent_to, rounds_by_day, made_at
    )) STORED,
    UNIQUE (base, attempt)
) STRICT;

CREATE INDEX intent_stay_key ON intent (device_id, stay_key) WHERE stay_key IS NOT NULL;

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    intent INTEGER REFERENCES intent (id),
    -- the step within the intent: who inserts the next one owns it
    seq INTEGER,
    at INTEGER NOT NULL,
    -- what happened, as JSON tagged with its kind; nothing secret
    detail TEXT NOT NULL,
    -- PIN and answer as received: sealed
    sealed BLOB,
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((intent IS NULL) = (seq IS NULL))
) STRICT;

CREATE UNIQUE INDEX event_step ON event (intent, seq) WHERE intent IS NOT NULL;

CREATE TABLE code (
    intent INTEGER PRIMARY KEY REFERENCES intent (id),
    device_id TEXT NOT NULL,
    state TEXT NOT NULL,
    seq INTEGER NOT NULL,
    owner TEXT NOT NULL,
    access_code_id TEXT,
    -- sealed
    pin BLOB,
    -- as Seam gave them, else as promised
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    given_slot_id TEXT,
    given_slot_name TEXT,
    differs TEXT NOT NULL,
    notices TEXT NOT NULL,
    scheduled_at INTEGER,
    -- other codes at Seam that carry the marker of this stay
    second_codes TEXT NOT NULL,
    places INTEGER NOT NULL,
    looks INTEGER NOT NULL,
    first_look_at INTEGER,
    last_look_at INTEGER,
    superseded INTEGER NOT NULL CHECK (superseded IN (0, 1)),
    reading_sum TEXT,
    changed_at INTEGER NOT NULL,
    sum BLOB AS (row_sum(
        intent, device_id, state, seq, owner, access_code_id, pin, starts_at, ends_at, given_slot_id, given_slot_name,
        differs, notices, scheduled_at, second_codes, places, looks, first_look_at, last_look_at, superseded, reading_sum,
        changed_at
    )) STORED
) STRICT;

CREATE INDEX code_device ON code (device_id, intent);
-- Answers by itself how full every door is and who can get in at a time.
CREATE INDEX code_state ON code (state, ends_at, starts_at, device_id, places);
CREATE INDEX code_access_code ON code (access_code_id) WHERE access_code_id IS NOT NULL;

CREATE TABLE seam_event (
    event_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    device_id TEXT,
    access_code_id TEXT,
    occurred_at INTEGER,
    read_at INTEGER NOT NULL,
    sum BLOB AS (row_sum(event_id, kind, device_id, access_code_id, occurred_at, read_at)) STORED
) STRICT, WITHOUT ROWID;

-- What can be searched for: of a time only its day, of a label what the one module for sealed columns lets be searched.
CREATE VIEW searched AS
SELECT id, searchable(label) AS label, door_name, base, stay_key, substr(arrival, 1, 10) AS arrival,
    substr(departure, 1, 10) AS departure
FROM intent;

-- `verify` reads the whole index, so it holds no more than searching needs: of the beginnings of words only the first letter,
-- which thousands of markers share.
CREATE VIRTUAL TABLE code_search USING fts5 (
    label, door_name, base, stay_key, arrival, departure,
    content = 'searched', content_rowid = 'id', columnsize = 0, prefix = '1', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER intent_kept BEFORE UPDATE ON intent BEGIN SELECT RAISE(ABORT, 'intents are never changed'); END;
CREATE TRIGGER intent_stays BEFORE DELETE ON intent BEGIN SELECT RAISE(ABORT, 'intents are never deleted'); END;
CREATE TRIGGER event_kept BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER slot_snapshot_kept BEFORE UPDATE ON slot_snapshot BEGIN SELECT RAISE(ABORT, 'snapshots are never changed'); END;
CREATE TRIGGER slot_snapshot_stays BEFORE DELETE ON slot_snapshot BEGIN SELECT RAISE(ABORT, 'snapshots are never deleted'); END;
CREATE TRIGGER seam_event_kept BEFORE UPDATE ON seam_event BEGIN SELECT RAISE(ABORT, 'Seam events are never changed'); END;
CREATE TRIGGER seam_event_stays BEFORE DELETE ON seam_event BEGIN SELECT RAISE(ABORT, 'Seam events are never deleted'); END;
CREATE TRIGGER door_stays BEFORE DELETE ON door BEGIN SELECT RAISE(ABORT, 'a door that vanished is marked gone'); END;
CREATE TRIGGER code_stays BEFORE DELETE ON code BEGIN SELECT RAISE(ABORT, 'codes are never deleted'); END;
