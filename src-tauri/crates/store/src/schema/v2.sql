-- Version 2: what the host notes down. Nothing here reaches Seam. Rows are inserted and never change: what was taken back,
-- restored or written anew is a further row, and the newest counts. Texts that may tell of a guest are sealed.

CREATE TABLE stay (
    id INTEGER PRIMARY KEY,
    device_id TEXT NOT NULL,
    -- what the stay is known by, as in `intent`: a code for it is found whoever asked for it
    base TEXT NOT NULL,
    stay_key TEXT,
    label BLOB NOT NULL,
    arrival TEXT NOT NULL,
    departure TEXT NOT NULL,
    allowance TEXT NOT NULL CHECK (allowance IN ('1h', '1d')),
    preference TEXT NOT NULL CHECK (preference IN ('nearest', 'cover')),
    zone TEXT NOT NULL,
    -- arrival and departure by the zone tables of the time
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    made_at INTEGER NOT NULL,
    sum BLOB AS (row_sum(
        id, device_id, base, stay_key, label, arrival, departure, allowance, preference, zone, starts_at, ends_at, made_at
    )) STORED
) STRICT;

CREATE INDEX stay_end ON stay (ends_at);

CREATE TABLE stay_change (
    id INTEGER PRIMARY KEY,
    stay INTEGER NOT NULL REFERENCES stay (id),
    what TEXT NOT NULL CHECK (what IN ('removed', 'restored', 'issued')),
    -- the code that it was issued
    intent INTEGER REFERENCES intent (id),
    at INTEGER NOT NULL,
    sum BLOB AS (row_sum(id, stay, what, intent, at)) STORED,
    CHECK ((what = 'issued') = (intent IS NOT NULL))
) STRICT;

CREATE INDEX stay_change_stay ON stay_change (stay, id);

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    -- a note is on a door or on a code
    device_id TEXT,
    intent INTEGER REFERENCES intent (id),
    text BLOB NOT NULL,
    at INTEGER NOT NULL,
    sum BLOB AS (row_sum(id, device_id, intent, text, at)) STORED,
    CHECK ((device_id IS NULL) <> (intent IS NULL))
) STRICT;

CREATE INDEX note_device ON note (device_id, id) WHERE device_id IS NOT NULL;
CREATE INDEX note_intent ON note (intent, id) WHERE intent IS NOT NULL;

CREATE TABLE door_test (
    id INTEGER PRIMARY KEY,
    device_id TEXT NOT NULL,
    -- the code that was tried
    intent INTEGER REFERENCES intent (id),
    -- whether it opened the door; NULL: not tried yet
    worked INTEGER CHECK (worked IN (0, 1)),
    note BLOB NOT NULL,
    at INTEGER NOT NULL,
    sum BLOB AS (row_sum(id, device_id, intent, worked, note, at)) STORED
) STRICT;

CREATE INDEX door_test_device ON door_test (device_id, id);

-- Codes that want the host's eye: other than promised, or with a second one beside them.
CREATE INDEX code_odd ON code (ends_at) WHERE differs <> '[]' OR second_codes <> '[]';

CREATE TRIGGER stay_kept BEFORE UPDATE ON stay BEGIN SELECT RAISE(ABORT, 'recorded stays are never changed'); END;
CREATE TRIGGER stay_stays BEFORE DELETE ON stay BEGIN SELECT RAISE(ABORT, 'recorded stays are never deleted'); END;
CREATE TRIGGER stay_change_kept BEFORE UPDATE ON stay_change BEGIN SELECT RAISE(ABORT, 'changes of stays are never changed'); END;
CREATE TRIGGER stay_change_stays BEFORE DELETE ON stay_change BEGIN SELECT RAISE(ABORT, 'changes of stays are never deleted'); END;
CREATE TRIGGER note_kept BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;
CREATE TRIGGER note_stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'notes are never deleted'); END;
CREATE TRIGGER door_test_kept BEFORE UPDATE ON door_test BEGIN SELECT RAISE(ABORT, 'door tests are never changed'); END;
CREATE TRIGGER door_test_stays BEFORE DELETE ON door_test BEGIN SELECT RAISE(ABORT, 'door tests are never deleted'); END;
