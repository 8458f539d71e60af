# Ce que lit le client, en français. Traduit de en/guest.ftl.

## La langue, ses dates et son horloge

language-name = Français
date-weekdays = lundi mardi mercredi jeudi vendredi samedi dimanche
date-months = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
date-first = 1er
date-long = { $weekday } { $day } { $month } { $year }
date-with-time = { $date } à { $time }
date-night = la nuit de { $from } à { $to }

## La carte

card-code = Code de la porte
card-from = Valable à partir du
card-until = Valable jusqu’au
card-enter = Tapez ce code sur le clavier de la porte.
card-gaps = Les espaces ne servent qu’à faciliter la lecture.
card-keys = * et # sont aussi des touches.
card-times = Heure locale.
card-zone = Fuseau horaire : { $zone }
card-demo = EXEMPLE : n’ouvre aucune porte

## Le message

message =
    Bonjour,

    Votre code pour { $door } : { $pin }

    Début de validité : { $from }
    Fin de validité : { $to }
    { $times }

    { $enter }

    Bon séjour !
