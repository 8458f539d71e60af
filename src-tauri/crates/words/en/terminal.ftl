# What only the terminal says, in English, from which the other languages are translated.
# docs/words.md says how a sentence is added, which words are used, and how a language is added.

## What only the command line says (cli)

cli-no-key = There is no Seam API key yet. Run `latchbook connect`, or set SEAM_API_KEY for this run only.
cli-clock-out-of-range = This computer's clock shows a year before 1970 or after 9999. Set it right and try again.
cli-no-folder = This account has no home folder, so there is no default folder for the record. Name one with --data-dir.
cli-relative-folder = { $variable } is “{ $said }”, which is not an absolute path, so it is unclear which folder is meant. Set it to a path from the root, or use --data-dir.
cli-not-exported = The codes cannot be written: { $error }.
cli-saved = { $codes ->
    [one] One code is saved in { $path }.
   *[other] { $codes } codes are saved in { $path }.
}
cli-workbook-to-stdout = A workbook cannot be written to stdout. Name a file: --xlsx codes.xlsx.
cli-no-webhook-secret = Set { $variable } to the secret of the webhook (whsec_…): Seam Console, Developer, Webhooks. Without it Seam's events cannot be verified.
cli-bad-webhook-secret = { $variable } is not a webhook secret; one begins with whsec_.
cli-listening = Listening at { $url } for Seam's webhooks. Ctrl-C ends it.
cli-cannot-listen = Cannot listen there: { $error }. Choose another port with --port.
cli-key-unread = The key could not be read: { $error }.
cli-type-key = Your Seam API key: Seam Console, Developer, API Keys. It is not shown while you type or paste it.
cli-key-given = SEAM_API_KEY is set: while it is, its key is used instead of the keychain's.
cli-key-given-suffices = SEAM_API_KEY is set: its key is used without a keychain, and there is nothing to connect. Continue with `latchbook sync`.
cli-sync-next = Next, run `latchbook sync`.
cli-key-kept-macos = The key is kept in your login keychain (Keychain Access shows it as org.latchbook.desktop), nowhere else.
cli-key-kept-windows = The key is kept in the Windows Credential Manager (as org.latchbook.desktop), nowhere else.
cli-key-kept-linux = The key is kept in your desktop's keychain (Passwords and Keys shows it as org.latchbook.desktop), nowhere else.
cli-damaged = The record is damaged. This is what can still be read of it, unchecked. Issue nothing; run `latchbook verify` to see what is damaged, and restore a backup: that sets the damaged file aside and keeps it.
cli-damaged-unread = { $codes ->
    [one] The record is damaged. One code cannot be read. This is what can still be read of it, unchecked. Issue nothing; run `latchbook verify` to see what is damaged, and restore a backup: that sets the damaged file aside and keeps it.
   *[other] The record is damaged. { $codes } codes cannot be read. This is what can still be read of it, unchecked. Issue nothing; run `latchbook verify` to see what is damaged, and restore a backup: that sets the damaged file aside and keeps it.
}
cli-damaged-no-backup = The record is damaged, so no backup was made of it. Run `latchbook verify` to see what is damaged, and restore an earlier backup.
cli-unwritten = The answer could not be written to stdout.
cli-pin-unread = The PIN could not be shown: the output was closed. The code is in the record: `latchbook code { $number } --show-pins` shows it.
cli-file-is-folder = { $path } is a folder. Name a file that does not exist yet.
cli-file-unwritten = { $path } cannot be written: { $error }. Choose another folder.
cli-no-such-folder = The folder { $path } does not exist. Make it first, or name another.
cli-no-such-file = The file { $path } does not exist.
cli-time-without-door = A time without an offset is on the clock of a door: add --door, or write the time as 2026-12-03T21:00Z.
cli-stopped-under-way = Stopped while the request was under way: a code may exist. Nothing is sent again automatically; run `latchbook look` to find out, and do not issue another meanwhile.
cli-stopped = Stopped before anything was sent. The next start settles the intent; it is safe to issue again.
cli-not-another = Nothing was sent. The first attempt stays not known.
cli-write-down = The answer could not be recorded. Write down the details above.
cli-nothing-sent = Nothing was sent.
cli-add-yes = Add --yes to accept.
cli-followed-no-further = Following it ended early: { $why }
cli-another-window = Another window is issuing for this stay right now. Do not issue another; check again in a minute.
cli-waiting-ended = Waiting ended. A later look or sync confirms the code.
cli-ask-yes = Issue the code anyway? [y/N]
cli-ask-another = Type “another” to make another code:
cli-no-demo-folder = No folder can be made in { $path }.
cli-demo-no-code = The demo's door did not give its code.
cli-manual-written = { $pages ->
    [one] Wrote { $pages } page to { $path }.
   *[other] Wrote { $pages } pages to { $path }.
}
cli-manual-unwritten = The manual cannot be written there: { $error }.
cli-manual-is-text = The manual is a page for `man`
cli-completions-are-text = Completions are a script for the shell
cli-never-json = { $what }, and is not available as JSON. Drop --json.
cli-no-doors = No doors yet. Run `latchbook sync` to read them from Seam.
cli-no-doors-at-seam = Seam had no Oracode door in this workspace at the last sync. Check in Seam's console that the site's dormakaba account is connected there, and that the key belongs to that workspace; then sync again.
cli-no-codes = No codes here. Those made elsewhere are counted by `latchbook limits`.

## Headings, labels and the demo of the command line (cli/src/show)

column-number = NO.
column-door = DOOR
column-from = FROM (LOCK TIME)
column-to = TO
column-state = STATE
column-pin = PIN
column-label = LABEL
column-zone = LOCK'S ZONE
column-slots = SLOTS
column-codes = CODES
column-read = READ
column-to-know = TO KNOW
column-taken = TAKEN
column-here = HERE
column-in-flight = IN FLIGHT
column-elsewhere = ELSEWHERE
column-limit-by = LIMIT BY
column-next-free = NEXT FREE (LOCK TIME)
column-slot = SLOT
column-opens = OPENS
column-closes = CLOSES
column-missing = MISSING
column-extra = EXTRA
column-id = ID
column-check-in = CHECK-IN
column-check-out = CHECK-OUT
column-kind = KIND
column-use = USE
show-ready-of = { $ready } of { $doors } doors are ready.
show-tables = Zone tables in use: { $version }.
show-ready = ready
show-not-ready = not ready
level-short-pass = pass
level-short-warn = warn
level-short-fail = fail
show-again = This stay already had its code; no other was made.
show-title = { $door }: { $from } to { $to }, lock time ({ $zone })
show-not-confirmed = not confirmed
show-seam-says = Reported by Seam
show-seam-said = Seam says: “{ $said }”
fact-state = State
fact-slot = Slot
fact-label = Label
fact-stay-key = Stay key
fact-rounding = Rounding
fact-at-seam = At Seam
fact-second-codes = Second codes
fact-door = Door
fact-tables = Zone tables
fact-record = In the record
show-number = no. { $number }, { $marker }
fact-stay = Stay
show-from-to = { $from } to { $to }
show-not-as-promised = Not as promised
show-history = History (UTC)
show-more = More: --after { $next }
show-count = { $shown } of { $codes } codes.
cli-damaged-doors = { $doors ->
    [one] { $doors } door is not shown: the record's copy of Seam's data about it is damaged. Sync to repair it.
   *[other] { $doors } doors are not shown: the record's copy of Seam's data about them is damaged. Sync to repair it.
}
show-doors-hint = SLOTS: usable of those the door has. CODES: places taken of those the lock has. More on each door: latchbook audit, latchbook slots DOOR
show-one-lock = Perhaps the same lock
show-perhaps-same = { $question } If it is: { $command }. If not: { $command } --no
show-not-known = not known
show-never = never
show-gone = gone from Seam
show-unmanaged = only watched by Seam
show-full = full
show-to-accept = To accept first
fact-marker = Marker
fact-window = Window
show-write-down = Write this down.
show-limits-hint = Your own figure for a door: latchbook limits DOOR --set N
show-limits-unlisted = { $door }: Seam no longer lists these codes, which were made elsewhere and have no end: { $codes }. If one is gone from the lock: latchbook limits DOOR --put-away ID
limit-by-seam = Seam
limit-by-host = you
limit-by-nobody = not known
show-to-know = To know
show-tables-disagree = Zone tables disagree
show-places-taken = Places taken: { $places }. Nothing was sent.
show-fits = Fits.
show-fits-not = Does not fit.
show-clock-change = (clock change)
show-refused = Slots that do not fit
show-slots-zone = lock time, { $zone }
show-slots-no-zone = its time zone is not known
kind-24-hours = 24 hours
kind-biweekly = biweekly
kind-one-shot = one-shot
kind-master = master
show-usable = yes
show-not-usable = no: { $why }
show-doors = { $doors ->
    [one] { $doors } door
   *[other] { $doors } doors
}
show-doors-new = { $doors ->
    [one] { $doors } door ({ $new } new)
   *[other] { $doors } doors ({ $new } new)
}
show-read = Read { $doors } and { $codes }.
show-next-audit = Next: latchbook audit
show-not-read = Not read
show-probable = Probably this one
show-probable-code = { $name }, made { $made }. If it is: { $command }
show-unnamed = without a name
show-sound = sound
show-damaged = damaged
show-found = Problems found
show-simulated = { $doors } simulated doors at { $url }
show-simulated-names = { $names }. They run only on this computer and reach no lock.
show-simulated-more = { $names } and { $more } more. They run only on this computer and reach no lock.
show-other-terminal = In another terminal:
show-ctrl-c = Ctrl-C ends it.
time-just-now = just now
time-minutes-ago = { $minutes } min ago
time-hours-ago = { $hours } h ago
time-days-ago = { $days } d ago
demo-title = Latchbook in one go
demo-opening = Simulated doors, running on this computer only. Nothing leaves it, no lock can be reached, and the record is removed at the end. All times are the lock's own.
demo-read = Read the doors
demo-doors = { $doors } doors in several time zones, and { $codes } codes that were made elsewhere.
demo-portal = From Oracode's Homeowner's Portal: { $doors }.
demo-ready = { $ready } of { $doors } are ready. What is missing at the others, and who can fix it:
demo-audit = Is every door ready?
demo-asked = A guest comes { $from } and leaves { $to }.
demo-others = { $slots } other slots of this door do not fit. Nothing was sent.
demo-preview = What would a code be?
demo-issue = Issue exactly one
demo-at-once = at once
demo-a-minute-later = a minute later
demo-two-minutes-later = two minutes later
column-when = WHEN
column-at-seam = AT SEAM
column-shown-here = HERE
demo-again = Asked for the same stay again, Latchbook makes no second code: it returns no. { $number }.
demo-cut = Another stay, a week later. This time the connection breaks after Seam has made the code, before its answer is here.
demo-found = Found at Seam by its marker { $marker }. { $then }
demo-counted = Codes made for this stay, as counted by the simulator: { $creates }
demo-lost = If the answer gets lost
demo-record = The record
demo-masked = PINs are masked unless you ask for them.
demo-next-simulate = try simulated doors yourself
demo-next-connect = enter your Seam API key
demo-next-sync = read your own doors
demo-next-help = everything else
demo-now-you = Now you
cli-reading = Reading accounts and doors
