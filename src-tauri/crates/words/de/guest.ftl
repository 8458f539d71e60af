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
card-enter = Geben Sie diesen Code am Tastenfeld der Tür ein.
card-gaps = Die Lücken erleichtern nur das Lesen.
card-keys = * und # sind ebenfalls Tasten.
card-times = Ortszeit.
card-zone = Zeitzone: { $zone }
card-demo = BEISPIEL: öffnet keine Tür

## Die Nachricht

message =
    Guten Tag,

    Ihr Code für { $door }: { $pin }

    Gültig ab: { $from }
    Gültig bis: { $to }
    { $times }

    { $enter }

    Einen schönen Aufenthalt!
