# Lo que lee el huésped, en español. Se traduce de en/guest.ftl.
# docs/words.md: cómo se añade un idioma.

## El idioma, sus fechas y su reloj

language-name = Español
date-weekdays = lunes martes miércoles jueves viernes sábado domingo
date-months = enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
date-first = 1
date-long = { $weekday }, { $day } de { $month } de { $year }
date-with-time = { $date }, { $time }
date-night = la noche del { $from } al { $to }
# Solo donde se usa un reloj de doce horas.
clock-morning = { $time } a. m.
clock-afternoon = { $time } p. m.
clock-midnight = { $time } de la noche
clock-noon = { $time } del mediodía

## La tarjeta

card-code = Código de la puerta
card-from = Funciona desde
card-until = Funciona hasta
card-enter = Teclee este código en el teclado de la puerta.
card-gaps = Los espacios solo facilitan la lectura.
card-keys = * y # también son teclas.
card-times = Hora local.
card-zone = Zona horaria: { $zone }
card-demo = EJEMPLO: no abre ninguna puerta

## El mensaje, antes de que quien hospeda lo cambie

message =
    Hola:

    Su código para { $door }: { $pin }

    Funciona desde: { $from }
    Funciona hasta: { $to }
    { $times }

    { $enter }

    ¡Feliz estancia!
