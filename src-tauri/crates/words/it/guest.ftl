# Ciò che legge l’ospite, in italiano. Tradotto da en/guest.ftl.

## La lingua, le sue date e il suo orologio

language-name = Italiano
date-weekdays = lunedì martedì mercoledì giovedì venerdì sabato domenica
date-months = gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
date-first = 1º
date-long = { $weekday } { $day } { $month } { $year }
date-with-time = { $date }, ore { $time }
date-night = la notte tra { $from } e { $to }

## Il biglietto

card-code = Codice della porta
card-from = Valido da
card-until = Valido fino a
card-enter = Digiti questo codice sulla tastiera della porta.
card-gaps = Gli spazi servono solo a facilitare la lettura.
card-keys = Anche * e # sono tasti.
card-times = Ora locale.
card-zone = Fuso orario: { $zone }
card-demo = ESEMPIO: non apre nessuna porta

## Il messaggio

message =
    Buongiorno,

    il suo codice per { $door }: { $pin }

    Valido da: { $from }
    Valido fino a: { $to }
    { $times }

    { $enter }

    Buon soggiorno!
