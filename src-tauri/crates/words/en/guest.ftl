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
card-enter = Type the code on the keypad of the lock exactly as it stands here.
card-gaps = The gaps only make it easier to read.
card-keys = * and # are keys, too: press them where they stand.
card-times = All times are lock time: the local time at the door.
card-zone = Time zone: { $zone }
card-demo = EXAMPLE: opens no door

## The message, as it is before the host changes it

message =
    Hello,

    Your code for { $door }: { $pin }

    Works from: { $from }
    Works until: { $to }
    These are local times at the door (lock time).

    Please type the code on the keypad of the lock exactly as it stands here. If it has * or # in it, they are keys, too.

    Have a good stay!
