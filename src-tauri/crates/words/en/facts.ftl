# Sentences about facts: English, from which the other languages are translated.
# docs/words.md says how a sentence is added, which words are used, and how a language is added.

## Times, durations and lists (the crate words)

# The twelve, with blanks between.
time-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
time-weekdays = Mon Tue Wed Thu Fri Sat Sun
time-long = { $weekday } { $day } { $month } { $year } { $time }
time-short = { $weekday } { $day } { $month } { $time }
time-said = { $day } { $month } { $year }, { $time }
time-day = { $day } { $month } { $year }
time-from-to = { $from } to { $to }
time-lock = { $at } lock time
time-utc = { $at } UTC
duration-days = { $count } d
duration-hours = { $count } h
duration-minutes = { $count } min
list-and = { $before } and { $last }
# The same if the last begins with the sound of an i.
list-and-i = { $before } and { $last }
list-more = { $count } more

## States of a code (sentence/code.rs)

state-intent = Nothing has been sent. If no window is working on it, the next sync marks it as not sent, and you can issue again.
state-sending = We don't know yet: the request is under way. Wait for the answer; don't issue another.
state-not-sent = Nothing was sent, and there is no code. It is safe to issue again.
state-refused = Seam refused, so no code was made. Fix what Seam reports, then issue again.
state-failed = Seam made the code but could not set it. It counts as a used place on the lock. Read what Seam says, then decide whether to issue another.
state-gone = Seam no longer has this code, though its time is not over. The PIN stays in this record and may still work: try it at the door and ask Seam before you issue another.
state-ended = Ended: its time is over. The record stays.
state-unknown = We don't know yet if a code was made.
state-unknown-looks = { $looks ->
    [one] Checked once, none found (on { $last }).
   *[other] Checked { $looks } times, none found (last on { $last }).
}
state-unknown-superseded = You chose another attempt; if this one appears too, the stay has two codes: both may work, or the second may void the first.
state-unknown-over = Its time is over, so it can no longer be checked. Nothing needs to be done.
state-unknown-another = You may choose another attempt. If the first request was only late, this stay will have two codes: both may work, or the second may void the first. One more place on the lock is gone for good, and neither can be deleted.
state-unknown-wait = Still checking; don't issue another.
state-scheduled = Made. Seam sets it on { $at }; Latchbook keeps asking while it runs. Do not issue another.
state-late = Made, and still not confirmed after half an hour. Do not send a PIN to the guest yet and do not issue another; write to Seam with the code's id.
state-unconfirmed = Made, not confirmed yet. Do not send the PIN to the guest yet; Latchbook keeps asking while it runs.
state-setting = Setting up. The PIN will follow; don't issue another.
state-made = Made. The PIN will follow; don't issue another.
state-ready = Ready: it works from { $window }. You can send the PIN to the guest.
state-ready-differs = Ready, but not as asked: it works from { $window }. Read what differs before you send the PIN.
state-ready-unseen = Seam reports a problem since it was confirmed ({ $codes }), and may not see it now. An offline lock keeps its codes.
state-second-code = Seam has a further code for this stay: { $codes }. Any of them that became ready may work: try the PIN at the door before you send it.
state-moved = Seam now lists this code at another door, { $door }. Its times and its PIN are the same.
state-probable = { $codes ->
    [one] Seam lists a code that is probably this one: same lock, times and slot, made just after the request. Confirm it if it is; Latchbook never adopts it on its own.
   *[other] Seam lists { $codes } codes of which one is probably this one: same lock, times and slot, made just after the request. Confirm the one that is; Latchbook never adopts one on its own.
}
not-sent = Nothing was sent ({ $why }). It is safe to issue again.
unknown = We don't know yet if a code was made ({ $why }).
unknown-network = Something on the network answered in Seam's place: check the connection.

## Why nothing was sent, or an outcome is not known (sentence/cause.rs)

cause-name-not-found = Seam's name cannot be found
cause-connection-refused = the connection was refused
cause-connect-timed-out = connecting took too long
cause-not-secure = no secure connection could be made
cause-no-connection = there was no connection
cause-timed-out = no answer within the time limit
cause-broken = the connection broke before the answer was complete
cause-redirect = the answer was a redirect ({ $status }); it was not followed
cause-status = Seam answered { $status }, which does not tell whether the code was made
cause-not-seam = the answer (status { $status }) is not one of Seam's
cause-too-large = the answer is larger than allowed
cause-no-id = the answer has no code id
cause-stopped = the program stopped while the request was under way

## Differences from the promise (sentence/difference.rs)

difference-starts = It works from { $given }, not from { $promised } as asked. Tell the guest the true time.
difference-ends = It works until { $given }, not until { $promised } as asked. Tell the guest the true time.
difference-slot = Seam chose the slot “{ $given }” instead of “{ $promised }”. The times above are those of the slot it chose.
difference-door = Seam reports that it is for another door ({ $given }). Do not send the PIN; ask Seam.
difference-name = The code was renamed at Seam, or its name was cut. Check in Seam that it belongs to this stay.
difference-odd-pin = Oracode keypads do not usually accept a PIN like this. Try it at the door before you send it.
difference-shared-pin = Another code of this door has the same PIN at the same time: each guest's PIN opens while either code is valid. Ask dormakaba why before you send it.
difference-not-offline = Seam did not make it an offline code, so it may not work at the door. Try it there before you send it, and ask Seam.
difference-pin-changed = The PIN at Seam has changed; the history has both. Try the newer one at the door before you send it.
difference-unseen = Seam confirmed this code and no longer shows it as set, without an error. An offline lock keeps its codes; try the PIN at the door if you can.
difference-other = It differs in { $what } from what was asked. Compare it in Seam before you send the PIN.
difference-name-starts = its start
difference-name-ends = its end
difference-name-slot = the slot
difference-name-door = the door
difference-name-name = the name
difference-name-odd-pin = an odd PIN
difference-name-shared-pin = a PIN that another code also has
difference-name-not-offline = not an offline code
difference-name-pin-changed = another PIN
difference-name-unseen = no longer shown as set

## Connecting (sentence/connect.rs)

connected-sandbox = Connected to “{ $name }” (sandbox, opens no real doors).
connected-live = Connected to “{ $name }” (live).
connected-suspended = Seam has suspended it because it was not used; open it once in Seam's console to reactivate it.
key-forgotten = The key is no longer in the keychain. It is still valid at Seam: revoke it there if it is not used elsewhere.
key-absent = There was no key in the keychain. Nothing needed doing.

## What could not be done (sentence/error.rs)

error-unsound = The record is damaged ({ $problem }), so nothing was sent. Verify it, and restore a backup before you issue.
error-unsound-sync = The record's copy of Seam's data about your doors is damaged ({ $problem }), so nothing was sent. Sync, and issue again.
error-no-such-door = No door is called “{ $asked }”. The list of doors shows every name; sync if the door is new.
error-ambiguous-door = “{ $asked }” could be { $names }. Give the whole name, or the door's id.
error-no-such-code = No code has the number { $asked }. The list of codes shows every number.
error-not-probable = The code { $code } is not among those that are probably the lost one. `latchbook look` lists them.
error-not-gone = Seam lists the door “{ $door }”, so it is not gone. Name the door that is gone first, then the one that Seam lists.
error-door-gone = Seam no longer lists the door “{ $door }”. Name the door that is gone first, then the one that Seam lists.
error-not-put-away = The code { $code } keeps its place: Seam lists it, or it ends on its own.
error-no-outside-code = No code made elsewhere at this door has the id { $code }. `latchbook limits` lists those you can free.
error-stay-has-code = This stay has its code now, and it cannot be revoked. See the code in the ledger; the stay remains on the list.
error-no-such-stay = No recorded stay has the number { $id }.
error-zone-missing = The door's time zone is not known, so it is unclear when a code would work. Ask Seam to set the site's zone, then sync.
error-zone-unknown = The door's time zone “{ $zone }” is not in any zone table. Ask Seam to correct the site's zone, then sync; if the zone is new, update Latchbook.
error-zones-disagree = Seam names more than one time zone for the door. Ask Seam which is right, then sync.
error-stay-not-after = The departure is not after the arrival. Give a departure that is later.
error-stay-out-of-range = The dates are outside the years 2000 to 2200. Check the year.
error-bad-time = “{ $asked }” is not a date and time. Write 2026-12-03T15:45, on the door's clock, or the same with an offset from -14:00 to +14:00.
error-bad-stay-key = The key for a stay is too long or contains control characters. Use at most 200 plain characters, such as the booking's id.
error-other-workspace = This record belongs to the Seam workspace “{ $pinned }”, and the key to “{ $found }”. Use that workspace's key, or another data folder for this one.
error-never-synced = Nothing has been read from Seam yet. Sync first.
error-interrupted = The work was interrupted. Check with Seam before anything else (`latchbook look`): that settles any open outcome.
error-before-sending = Nothing was sent. { $why }
error-lost = Code { $intent } is no longer in the record, so the record is not intact. Verify it before you issue.

read-no-connection = There is no connection to Seam; nothing was sent. Check the network and try again.
read-timed-out = Seam did not answer in time; nothing was sent. Try again in a minute.
read-unauthorized = Seam does not accept the API key. Make a key in Seam's console and connect again.
read-forbidden = The API key lacks permission for this. Connect with a key of the workspace that may read and issue.
read-not-found = Seam does not know it ({ $kind }). Sync, and try again.
read-wait-seconds = Seam asks to wait { $seconds } s; nothing was sent. Try again then.
read-wait = Seam asks to wait; nothing was sent. Try again in a minute.
read-refused = Seam refused to answer ({ $status }: { $message }). Try again; if this continues, ask Seam.
read-unavailable = Seam is not available at the moment ({ $status }); nothing was sent. Try again in a few minutes.
read-not-seam = Something else answered in Seam's place, such as a sign-in page of the network; nothing was sent. Sign in to the network or use another, and try again.
read-malformed = Seam's answer cannot be read, so it was ignored. Try again; if this continues, update Latchbook or ask Seam.
read-cut-off = Seam's answer broke off, so it was ignored. Check the network and try again.

record-damaged = The record is damaged; its file stays as it is. Issue nothing from it: verify it to see what is damaged and how to repair it, such as with a sync or by restoring a backup. Restoring sets the damaged file aside and keeps it.
record-set-aside = The record could no longer be read: its file was set aside and is kept as { $path }. Restore a backup, or move that file away to begin a new record.
record-orphan = { $path } belongs to a record that is missing. Put latchbook.db back next to it, restore a backup, or move that file away to begin a new record.
record-newer = The record was written by a newer version of Latchbook. Update this one; nothing was changed.
record-not-ours = { $path } is not a Latchbook record. Choose another file or data folder.
record-missing = There is no record at { $path }. Check the path, or sync to begin one.
record-closed = This user may not open the record in { $folder }: Latchbook was probably run there as another user. Give this user access to the folder, or run Latchbook as that user.
record-closed-unix = This user may not open the record in { $folder }: Latchbook was probably run there with sudo or as another user. Make the folder yours with `sudo chown -R "$(id -un)" { $quoted }`, or run Latchbook as that user.
record-not-a-file = { $path } is not a file but a folder, a pipe or a device. Choose a file.
record-file-closed = You do not have permission to read { $path }. Ask its owner for a copy, or choose another file.
record-busy = The record is busy: another program has been writing for more than 5 seconds. Close it or wait, and try again.
record-in-use = Another window or command has the record open. Close it, then restore again. Nothing was changed.
record-disk-full = The disk is full. Make room and try again.
record-little-room = The disk of the record has only { $free } MB left. Before a code is requested, { $wanted } MB must be free, so that the answer can always be recorded. Make room and try again.
record-place-synced = The record is in { $folder }, which { $service } syncs with other computers. A record that is copied while it is written can be damaged, so nothing is written there. Move it to a folder that is not synced, and name that with --data-dir or LATCHBOOK_DATA_DIR.
record-place-network = The record is in { $folder }, on another computer ({ $kind }), and writing there could damage it. Nothing is written there. Move the folder to a disk of this computer, and name it with --data-dir or LATCHBOOK_DATA_DIR.
record-not-writable = The record cannot be written ({ $why }). Check the folder's permissions and the disk, and try again.
record-step-taken = Another window took this step first. See the code's current state; nothing was done twice.
record-exists = { $path } already exists. Choose another name.
record-backup-unsound = { $path } is not sound, so it was not used. Choose another backup.
record-io = The file system refused. Check the folder's permissions and the disk, and try again.
record-unreadable = The record could not be read. Verify it; if it is not sound, restore a backup.

## Findings of an audit, and how to fix them (sentence/finding.rs)

finding-gone = Seam has not listed this door since { $since }.
    .mend = If it should be there, check the site's account in Seam's console first. A door that is connected again can come back under a new id, as another door, while the codes recorded here still take their places on the lock. Its record stays either way.
finding-not-managed = Seam only watches this door (it is unmanaged) and makes no codes for it.
    .mend = In Seam's console, find the door among the unmanaged devices and switch it to managed, then sync. Seam bills managed devices.
finding-offline-unknown = Seam does not report whether this door can make offline codes.
    .mend = Ask Seam to switch on offline access codes for it. Until Seam confirms it, you will be asked to confirm; try the first code at the door.
finding-offline-no = Seam reports that this door cannot make offline codes.
    .mend = Ask Seam to switch on offline access codes for the site, then sync.
finding-zone-missing = The door's time zone is not known, so it is unclear when a code would work.
    .mend = Ask Seam to set the site's time zone, then sync.
finding-zone-unknown = The door's time zone “{ $zone }” is not in any zone table.
    .mend = Ask Seam to correct the site's time zone, then sync; if the zone is new, update Latchbook.
finding-zones-disagree = Seam lists different time zones for this door: { $zones }.
    .mend = Ask Seam to correct the wrong one: it makes codes begin and end at wrong times.
finding-zone-used = { $zone } (used)
finding-tables-disagree = Zone tables disagree on this door's clock, first around { $day }.
    .mend = You will see both times and confirm before issuing. Check the lock's own clock; keep Latchbook up to date.
finding-no-slots = The door has no slots, so no code can be made for it.
    .mend = Ask the installer to set up guest slots, one of them for 24 hours. Seam sees the installer's change after about 30 minutes; then sync.
finding-no-usable-slot = None of the door's slots can serve a stay.
    .mend = Ask the installer for a guest slot; master and one-shot levels do not work. Seam sees the installer's change after about 30 minutes; then sync.
finding-unusable-slots = { $slots ->
    [one] { $slots } slot has times that cannot be used, and cannot serve a stay.
   *[other] { $slots } slots have times that cannot be used, and cannot serve a stay.
}
    .mend = Ask Seam to fix them (the slots show why); the door's other slots are not affected.
finding-frames-differ = Seam gives the door's times in two lists, and they differ.
    .mend = Ask Seam which is right; until then check the times of each code when it is made.
finding-no-24-hour-slot = The door has no 24-hour slot, so a stay whose times fit no slot cannot get a code.
    .mend = Ask the installer for one guest slot of 24 hours (12:00 to 12:00): with rounding by a day it serves any stay. Adding a slot means reprogramming all locks of the site, so collect all changes first. Seam sees the installer's change after about 30 minutes; then sync.
finding-no-limit = It is not known how many codes this lock holds.
    .mend = Look in the lock's manual or ask the installer, and enter the figure yourself; until then Latchbook cannot warn you.
finding-odd-limit = Seam gives “{ $limit }” as the number of codes that this lock holds, which cannot be right, so its limit is not known.
    .mend = Enter the figure from the lock's manual, or ask the installer for it, and tell Seam that theirs is wrong; until then Latchbook cannot warn you.
finding-places-left = { $left ->
    [one] { $left } place is left on this lock.
   *[other] { $left } places are left on this lock.
}
    .mend = Issue only what is needed: a code can never be revoked, and its place frees when it ends.
finding-full = Full: every place on this lock is taken.
    .mend = Wait until a code ends.
finding-full-until = Full. The next place frees { $until }.
    .mend = Wait until then: no code can be made before.
finding-never-read = The door has never been read completely.
    .mend = Sync before you issue.
finding-read-ahead = The door was last read on { $at }, which is in the future by this computer's clock.
    .mend = Check the clock, then sync; slots and codes may have changed since.
finding-read-long-ago = The door was last read on { $at }, more than 24 hours ago.
    .mend = Sync; slots and codes may have changed since.

fine-present = Found at Seam.
fine-account = Seam reports no problem with the account.
fine-door-notices = Seam reports no problem with the door.
fine-offline-codes = The door can make offline codes.
fine-zone = The time zone is known, and all sources agree on it.
fine-zone-data = All zone tables agree on the coming year.
fine-slots = The door has slots that can serve a stay.
fine-slot-times = The times of all guest slots can be read.
fine-slot-24-hours = The door has a 24-hour slot: with rounding by a day it serves any stay.
fine-capacity = There is room for more codes.
fine-freshness = The door was read within the last 24 hours.

## What happened, event by event (sentence/history.rs)

event-intent = Request recorded.
event-intent-accepted = Request recorded. You accepted: { $risks }.
event-sending = Request sent.
event-refused = Seam's message: { $message }
event-accepted = Seam made the code { $code }.
event-found = Found at Seam by its marker: the code { $code }.
event-confirmed = You confirmed that the code { $code } at Seam is this one.
event-looked = A complete look at the door found no code with this marker.
event-superseded = You chose another attempt (number { $attempt }) although this one is not known.
event-second-code = A second code for this stay is at Seam: { $code }. Any of them that became ready may work: try the PIN at the door before you send it.
event-moved = Seam now lists the code at door { $door }, as { $code }.
event-gone = Seam no longer has the code { $code }, though its time is not over.
event-ended = Its time is over, and Seam no longer has it.
event-slots-changed = The slots of door { $door } changed. Preview stays there again.
event-door-gone = Door { $door } is no longer at Seam. Its record stays.
event-door-back = Door { $door } is at Seam again.
event-host-limit = You set the limit of door { $door } to { $limit }.
event-host-limit-back = You removed your limit for door { $door }.
event-put-away = You freed the place of the code { $code }, made elsewhere, at door { $door }. Seam no longer listed it.
event-restored = { $events ->
    [one] The record was restored from a backup with { $events } event.
   *[other] The record was restored from a backup with { $events } events.
}
event-restored-before = The one before is kept as { $name }.
event-mended = { $rows ->
    [one] A sync repaired { $rows } damaged row from Seam's data.
   *[other] A sync repaired { $rows } damaged rows from Seam's data.
}
event-read-waiting = Seam has queued the code.
event-read-setting = Seam is setting the code.
event-read-ready = Seam confirmed the code.
event-read-failed = Seam could not set the code.
event-read-odd = Seam reports a state that this version does not know.
event-read-pin = The PIN is there.
event-read-scheduled = Seam will act on { $at }.
event-read-differs = Differs: { $what }.
event-read-error = Error { $code }.
event-read-warning = Warning { $code }.

## How full a door is (sentence/limit.rs)

limit-codes = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
limit-unknown = { $used } in use. How many the lock holds is not known: ask the installer and enter the figure yourself.
limit-used = { $used } of { $limit } in use.
limit-own-passed-over = Your own figure is { $own }; the smaller of the two applies.
limit-next = The next one frees { $at }.
limit-full = No more codes can be made until then.
limit-scarce = You will be asked to confirm.

## What looking settled (sentence/look.rs)

look-none = No outcome was unknown.
look-settled = { $settled ->
    [one] { $settled } outcome is settled.
   *[other] { $settled } outcomes are settled.
}
look-unknown = { $unknown ->
    [one] Still no trace of a code.
   *[other] Still no trace of { $unknown } codes.
}
look-settled-unknown = { $settled ->
    [one] { $settled } outcome is settled; { $open }
   *[other] { $settled } outcomes are settled; { $open }
}
look-unread = { $doors ->
    [one] { $doors } door could not be read, so its outcomes are unchanged: look again later.
   *[other] { $doors } doors could not be read, so their outcomes are unchanged: look again later.
}

## Seam's errors and warnings (sentence/notice.rs)

notice-account-disconnected = Seam has lost the site's dormakaba login, so no code can be made.
    .mend = Sign in again to the connected account in Seam's console, then sync.
notice-sites-disconnected = dormakaba has unlinked the site from Seam, so no code can be made.
    .mend = Write to dormakaba support and ask them to link the site to Seam again, then sync.
notice-sites-unapproved = Seam has not finished setting up the site, so no code can be made.
    .mend = Write to Seam support and ask them to approve the site, then sync.
notice-setup-required = The account's set-up at Seam is not finished, so no code can be made.
    .mend = Ask Seam what is missing, then sync.
notice-service-unavailable = dormakaba's service does not answer Seam at the moment.
    .mend = Nothing needs to be done; sync again later.
notice-device-removed = The door was removed from the account.
    .mend = Add it again in the dormakaba portal, then sync. It can come back under a new id, as another door, while the codes recorded here still take their places on the lock.
notice-device-offline = Seam cannot reach the door.
    .mend = An offline lock needs no connection; if codes are refused, ask the installer to check the door in the portal.
notice-unreliable-status = Seam cannot tell whether the door is connected.
    .mend = An offline lock takes its codes without a connection; only if codes do not work, ask the installer to check it.
notice-permissions = The account lacks permission to make codes for this door.
    .mend = Ask Seam which permission the dormakaba login lacks.
notice-subscription = Seam asks for a paid plan before it makes codes for this door.
    .mend = Choose a plan in Seam's console, then sync.
notice-credentials = Seam lacks the door's credentials.
    .mend = Enter them in Seam's console, then sync.
notice-max-codes = The lock holds as many codes as it can.
    .mend = Wait until a code ends; the limits show when the next one does.
notice-zone-unknown = Seam does not know the door's time zone.
    .mend = Ask Seam to set the site's zone: a wrong zone makes codes begin and end at wrong times.
notice-zone-mismatch = Seam has different time zones for the door and its site.
    .mend = Ask Seam which is right: a wrong zone makes codes begin and end at wrong times.
notice-maintenance = Maintenance is announced; codes may take longer meanwhile.
    .mend = Nothing needs to be done; issue in good time.
notice-third-party = Another program makes or changes codes on this door.
    .mend = Check that it does not issue for the same stays: its codes also take places.
notice-no-level = The door has no slot for these times.
    .mend = Sync and preview again; if no slot fits, ask the installer for one.
notice-provider-issue = dormakaba did not accept it; often because no slot of the door has these times.
    .mend = Compare the times with the door's slots and preview again; if a slot has them, ask Seam.
notice-no-space = The lock has no room for another code.
    .mend = Wait until a code ends; the limits show when the next one does.
notice-duplicate = Seam sees a code like this on the door already.
    .mend = Look at the door's codes before you issue another.
notice-failed-to-set = Seam could not set the code.
    .mend = Latchbook keeps asking while it runs. If this continues, write to Seam with the code's id; it counts as a used place.
notice-failed-to-change = Seam was asked to change or remove the code, and could not.
    .mend = Nothing needs to be done: an offline code works on its dates and cannot change.
notice-external-change = The code was changed outside Seam.
    .mend = Compare it in the dormakaba portal, and try the PIN at the door before you send it.
notice-inactive = Seam reports that the code is not active.
    .mend = Try the PIN at the door before you send it; ask Seam.
notice-constraints = The door does not accept a code of this kind.
    .mend = Ask Seam, naming the door.
notice-delay = Seam needs longer than usual.
    .mend = Latchbook keeps asking while it runs; do not send the PIN yet, and do not issue another.
notice-being-deleted = Seam reports that the code is being deleted.
    .mend = An offline lock may still accept the PIN until the code ends; ask who is deleting it.
notice-transferred = Another program has taken over this code at Seam.
    .mend = Ask who manages it; the record here stays.
notice-rotates = The PIN changes from time to time.
    .mend = Read it again shortly before you send it.
notice-widened = Seam widened the times because it does not know the door's zone.
    .mend = Compare the times with what was asked, and ask Seam to set the zone.
notice-unknown-issue = Seam reports an unnamed problem with the code.
    .mend = Try the PIN at the door before you send it; ask Seam, naming the code's id.
notice-code-only = Seam says “{ $code }”.
notice-as-said = Seam says “{ $said }” ({ $code }).
notice-new-mend = If this continues, ask Seam, naming that code.

refusal-nothing-made = Nothing was made.
refusal-key = Seam does not accept the API key.
    .mend = Connect with a valid key, then issue again.
refusal-key-forbidden = The API key lacks permission to make codes.
    .mend = Connect with a key that has it, then issue again.
refusal-no-door = Seam no longer knows the door.
    .mend = Sync to see whether the door is still there.
refusal-wait = Seam asks to wait.
    .mend = Issue again in a minute.
refusal-other = Seam refused the request ({ $status } { $error }).
    .mend = Compare the times with the door's slots and preview again.

## Why Latchbook does not send (sentence/objection.rs)

objection-not-ready = This door cannot issue, so nothing was sent.
objection-no-slot = No slot of this door fits these times, so nothing was sent. A preview shows how far off each is; move the times, or allow rounding by a day.
objection-slot-not-offered = The slot { $slot } is not offered for these times, so nothing was sent. Choose one of the preview's candidates.
objection-slot-changed = The door's slots changed since the preview, so nothing was sent. You saw { $expected }; now it gives { $now }. Preview again.
objection-slot-gone = The door's slots changed since the preview, so nothing was sent. You saw { $expected }; now no slot fits. Preview again.
objection-slot-window = “{ $slot }”, { $window }
objection-over = This stay is already over, so nothing was sent. Choose later dates.
objection-full = The lock is full: { $used } of { $limit } places are taken, so nothing was sent.
objection-full-next = The next place frees on { $at }; issue again then.
objection-full-wait = No place will free up on its own: check your limit for this door, and the codes made elsewhere.
objection-needs-yes = { $risks ->
    [one] Nothing was sent: { $risks } risk needs to be accepted first. Read it, and accept it if you still want the code.
   *[other] Nothing was sent: { $risks } risks need to be accepted first. Read them, and accept them if you still want the code.
}
objection-too-early = { $looks ->
    [one] Not known yet: a code may exist for this stay ({ $looks } complete look so far). Another attempt may be chosen after six looks over a quarter of an hour; until then Latchbook keeps looking while it runs.
   *[other] Not known yet: a code may exist for this stay ({ $looks } complete looks so far). Another attempt may be chosen after six looks over a quarter of an hour; until then Latchbook keeps looking while it runs.
}
objection-elsewhere = Another computer has issued a code for this stay (at Seam: { $code }), so nothing was sent. Use that code; its PIN is in Seam's console.
objection-too-many = This stay has had 99 attempts, so nothing was sent. Ask Seam what is wrong with the door, or issue with another key for the stay.

## What a code will be (sentence/preview.rs)

preview-chosen = The lock will open from { $window }, by the slot “{ $slot }”.
preview-existing = This stay is no. { $number } of the record: issuing it again makes no second code. { $state }
preview-objection = Issued now, nothing would be sent. { $why }
preview-risk = Issuing it needs your yes. { $risk }
preview-nothing = Nothing fits. Move the stay's times and preview again.
candidate-exact = Matches your times exactly.
candidate-covered = Opens { $opens }, closes { $closes }.
candidate-uncovered = Opens { $opens }, closes { $closes }. The guest loses { $missing } in all.
off-none = on time
off-later = { $by } late
off-earlier = { $by } early
why-not-offset = Its times carry an offset that the door's zone does not have that year. Ask Seam to give the slot a zone.
why-not-too-long = The code would last longer than 31 days. Shorten the stay, or split it in two.
why-not-reversed = The code would end before it begins. Ask for a longer stay, or for another slot.
why-not-far = Opens { $entry }, closes { $exit } (limit { $allowed }).
why-not-far-off = More than { $allowed } off.
none-no-slots = This door has no slots, so no code can be made. Ask the installer to set up guest slots; Seam sees them about 30 minutes later, then sync.
none-no-usable-slot = None of this door's slots can serve a stay. Ask the installer for a guest slot; Seam sees it about 30 minutes later, then sync.
none-too-long = A code lasts at most 31 days. Shorten the stay, or split it in two.
none-too-long-but = A code lasts at most 31 days. The longest from this arrival is { $window } (“{ $slot }”): issue that, and a second code for the rest.
none-fits = No slot is within { $allowed } of both times.
none-nearest = The nearest, “{ $slot }”, opens { $entry } and closes { $exit }.
none-ways = You can { $ways }.
way-ask = ask for { $window } (“{ $slot }”)
way-by-day = allow rounding by a day
way-installer = ask the installer for a slot with these times
way-or = { $ways }, or { $way }
note-tables-disagree = Issuing needs your yes.
note-zones-disagree = Seam lists different time zones for this door: { $zones }. Ask Seam which is right.
note-full = Every place on this lock is taken: no code can be made until one ends.
note-scarce = { $left ->
    [one] { $left } place is left on this lock: issuing needs your yes.
   *[other] { $left } places are left on this lock: issuing needs your yes.
}
note-gone = Seam no longer lists this door: no code can be made. Sync to see whether it is back.
note-over = It would end on { $at }, which is in the past: no code will be made.
note-by-day = Rounded by more than an hour. Check that the hours given are not another guest's.
note-biweekly = A biweekly slot: it is only offered because no ordinary slot fits better. Ask the installer if in doubt.
note-offset-only = The slot's times carry an offset and no zone; the door's zone is used. Ask Seam to give the slot a zone.
note-gap-in = At check-in the clock jumps over { $civil }: it will be { $real }. Tell the guest.
note-gap-out = At check-out the clock jumps over { $civil }: it will be { $real }. Tell the guest.
note-fold-in = At check-in the clock shows { $civil } twice: the earlier counts ({ $sent }). Tell the guest.
note-fold-out = At check-out the clock shows { $civil } twice: the earlier counts ({ $sent }). Tell the guest.

## Disagreeing zone tables (sentence/zone.rs)

zone-disagree = Zone tables disagree by { $apart } on { $civil }: { $opinions }. The first is used.
zone-opinion = { $offset } by { $source } ({ $version })
zone-bundled = Latchbook's own tables
zone-system = this computer's tables
zone-second = a second opinion

## The record (sentence/record.rs)

record-codes = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
record-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
record-sound = All good: { $codes } and { $events }, unchanged.
record-problems = { $problems ->
    [one] The record is damaged: { $problems } problem in { $codes }, { $events }. Its file stays as it is. Issue nothing from it, and restore a backup: that sets the damaged file aside and keeps it.
   *[other] The record is damaged: { $problems } problems in { $codes }, { $events }. Its file stays as it is. Issue nothing from it, and restore a backup: that sets the damaged file aside and keeps it.
}
record-mendable = The codes are unchanged ({ $codes }, { $events }), but the copy of Seam's data about doors is damaged. Sync now to repair it. Then verify once more: make a backup if the record is sound, because a failing disk will damage files again; restore one if it is not.
record-backed-up = Copied to { $path }, opened again and found sound: { $codes }, { $events }. It holds PINs; keep it where only you can read it.
record-restored = Restored: { $codes }, { $events }.
record-restored-before = The record before it is kept as { $path }.
record-restored-sync = Sync now: codes made since the backup are at Seam and still take places.
record-not-taken-pin = The code is made, but it could not be recorded. Write down the PIN and the code's id now; do not issue another. { $why } Then check with Seam (`latchbook look`): the code will be found.
record-not-taken-id = The code is made, but it could not be recorded. Write down the code's id now; do not issue another. { $why } Then check with Seam (`latchbook look`): the code will be found.
record-not-taken-none = No code was made, but that answer could not be recorded. { $why } Then check with Seam (`latchbook look`), and issue again.
record-not-taken-unknown = Not known: a code may exist, and that answer could not be recorded. { $why } Then check with Seam (`latchbook look`); do not issue another.

problem-pages = the pages of the file do not fit together: { $what }
problem-schema = the record's schema is not this version's
problem-rows = { $rows ->
    [one] { $rows } row of table { $table } was changed after it was written
   *[other] { $rows } rows of table { $table } were changed after they were written
}
problem-chain = event { $event } does not follow from the one before it
problem-missing-event = event { $event } is missing
problem-intent = intent { $intent } is not the one that was recorded
problem-code = code { $intent } does not agree with its events
problem-dangling = a row of table { $table } refers to nothing
problem-search = the search index does not agree with the record
problem-unreadable = { $what } cannot be read

## What must be accepted first (sentence/risk.rs)

risk-offline-unknown = Seam does not report whether this door can make offline codes. Ask Seam, or accept and try this code at the door.
risk-scarce = { $left ->
    [one] Only { $left } place is left on this lock, and a code can never be revoked. This stay is worth one.
   *[other] Only { $left } places are left on this lock, and a code can never be revoked. This stay is worth one.
}
risk-same-slot = { $whose } has a code for this slot, { $window }. A new one may lock that guest out. I no longer need the earlier code.
risk-same-slot-label = “{ $label }”
risk-same-slot-elsewhere = Another guest (code made elsewhere)
risk-from = { $from } to an unknown end
risk-to = an unknown start to { $to }
risk-unknown = from an unknown start to an unknown end
risk-name-offline-unknown = offline codes not confirmed
risk-name-scarce = few places left
risk-name-same-slot = another code of the same slot
risk-name-overlap = another code at that time
risk-name-tables = zone tables that disagree
risk-name-stay-changed = a second code for a stay that changed
risk-name-failed = an earlier code that failed
risk-name-gone = an earlier code that vanished
risk-name-perhaps-same-lock = a code at a door that may be the same lock
risk-name-perhaps-full = a lock that may be full already
risk-name-shift = other times than asked
risk-name-soon = a start soon
risk-name-last-fifth = the last fifth of the places
risk-overlap = “{ $label }” has a code for this door at that time, { $window }. This is another stay, and it needs its own code.
risk-tables-disagree = Zone tables disagree by { $apart } about this stay: { $opinions }. The first is used, so the code may work { $apart } early or late. I have checked the lock's own clock.
risk-stay-changed = This stay already has a code for other times: { $code }, { $window }. It cannot change and stays valid. Accept to make a second one, and tell the guest which to use.
risk-failed-before = An earlier code for this stay ({ $code }) was made but could not be set; it may still take a place on the lock, or even work. Accept to make another.
risk-gone-before = An earlier code for this stay ({ $code }) vanished from Seam and may still work at the door. Try it there first; accept to make another.
risk-perhaps-same-lock = { $door }, which is gone, may be this lock under an earlier id. It has the code { $code } for { $window }. First confirm whether it is the same lock. Accept only if the guest needs another code.
risk-perhaps-full = { $door }, which is gone, may be this lock under an earlier id. With its codes { $used } of { $limit } places are taken, and another may be lost. First confirm whether it is the same lock; accept to make a code anyway.

## Why a slot can serve no stay (sentence/slot.rs)

slots-none = This door has no slots, so no code can be made. Ask the installer to set up guest slots; Seam sees them about 30 minutes later, then sync.
slots-none-usable = None of this door's slots can serve a stay, so no code can be made. Ask the installer for a guest slot; Seam sees it about 30 minutes later, then sync.
slot-master = Master slot: not available through Seam.
slot-one-shot = One-time slot: not available through Seam.
slot-check-in = Its check-in time cannot be used: { $why }. Ask Seam to fix it.
slot-check-out = Its check-out time cannot be used: { $why }. Ask Seam to fix it.
slot-unknown-zone = Its times name the zone “{ $zone }”, which no zone table knows. Ask Seam to fix it.
slot-duplicate = Another slot of this door has the same id. Ask Seam to fix it.
slot-time-missing = it is missing
slot-time-long = it is longer than any time of day
slot-time-clock = it is not written as HH:MM or HH:MM:SS
slot-time-offset = its offset is not written as Z or ±HH:MM
slot-time-far-offset = its offset is more than 14 hours from UTC
slot-time-zone = its zone is not written as [Area/City]

## How far issuing has come (sentence/stage.rs)

stage-reading = Reading the door and its codes at Seam
stage-recorded = Recorded as { $marker }; nothing has been sent yet
stage-waiting = Waiting { $seconds } s: Seam makes at most 10 codes a minute for a door
stage-sending = Asking Seam for one code
stage-answered = Seam's answer is recorded: { $state }
stage-asking = Asking Seam again ({ $asked }): { $state } so far
short-not-sent = not sent
short-not-known = not known
short-refused = refused
short-accepted = accepted
short-setting = setting
short-set = ready
short-failed = failed
short-gone = gone
short-ended = ended

## What a sync brought (sentence/sync.rs)

sync-second-codes = { $stays ->
    [one] { $stays } stay has a second code at Seam: both work. Open it to see the other's id.
   *[other] { $stays } stays have a second code at Seam: both work. Open them to see the other's id.
}
sync-of-other-records = { $codes ->
    [one] { $codes } code was made by Latchbook, but not by this record: on another computer, or after the backup that was restored. It counts as made elsewhere; issuing for the same stay adopts it.
   *[other] { $codes } codes were made by Latchbook, but not by this record: on another computer, or after the backup that was restored. They count as made elsewhere; issuing for the same stays adopts them.
}
sync-lost-slots = Slots of future codes changed: { $codes }. Those codes stay as made; check their times with the installer.
sync-lost-slot = “{ $label }” ({ $slot })
sync-no-doors = Seam has no Oracode door in this workspace. Check in Seam's console that the site's dormakaba account is connected there, and that the key belongs to that workspace; then sync again.
sync-unmanaged-doors = Seam only watches { $doors } and makes no codes there. To issue for a door, find it in Seam's console among the unmanaged devices and switch it to managed, then sync again.
sync-managed-again = Seam manages { $doors } again: codes can be made there.
sync-gone-doors = No longer at Seam: { $doors }. The record keeps its data about them.
sync-unread = Not read completely: { $doors }. They keep what they had; sync again.
sync-found = { $codes ->
    [one] { $codes } code that was not known was found at Seam.
   *[other] { $codes } codes that were not known were found at Seam.
}
sync-mended = { $rows ->
    [one] { $rows } damaged row of the record's copy of Seam's data was repaired. No code is affected. Make a backup: a failing disk will damage files again.
   *[other] { $rows } damaged rows of the record's copy of Seam's data were repaired. No code is affected. Make a backup: a failing disk will damage files again.
}
sync-slots-changed = Slots changed at { $doors }. Preview stays there again.
sync-clock-behind = This computer's clock is { $by } behind Seam's. Set the clock right, then sync.
sync-clock-ahead = This computer's clock is { $by } ahead of Seam's. Set the clock right, then sync.

## A stay while it is filled in (sentence/draft.rs)

draft-no-date = “{ $text }” is not a date. Choose one, or write it as 2026-12-03.
draft-no-time = “{ $text }” is not a time. Try 16:00 or 4 pm.
caution-shift = The times differ from yours. That is fine for this guest.
caution-soon = Check-in is at { $at }, in less than half an hour. Seam may need longer to set the code.
caution-begun = Check-in has passed. The code will work once Seam has set it, possibly in 30 minutes or more.
caution-last-fifth = { $left ->
    [one] Only { $left } of { $limit } places is left on this lock. A code can never be revoked.
   *[other] Only { $left } of { $limit } places are left on this lock. A code can never be revoked.
}
shift-in-later = The guest gets in { $by } later than asked.
shift-in-earlier = The guest gets in { $by } earlier than asked.
shift-out-later = The code works { $by } longer than asked.
shift-out-earlier = The code ends { $by } earlier than asked.
aspect-length = { $length } (up to 31 days allowed).
aspect-tables = All zone tables agree.
aspect-no-overlap = No overlap with another code.
aspect-overlap = { $codes ->
    [one] Overlaps with { $codes } other code.
   *[other] Overlaps with { $codes } other codes.
}
aspect-no-shift = Within 15 minutes of your times.
aspect-gap = The clock is put forward and jumps over one of its ends: that end is the moment after the jump.
aspect-fold = The clock is put back and shows one of its ends twice: that end is the first of the two.

## Today (sentence/today.rs)

clock-ahead = { $place } time, { $by } ahead
clock-behind = { $place } time, { $by } behind
capacity-lasts = At the pace of the last 90 days it is full around { $date }.
guest-no-code = This stay from { $at } has no code yet.
need-no-code = Arrives { $at }. No code yet.
need-no-code-late = Was due { $at }, without a code. Issue one, or remove the stay.
need-second-code = { $codes ->
    [one] Seam has { $codes } further code for this stay. Any of them that became ready works and takes a place. Open it to see the other's id.
   *[other] Seam has { $codes } further codes for this stay. Any of them that became ready works and takes a place. Open it to see their ids.
}
need-not-issued = The stay still has no code.
perhaps-same-name = The door “{ $gone }” left Seam on { $since }. “{ $door }” is there now under a new id, with the same site and name. Is it the same lock?
perhaps-same-id = The door “{ $gone }” left Seam on { $since }. “{ $door }” is there now under a new id, and Oracode has the same door id for both. Is it the same lock?
perhaps-same-codes = The door “{ $gone }” left Seam on { $since }. Seam now lists codes that were made for it at “{ $door }”. Is it the same lock?
door-known-as = You confirmed that this lock is now { $door }. Its codes, stays and notes are shown there.
need-door = A stay that you recorded will begin here, and this door cannot issue.

## The record compared with Seam (sentence/compare.rs)

compare-alike = { $codes ->
    [one] Everything matches: { $codes } code at { $at }.
   *[other] Everything matches: { $codes } codes at { $at }.
}
compare-doors = { $doors ->
    [one] { $doors } door
   *[other] { $doors } doors
}
compare-unread = What could be read agrees (codes compared: { $codes }). Doors or codes that could not be read: { $unread }; compare again later.
compare-differs = { $doors ->
    [one] The record and Seam differ at { $doors } door. Nothing was changed; a sync updates the record from Seam.
   *[other] The record and Seam differ at { $doors } doors. Nothing was changed; a sync updates the record from Seam.
}
compare-starts = In the record it works from { $record }, at Seam from { $seam }.
compare-ends = In the record it works until { $record }, at Seam until { $seam }.
compare-slot = In the record its slot is “{ $record }”, at Seam “{ $seam }”.
compare-pin-there = Seam has its PIN, and the record does not have it yet. Sync.
compare-state = In the record: { $record }; at Seam: { $seam }. Sync.

## Messages to others (sentence/wish.rs)

wish-subject-installer = { $doors ->
    [one] dormakaba Oracode: please set up { $doors } door
   *[other] dormakaba Oracode: please set up { $doors } doors
}
wish-subject-seam = { $doors ->
    [one] dormakaba Oracode: please look at { $doors } device
   *[other] dormakaba Oracode: please look at { $doors } devices
}
wish-subject-dormakaba = { $doors ->
    [one] Oracode: { $doors } door cannot issue codes
   *[other] Oracode: { $doors } doors cannot issue codes
}
wish-opening-installer = Hello, I issue the guests' codes for these Oracode locks through Seam. Could you please set up the following? Since every lock has to be reprogrammed, here is everything in one list.
wish-opening-seam = Hello, I issue offline access codes for these Oracode locks through your API. Could you please look at the following?
wish-opening-dormakaba = Hello, I issue codes for these Oracode locks through Seam, and the following prevents it. Could you please look at it?
wish-door-seam = { $door } (device_id { $id })
wish-door-site = { $door } ({ $site })
wish-closing-installer = Please tell me when it is done. I see the change about 30 minutes later and then try a code at each door. Thank you.
wish-closing = Please tell me when it is done. Thank you.
wish-no-slots = Please set up guest levels (user levels), one of them for 24 hours from 12:00 to 12:00. The door has none.
wish-no-usable-slot = Please set up a guest level (user level) that is neither master nor one-shot. The door has no other.
wish-slot-for-stay = Please add a guest level (user level) with check-in at { $entry } and check-out at { $exit }. No level of the door serves a stay with these times.
wish-24-hour-slot = Please add a guest level (user level) of 24 hours, from 12:00 to 12:00.
wish-offline = Please switch on offline access codes for it (can_program_offline_access_codes).
wish-zone-missing = Please set the time zone of its site: no zone is given.
wish-zone-unknown = Please correct the time zone of its site: “{ $zone }” is not an IANA zone.
wish-zones-disagree = Please correct its time zone: your answers name several ({ $zones }).
wish-unusable-slots = Please look at these user levels: their check-in or check-out times cannot be read ({ $names }).
wish-frames-differ = Please look at its times: predefined_time_slots and the offline time frames differ.
wish-said = Seam reports: { $said }

## What the whole program needs (sentence/readiness.rs)

app-key = There is an API key.
app-key-absent = There is no API key, so nothing can be read from Seam or issued.
    .mend = Give the key of your workspace in Settings.
app-key-unread = The API key cannot be read from the keychain.
    .mend = See below; until then nothing can be read from Seam or issued.
app-keychain = The key is kept in this system's keychain.
app-keychain-empty = The keychain has no Latchbook key.
app-keychain-unused = The key comes from the environment; the keychain is not needed.
app-keychain-session = The key is kept for this session only.
    .mend = Give it again after the next start, or set up a keychain and connect again.
app-keychain-locked = The keychain is locked.
    .mend = Unlock it, then try again.
app-keychain-none = The keychain of this system does not answer.
    .mend = Start the system's keychain, or use the key for this session only.
app-clock = This computer's clock agrees with Seam's.
app-clock-unheard = This computer's clock has not been compared with Seam's yet.
    .mend = Sync.
app-clock-behind = At the last sync this computer's clock was { $by } behind Seam's.
    .mend = Set the clock right and sync. Until then the dates shown may be wrong, and a code counts as ended only when both clocks agree.
app-clock-ahead = At the last sync this computer's clock was { $by } ahead of Seam's.
    .mend = Set the clock right and sync. Until then the dates shown may be wrong, and a code counts as ended only when both clocks agree.
app-sync = Synced { $ago } ago.
app-sync-now = Synced just now.
app-sync-never = Seam has never been read completely.
    .mend = Sync before you issue.
app-sync-ahead = By this computer's clock the last sync is in the future: the clock was set back.
    .mend = Check the clock, then sync.
app-sync-old = Everything was last read from Seam { $ago } ago.
    .mend = Sync; slots and codes may have changed since.
app-tables = Zone tables in use: { $version }. All tables agree on every door's clock for the coming year.
app-tables-disagree = { $doors ->
    [one] Zone tables in use: { $version }. Others disagree on the clock of { $doors } door.
   *[other] Zone tables in use: { $version }. Others disagree on the clocks of { $doors } doors.
}
    .mend = Keep Latchbook and the system up to date, and check those locks' own clocks. You will see both times and confirm before issuing.
app-record = The record is sound: no event is missing or changed.
app-record-unsound = The record is not sound: { $problem }.
    .mend = Issuing is blocked until then. Restore a backup in Settings; the damaged record is set aside, not deleted.

## The key, the keychain and the address of Seam (sentence/start.rs)

key-empty = No key was given.
key-personal-token = That is a personal access token (seam_at…); Latchbook needs an API key of the workspace.
key-session-token = That is a client session token (seam_cst…); Latchbook needs an API key of the workspace.
key-publishable = That is a publishable key (seam_pk…); Latchbook needs an API key of the workspace.
key-console-session = That is a console session token; Latchbook needs an API key of the workspace.
key-not-a-key = That is not a Seam API key: one starts with “seam_” and is a single word.
keychain-no-service = No keychain service is running. On Linux, log in to a desktop session, or install and start gnome-keyring or KWallet; without one, give the key for this run only in SEAM_API_KEY.
keychain-no-keychain = The keychain service runs but has no keychain yet. Create one (in Passwords and Keys: New, Password Keyring, named Login, set as default) and try again; until then, give the key for this run only in SEAM_API_KEY.
keychain-locked = Your keychain is locked. Unlock it (Passwords and Keys, Keychain Access or KWallet) and try again.
keychain-denied = Access to the keychain was denied: its prompt was dismissed, or could not be shown. Try again and allow it, or unlock the keychain first.
keychain-timed-out = The keychain did not answer in time. A prompt may be waiting behind another window: answer it, or unlock the keychain, and try again.
keychain-ambiguous = The keychain holds more than one entry for Latchbook and it is unclear which is right. Run `latchbook connect --forget` to remove them all, then connect again.
keychain-too-long = This key is too long to be stored on every system. Check what was pasted.
keychain-garbled = Latchbook's entry in the keychain is not an API key. Run `latchbook connect --forget` to remove it, then connect again.
keychain-not-kept = The keychain accepted the key but did not return it, so the key is not safe there. Check that the keychain stores its entries and connect again.
keychain-crashed = The program's own call to the keychain ended without an answer. Try again; if this continues, report it.
keychain-other = The keychain failed. Try again; if this continues, unlock or repair the keychain.
endpoint-empty = The address is empty. Leave it out to use Seam, or give one such as https://connect.getseam.com.
endpoint-not-an-address = That is not an address such as https://connect.getseam.com.
endpoint-unencrypted = The address must start with https:// (http:// is only for the simulator on this machine).
endpoint-credentials = The address must not contain a name or password.
endpoint-query = The address must not contain “?” or “#”.

## How bad it is, and who fixes it (view/words.rs)

level-pass = OK
level-warn = warning
level-fail = blocked
who-host = you
who-installer = installer
who-seam = Seam
who-dormakaba = dormakaba
