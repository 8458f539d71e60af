# Was der Gast liest, auf Deutsch. Übersetzt aus en/guest.ftl.

## Die Sprache, ihre Daten und ihre Uhr

language-name = Deutsch
date-weekdays = Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
date-months = Januar Februar März April Mai Juni Juli August September Oktober November Dezember
date-first = 1
date-long = { $weekday }, { $day }. { $month } { $year }
date-with-time = { $date }, { $time } Uhr
date-night = in der Nacht von { $from } auf { $to }

## Die Karte

card-code = Türcode
card-from = Gültig ab
card-until = Gültig bis
card-enter = Geben Sie den Code am Tastenfeld des Schlosses genau so ein, wie er hier steht.
card-gaps = Die Lücken erleichtern nur das Lesen.
card-keys = * und # sind ebenfalls Tasten: Drücken Sie sie dort, wo sie stehen.
card-times = Alle Zeiten sind Schlosszeit: die Ortszeit an der Tür.
card-zone = Zeitzone: { $zone }
card-demo = BEISPIEL: öffnet keine Tür

## Die Nachricht

message =
    Guten Tag,

    Ihr Code für { $door }: { $pin }

    Gültig ab: { $from }
    Gültig bis: { $to }
    Das sind Ortszeiten an der Tür (Schlosszeit).

    Bitte geben Sie den Code am Tastenfeld des Schlosses genau so ein, wie er hier steht. Enthält er * oder #, sind auch das Tasten.

    Einen schönen Aufenthalt!
