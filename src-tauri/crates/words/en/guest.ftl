# What a guest reads, in English, from which the other languages are translated.
# docs/words.md says how a language is added. The dates and the clock are everybody's.

## The language, its dates and its clock

language-name = English
date-weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
date-months = January February March April May June July August September October November December
date-first = 1
date-long = { $weekday }, { $day } { $month } { $year }
date-with-time = { $date }, { $time }
date-night = the night from { $from } to { $to }
# Only where a clock of twelve hours is usual.
clock-morning = { $time } AM
clock-afternoon = { $time } PM
clock-midnight = { $time } midnight
clock-noon = { $time } noon

## The card

card-code = Door code
card-from = Works from
card-until = Works until
card-enter = Enter this code on the door's keypad.
card-gaps = The gaps only make it easier to read.
card-keys = * and # are keys, too.
card-times = Local time.
card-zone = Time zone: { $zone }
card-demo = EXAMPLE: opens no door

## The message, as it is before the host changes it

message =
    Hello,

    Your code for { $door }: { $pin }

    Works from: { $from }
    Works until: { $to }
    { $times }

    { $enter }

    Have a good stay!
