# What the window's program says itself, in English, from which the other languages are translated.
# docs/words.md says how a sentence is added. In menus & comes before the letter of the keyboard.

## Errors of the window

shell-no-key = There is no Seam API key. Give one in Settings, under Account.
shell-clock-out-of-range = This computer's clock shows a year before 1970 or after 9999. Set it right and try again.
shell-nothing-open = Connect with your Seam API key, or look around with simulated doors.
shell-stopped = Stopped. What was read until then is kept.
shell-under-way = This is under way already.
shell-still-sending = A request to Seam is still under way. Try again when it has ended.
shell-demo-year-ahead = The demo clock moves at most a year ahead.
shell-demo-only-forward = The demo clock only moves forward.
shell-demo-folder = The demo's folder cannot be cleared: { $error }.
shell-concealed = PINs are concealed. Switch that off in the View menu to see one.
shell-no-pin = The code is not set yet, so there is no PIN to hand out.
shell-no-file = This file is not there: { $path }
shell-not-in-demo = A backup takes the place of your own record. Leave the demo first.
shell-write-down-first = A code that could not be recorded must be written down. Dismiss it first.
shell-no-update = There is no newer version to install. Check for one first.
shell-update-later = A code is still being made. Install the new version when it is ready.
shell-update-unsigned = The download is not signed with the key of Latchbook's releases. It was discarded; you keep this version.
shell-update-no-answer = The update server does not answer. Check the connection and try again.
shell-update-no-list = The answer is not a list of releases. Try again later, or download the new version by hand.
shell-update-not-for-this = The newest release has no package for this kind of computer. Download it by hand if there is one.
shell-update-not-installed = The new version could not be installed; you keep this one. Try again, or install it by hand.
shell-unknown-placeholder = The message's template has a placeholder that is unknown: { $name }
shell-unknown-language = There is no message in this language: { $tag }

## Titles of dialogs

shell-save-backup = Back up the record
shell-open-backup = Restore a backup
shell-save-codes = Export codes
shell-save-card = Save guest card
shell-save-readiness = Save readiness report

## The tray

tray-show = Show Latchbook
tray-issue = Issue a code…
tray-sync = Sync now
tray-quit = Quit

## The menus

menu-issue = &Issue a code…
menu-sync = &Sync now
menu-settings = Se&ttings…
menu-undo = &Undo
menu-search = &Find in ledger…
menu-palette = &Commands…
menu-page-1 = &Today
menu-page-3 = &Doors
menu-page-4 = &Ledger
menu-page-5 = &Readiness
menu-zoom-in = &Zoom in
menu-zoom-out = Zoom &out
menu-zoom-reset = &Actual size
menu-full-screen = &Full screen
menu-conceal = &Conceal PINs
menu-shortcuts = &Keyboard shortcuts
menu-about = &About Latchbook
menu-of-file = &File
menu-of-edit = &Edit
menu-of-view = &View
menu-of-window = &Window
menu-of-help = &Help
menu-quit = &Quit
