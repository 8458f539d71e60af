# What stands on paper for the host: the ledger, the readiness. English, from which the other languages are translated.
# docs/words.md says how a language is added.

## Every page

paper-printed = printed { $at }, { $zone } (UTC{ $offset })
paper-demo = DEMO: simulated doors, nothing here is real
paper-page = Page { $page } of { $pages }

## The ledger

paper-ledger = Record of codes
paper-ledger-number = No.
paper-ledger-door = Door
paper-ledger-label = Label
paper-ledger-from = From (lock time)
paper-ledger-until = Until (lock time)
paper-ledger-slot = Slot
paper-ledger-state = State
paper-ledger-pin = PIN
paper-ledger-made = Asked for (UTC)
paper-ledger-differs = { $state } · differs
paper-ledger-second = { $state } · two codes
paper-ledger-count = { $codes ->
    [0] no codes
    [one] { $codes } code
   *[other] { $codes } codes
}
paper-ledger-first = the first { $shown } of { $codes } codes
paper-ledger-zones = Lock time is the local time at the door. Time zones: { $zones }.
paper-ledger-many-zones = Lock time is the local time at the door. Each door has its own time zone.

## The readiness

paper-readiness = Readiness
paper-readiness-door = Door
paper-readiness-ready = Ready
paper-readiness-fail = Blocked
paper-readiness-warn = Warning
paper-readiness-who = Who fixes it
paper-ready = ready
paper-not-ready = not ready
paper-no-doors = No doors yet.
paper-app = Account and this computer
paper-test = test
paper-ready-of = { $ready } of { $doors } doors ready
paper-to-host = To do yourself
paper-to-installer = To the installer
paper-to-seam = To Seam
paper-to-dormakaba = To dormakaba
paper-test-untried = test code not tried yet
paper-test-worked = the test code opened the door
paper-test-failed = the test code did not open the door
