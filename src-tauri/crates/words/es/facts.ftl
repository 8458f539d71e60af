# Frases sobre los hechos, en español. Se traduce de en/facts.ftl.
# docs/words.md: cómo se añade una frase y qué palabras se usan. A quien hospeda se le habla de usted.

## Horas, duraciones y listas (the crate words)

# Los doce, separados por espacios.
time-months = ene feb mar abr may jun jul ago sep oct nov dic
time-weekdays = lun mar mié jue vie sáb dom
time-long = { $weekday } { $day } { $month } { $year } { $time }
time-short = { $weekday } { $day } { $month } { $time }
time-said = { $day } { $month } { $year }, { $time }
time-day = { $day } { $month } { $year }
time-from-to = del { $from } al { $to }
time-lock = { $at } (hora de la cerradura)
time-utc = { $at } UTC
duration-days = { $count } d
duration-hours = { $count } h
duration-minutes = { $count } min
list-and = { $before } y { $last }
# Ante el sonido i: «Cala e Iglesia».
list-and-i = { $before } e { $last }
list-more = { $count } más

## Estados de un código (sentence/code.rs)

state-intent = No se ha enviado nada. Si ninguna ventana está trabajando en él, la próxima sincronización lo marca como no enviado y usted puede volver a emitir.
state-sending = Aún no se sabe: la solicitud está en camino. Espere la respuesta; no emita otro.
state-not-sent = No se envió nada y no hay código. Puede volver a emitir sin riesgo.
state-refused = Seam lo rechazó, así que no se creó ningún código. Corrija lo que indica Seam y vuelva a emitir.
state-failed = Seam creó el código, pero no pudo dejarlo listo. Cuenta como un lugar ocupado en la cerradura. Lea lo que indica Seam y decida después si emite otro.
state-gone = Seam ya no tiene este código, aunque su vigencia no ha terminado. El PIN queda en este registro y puede seguir funcionando: pruébelo en la puerta y pregunte a Seam antes de emitir otro.
state-ended = Terminado: su vigencia acabó. El registro se conserva.
state-unknown = Aún no se sabe si se creó un código.
state-unknown-looks = { $looks ->
    [one] Se consultó una vez y no apareció ninguno (el { $last }).
   *[other] Se consultó { $looks } veces y no apareció ninguno (la última, el { $last }).
}
state-unknown-superseded = Usted eligió otro intento; si este también aparece, la estancia tendrá dos códigos: pueden funcionar los dos, o el segundo puede anular el primero.
state-unknown-over = Su vigencia terminó y ya no se puede comprobar. No hace falta hacer nada.
state-unknown-another = Puede elegir otro intento. Si la primera solicitud solo se retrasó, esta estancia tendrá dos códigos: pueden funcionar los dos, o el segundo puede anular el primero. Se pierde para siempre un lugar más en la cerradura, y ninguno se puede borrar.
state-unknown-wait = Se sigue consultando; no emita otro.
state-scheduled = Creado. Seam lo dejará listo el { $at }; Latchbook sigue preguntando mientras está en marcha. No emita otro.
state-late = Creado, y sin confirmar después de media hora. No envíe todavía ningún PIN al huésped ni emita otro; escriba a Seam con el identificador del código.
state-unconfirmed = Creado, aún sin confirmar. No envíe todavía el PIN al huésped; Latchbook sigue preguntando mientras está en marcha.
state-setting = En preparación. El PIN llegará después; no emita otro.
state-made = Creado. El PIN llegará después; no emita otro.
state-ready = Listo: funciona { $window }. Puede enviar el PIN al huésped.
state-ready-differs = Listo, pero no como se pidió: funciona { $window }. Lea en qué difiere antes de enviar el PIN.
state-ready-unseen = Seam indica un problema desde que se confirmó ({ $codes }) y quizá ahora no lo vea. Una cerradura sin conexión conserva sus códigos.
state-second-code = Seam tiene otro código para esta estancia: { $codes }. Puede funcionar cualquiera que llegara a estar listo: pruebe el PIN en la puerta antes de enviarlo.
state-moved = Seam muestra ahora este código en otra puerta, { $door }. Sus horas y su PIN son los mismos.
state-probable = { $codes ->
    [one] Seam muestra un código que probablemente es este: misma cerradura, mismas horas y franja, creado justo después de la petición. Si lo es, confírmelo; Latchbook nunca lo adopta por su cuenta.
   *[other] Seam muestra { $codes } códigos, de los que probablemente uno es este: misma cerradura, mismas horas y franja, creados justo después de la petición. Confirme el que lo sea; Latchbook nunca lo adopta por su cuenta.
}
not-sent = No se envió nada ({ $why }). Puede volver a emitir sin riesgo.
unknown = Aún no se sabe si se creó un código ({ $why }).
unknown-network = Algo en la red respondió en lugar de Seam: revise la conexión.

## Por qué no se envió nada o no se sabe un resultado (sentence/cause.rs)

cause-name-not-found = no se encuentra el nombre de Seam
cause-connection-refused = se rechazó la conexión
cause-connect-timed-out = la conexión tardó demasiado
cause-not-secure = no se pudo establecer una conexión segura
cause-no-connection = no hubo conexión
cause-timed-out = no hubo respuesta dentro del plazo
cause-broken = la conexión se cortó antes de que la respuesta estuviera completa
cause-redirect = la respuesta fue una redirección ({ $status }); no se siguió
cause-status = Seam respondió { $status }, y eso no muestra si el código se creó
cause-not-seam = la respuesta (estado { $status }) no es de Seam
cause-too-large = la respuesta es mayor de lo permitido
cause-no-id = la respuesta no trae el identificador del código
cause-stopped = el programa se detuvo mientras la solicitud estaba en camino

## Lo que llegó distinto de lo prometido (sentence/difference.rs)

difference-starts = Empieza a funcionar el { $given }; se pidió el { $promised }. Diga al huésped la hora verdadera.
difference-ends = Deja de funcionar el { $given }; se pidió el { $promised }. Diga al huésped la hora verdadera.
difference-slot = Seam eligió la franja «{ $given }» en lugar de «{ $promised }». Las horas de arriba son las de la franja que eligió.
difference-door = Seam indica que es para otra puerta ({ $given }). No envíe el PIN; pregunte a Seam.
difference-name = El nombre del código cambió en Seam, o quedó cortado. Compruebe en Seam que es el de esta estancia.
difference-odd-pin = Los teclados Oracode no suelen aceptar un PIN como este. Pruébelo en la puerta antes de enviarlo.
difference-shared-pin = Otro código de esta puerta tiene el mismo PIN al mismo tiempo: el PIN de cada huésped abre mientras valga cualquiera de los dos. Pregunte a dormakaba por qué antes de enviarlo.
difference-not-offline = Seam no lo creó como código sin conexión, así que puede no funcionar en la puerta. Pruébelo allí antes de enviarlo y pregunte a Seam.
difference-pin-changed = El PIN en Seam ha cambiado; los dos están en el historial. Pruebe el más nuevo en la puerta antes de enviarlo.
difference-unseen = Seam confirmó este código y ya no lo muestra como configurado, sin indicar un error. Una cerradura sin conexión conserva sus códigos; si puede, pruebe el PIN en la puerta.
difference-other = Difiere en { $what } de lo que se pidió. Compárelo en Seam antes de enviar el PIN.
difference-name-starts = el comienzo
difference-name-ends = el final
difference-name-slot = la franja
difference-name-door = la puerta
difference-name-name = el nombre
difference-name-odd-pin = un PIN poco habitual
difference-name-shared-pin = un PIN que también tiene otro código
difference-name-not-offline = no es un código sin conexión
difference-name-pin-changed = otro PIN
difference-name-unseen = ya no aparece como configurado

## La conexión (sentence/connect.rs)

connected-sandbox = Conectado a «{ $name }» (entorno de pruebas, no abre ninguna puerta real).
connected-live = Conectado a «{ $name }» (real).
connected-suspended = Seam lo ha suspendido por falta de uso; ábralo una vez en la consola de Seam para reactivarlo.
key-forgotten = La clave ya no está en el llavero del sistema. En Seam sigue siendo válida: revóquela allí si no se usa en otro sitio.
key-absent = No había ninguna clave en el llavero del sistema. No hacía falta hacer nada.

## Lo que no se pudo hacer (sentence/error.rs)

error-unsound = El registro está dañado ({ $problem }), así que no se envió nada. Verifíquelo y restaure una copia de seguridad antes de emitir.
error-unsound-sync = La copia de los datos de Seam sobre sus puertas está dañada en el registro ({ $problem }), así que no se envió nada. Sincronice y emita de nuevo.
error-no-such-door = Ninguna puerta se llama «{ $asked }». La lista de puertas muestra todos los nombres; sincronice si la puerta es nueva.
error-ambiguous-door = «{ $asked }» podría ser { $names }. Indique el nombre completo o el identificador de la puerta.
error-no-such-code = Ningún código tiene el número { $asked }. La lista de códigos muestra todos los números.
error-not-probable = El código { $code } no está entre los que probablemente son el perdido. `latchbook look` los muestra.
error-not-gone = Seam muestra la puerta «{ $door }», así que no ha desaparecido. Indique primero la puerta que ya no está y después la que Seam muestra.
error-door-gone = Seam ya no muestra la puerta «{ $door }». Indique primero la puerta que ya no está y después la que Seam muestra.
error-not-put-away = El código { $code } conserva su lugar: Seam lo muestra, o termina por sí solo.
error-no-outside-code = Ningún código creado fuera de Latchbook en esta puerta tiene el identificador { $code }. `latchbook limits` muestra los que puede liberar.
error-stay-has-code = Esta estancia ya tiene su código, y no se puede revocar. Vea el código en el registro; la estancia sigue en la lista.
error-no-such-stay = Ninguna estancia anotada tiene el número { $id }.
error-zone-missing = No se sabe la zona horaria de la puerta, así que no está claro cuándo funcionaría un código. Pida a Seam que fije la zona del sitio y después sincronice.
error-zone-unknown = La zona horaria de la puerta, «{ $zone }», no está en ninguna tabla de zonas. Pida a Seam que corrija la zona del sitio y después sincronice; si la zona es nueva, actualice Latchbook.
error-zones-disagree = Seam indica más de una zona horaria para la puerta. Pregunte a Seam cuál es la correcta y después sincronice.
error-stay-not-after = La salida no es posterior a la llegada. Indique una salida posterior.
error-stay-out-of-range = Las fechas quedan fuera de los años 2000 a 2200. Revise el año.
error-bad-time = «{ $asked }» no es una fecha con hora. Escriba 2026-12-03T15:45, en la hora de la puerta, o lo mismo con un desfase de -14:00 a +14:00.
error-bad-stay-key = La clave de la estancia es demasiado larga o contiene caracteres de control. Use como máximo 200 caracteres sencillos, por ejemplo el identificador de la reserva.
error-other-workspace = Este registro pertenece al espacio de trabajo de Seam «{ $pinned }», y la clave, a «{ $found }». Use la clave de aquel espacio de trabajo u otra carpeta de datos para este.
error-never-synced = Todavía no se ha leído nada de Seam. Sincronice primero.
error-interrupted = El trabajo se interrumpió. Antes de nada haga una consulta (`latchbook look`): aclara cualquier resultado pendiente.
error-before-sending = No se envió nada. { $why }
error-lost = El código { $intent } ya no está en el registro, así que el registro no está íntegro. Verifíquelo antes de emitir.

read-no-connection = No hay conexión con Seam; no se envió nada. Revise la red y vuelva a intentarlo.
read-timed-out = Seam no respondió a tiempo; no se envió nada. Vuelva a intentarlo en un minuto.
read-unauthorized = Seam no acepta la clave de API. Cree una clave en la consola de Seam y conecte de nuevo.
read-forbidden = La clave de API no permite hacer esto. Conecte con una clave del espacio de trabajo que permita leer y emitir.
read-not-found = Seam no lo conoce ({ $kind }). Sincronice y vuelva a intentarlo.
read-wait-seconds = Seam pide esperar { $seconds } s; no se envió nada. Vuelva a intentarlo entonces.
read-wait = Seam pide esperar; no se envió nada. Vuelva a intentarlo en un minuto.
read-refused = Seam se negó a responder ({ $status }: { $message }). Vuelva a intentarlo; si sigue igual, pregunte a Seam.
read-unavailable = Seam no está disponible en este momento ({ $status }); no se envió nada. Vuelva a intentarlo en unos minutos.
read-not-seam = Otra cosa respondió en lugar de Seam, por ejemplo una página de acceso de la red; no se envió nada. Acceda a la red o use otra, y vuelva a intentarlo.
read-malformed = La respuesta de Seam no se puede leer, así que se ignoró. Vuelva a intentarlo; si sigue igual, actualice Latchbook o pregunte a Seam.
read-cut-off = La respuesta de Seam se cortó, así que se ignoró. Revise la red y vuelva a intentarlo.

record-damaged = El registro está dañado; su archivo queda como está. No emita nada a partir de él: verifíquelo para ver qué está dañado y cómo se repara, por ejemplo con una sincronización o restaurando una copia de seguridad. Al restaurar, el archivo dañado se aparta y se conserva.
record-set-aside = El archivo ya no se podía leer como registro: se apartó y se conserva como { $path }. Restaure una copia de seguridad, o mueva ese archivo a otro lugar para empezar un registro nuevo.
record-orphan = { $path } pertenece a un registro que falta. Vuelva a poner latchbook.db a su lado, restaure una copia de seguridad o mueva ese archivo a otro sitio para empezar un registro nuevo.
record-newer = El registro lo escribió una versión más nueva de Latchbook. Actualice esta; no se cambió nada.
record-not-ours = { $path } no es un registro de Latchbook. Elija otro archivo u otra carpeta de datos.
record-missing = No hay ningún registro en { $path }. Revise la ruta, o sincronice para empezar uno.
record-closed = Este usuario no puede abrir el registro de { $folder }: es probable que Latchbook se haya ejecutado allí como otro usuario. Dé a este usuario acceso a la carpeta, o ejecute Latchbook como aquel.
record-closed-unix = Este usuario no puede abrir el registro de { $folder }: es probable que Latchbook se haya ejecutado allí con sudo o como otro usuario. Haga suya la carpeta con `sudo chown -R "$(id -un)" { $quoted }`, o ejecute Latchbook como ese usuario.
record-not-a-file = { $path } no es un archivo, sino una carpeta, una tubería o un dispositivo. Elija un archivo.
record-file-closed = No tiene permiso para leer { $path }. Pida una copia a su propietario o elija otro archivo.
record-busy = El registro está ocupado: otro programa lleva más de 5 segundos escribiendo. Ciérrelo o espere, y vuelva a intentarlo.
record-in-use = Otra ventana u orden tiene abierto el registro. Ciérrela y vuelva a restaurar. No se cambió nada.
record-disk-full = El disco está lleno. Haga sitio y vuelva a intentarlo.
record-little-room = Al disco del registro solo le quedan { $free } MB. Antes de pedir un código deben quedar libres { $wanted } MB, para que la respuesta siempre se pueda guardar. Haga sitio y vuelva a intentarlo.
record-place-synced = El registro está en { $folder }, que { $service } sincroniza con otros equipos. Un registro que se copia mientras se escribe puede dañarse, así que allí no se escribe nada. Muévalo a una carpeta que no se sincronice e indíquela con --data-dir o LATCHBOOK_DATA_DIR.
record-place-network = El registro está en { $folder }, en otro equipo ({ $kind }), y escribir allí podría dañarlo. Allí no se escribe nada. Mueva la carpeta a un disco de este equipo e indíquela con --data-dir o LATCHBOOK_DATA_DIR.
record-not-writable = No se puede escribir en el registro ({ $why }). Revise los permisos de la carpeta y el disco, y vuelva a intentarlo.
record-step-taken = Otra ventana dio este paso antes. Vea el estado actual del código; nada se hizo dos veces.
record-exists = { $path } ya existe. Elija otro nombre.
record-backup-unsound = { $path } no está íntegro, así que no se usó. Elija otra copia de seguridad.
record-io = El sistema de archivos rechazó la operación. Revise los permisos de la carpeta y el disco, y vuelva a intentarlo.
record-unreadable = No se pudo leer el registro. Verifíquelo; si no está íntegro, restaure una copia de seguridad.

## Lo que encontró una revisión y cómo se arregla (sentence/finding.rs)

finding-gone = Seam ya no muestra esta puerta desde el { $since }.
    .mend = Si debería estar, revise primero la cuenta del sitio en la consola de Seam. Una puerta que se conecta de nuevo puede volver con otro identificador, como si fuera otra, mientras los códigos registrados aquí siguen ocupando sus lugares en la cerradura. El registro de la puerta se conserva en todo caso.
finding-not-managed = Seam solo observa esta puerta (no la gestiona) y no crea códigos para ella.
    .mend = En la consola de Seam, busque la puerta entre los dispositivos no gestionados («unmanaged») y actívela como gestionada («managed»); después sincronice. Seam cobra por los dispositivos gestionados.
finding-offline-unknown = Seam no indica si esta puerta puede crear códigos sin conexión.
    .mend = Pida a Seam que active para ella los códigos de acceso sin conexión. Hasta que Seam lo confirme, se le pedirá confirmación, y conviene probar el primer código en la puerta.
finding-offline-no = Seam indica que esta puerta no puede crear códigos sin conexión.
    .mend = Pida a Seam que active los códigos de acceso sin conexión para el sitio y después sincronice.
finding-zone-missing = No se sabe la zona horaria de la puerta, así que no está claro cuándo funcionaría un código.
    .mend = Pida a Seam que fije la zona horaria del sitio y después sincronice.
finding-zone-unknown = La zona horaria de la puerta, «{ $zone }», no está en ninguna tabla de zonas.
    .mend = Pida a Seam que corrija la zona horaria del sitio y después sincronice; si la zona es nueva, actualice Latchbook.
finding-zones-disagree = Seam indica zonas horarias distintas para esta puerta: { $zones }.
    .mend = Pida a Seam que corrija la equivocada: hace que los códigos empiecen y terminen a horas equivocadas.
finding-zone-used = { $zone } (la que se usa)
finding-tables-disagree = Las tablas de zonas horarias no coinciden en el reloj de esta puerta, por primera vez hacia el { $day }.
    .mend = Verá las dos horas y confirmará antes de emitir. Compruebe el reloj de la propia cerradura; mantenga Latchbook al día.
finding-no-slots = La puerta no tiene franjas, así que no se puede crear ningún código para ella.
    .mend = Pida al instalador que configure franjas de huésped, una de ellas de 24 horas. Seam ve el cambio del instalador al cabo de unos 30 minutos; después sincronice.
finding-no-usable-slot = Ninguna de las franjas de la puerta sirve para una estancia.
    .mend = Pida al instalador una franja de huésped; los niveles maestros y los de un solo uso no sirven. Seam ve el cambio del instalador al cabo de unos 30 minutos; después sincronice.
finding-unusable-slots = { $slots ->
    [one] { $slots } franja tiene horas que no se pueden usar, y no sirve para ninguna estancia.
   *[other] { $slots } franjas tienen horas que no se pueden usar, y no sirven para ninguna estancia.
}
    .mend = Pida a Seam que las corrija (las franjas muestran el motivo); las demás franjas de la puerta no se ven afectadas.
finding-frames-differ = Seam da las horas de la puerta en dos listas, y no coinciden.
    .mend = Pregunte a Seam cuál es la correcta; hasta entonces compruebe las horas de cada código cuando se cree.
finding-no-24-hour-slot = La puerta no tiene ninguna franja de 24 horas, así que una estancia cuyas horas no encajan en ninguna franja no puede tener código.
    .mend = Pida al instalador una franja de huésped de 24 horas (de 12:00 a 12:00): con redondeo de un día sirve para cualquier estancia. Añadir una franja obliga a reprogramar todas las cerraduras del sitio, así que reúna antes todos los cambios. Seam ve el cambio del instalador al cabo de unos 30 minutos; después sincronice.
finding-no-limit = No se sabe cuántos códigos caben en esta cerradura.
    .mend = Búsquelo en el manual de la cerradura o pregunte al instalador, e introduzca usted la cifra; hasta entonces Latchbook no puede avisarle.
finding-odd-limit = Seam da «{ $limit }» como número de códigos que caben en esta cerradura, lo que no puede ser, así que su límite no se conoce.
    .mend = Introduzca la cifra del manual de la cerradura, o pídasela al instalador, y diga a Seam que la suya es errónea; hasta entonces Latchbook no puede avisarle.
finding-places-left = { $left ->
    [one] Queda { $left } lugar en esta cerradura.
   *[other] Quedan { $left } lugares en esta cerradura.
}
    .mend = Emita solo lo necesario: un código no se puede revocar nunca, y su lugar queda libre cuando termina.
finding-full = Llena: todos los lugares de esta cerradura están ocupados.
    .mend = Espere a que termine un código.
finding-full-until = Llena. El próximo lugar queda libre el { $until }.
    .mend = Espere hasta entonces: antes no se puede crear ningún código.
finding-never-read = La puerta no se ha leído nunca por completo.
    .mend = Sincronice antes de emitir.
finding-read-ahead = La puerta se leyó por última vez el { $at }, una fecha que según el reloj de este equipo aún no ha llegado.
    .mend = Compruebe el reloj y sincronice; las franjas y los códigos pueden haber cambiado desde entonces.
finding-read-long-ago = La puerta se leyó por última vez el { $at }, hace más de 24 horas.
    .mend = Sincronice; las franjas y los códigos pueden haber cambiado desde entonces.

fine-present = Está en Seam.
fine-account = Seam no señala ningún problema con la cuenta.
fine-door-notices = Seam no señala ningún problema con la puerta.
fine-offline-codes = La puerta puede crear códigos sin conexión.
fine-zone = La zona horaria se conoce, y todas las fuentes coinciden en ella.
fine-zone-data = Todas las tablas de zonas horarias coinciden en los próximos doce meses.
fine-slots = La puerta tiene franjas que sirven para una estancia.
fine-slot-times = Las horas de todas las franjas de huésped se pueden leer.
fine-slot-24-hours = La puerta tiene una franja de 24 horas: con redondeo de un día sirve para cualquier estancia.
fine-capacity = Hay lugar para más códigos.
fine-freshness = La puerta se leyó en las últimas 24 horas.

## Lo que pasó, suceso a suceso (sentence/history.rs)

event-intent = Solicitud anotada.
event-intent-accepted = Solicitud anotada. Usted aceptó: { $risks }.
event-sending = Solicitud enviada.
event-refused = Mensaje de Seam: { $message }
event-accepted = Seam creó el código { $code }.
event-found = Encontrado en Seam por su marca: el código { $code }.
event-confirmed = Usted confirmó que el código { $code } de Seam es este.
event-looked = Una consulta completa de la puerta no encontró ningún código con esta marca.
event-superseded = Usted eligió otro intento (el número { $attempt }), aunque aún no se sabe qué pasó con este.
event-second-code = En Seam hay un segundo código para esta estancia: { $code }. Puede funcionar cualquiera que llegara a estar listo: pruebe el PIN en la puerta antes de enviarlo.
event-moved = Seam muestra ahora el código en la puerta { $door }, como { $code }.
event-gone = Seam ya no tiene el código { $code }, aunque su vigencia no ha terminado.
event-ended = Su vigencia terminó, y Seam ya no lo tiene.
event-slots-changed = Las franjas de la puerta { $door } cambiaron. Vuelva a ver la vista previa de las estancias allí.
event-door-gone = La puerta { $door } ya no está en Seam. El registro se conserva.
event-door-back = La puerta { $door } está de nuevo en Seam.
event-host-limit = Usted fijó el límite de la puerta { $door } en { $limit }.
event-host-limit-back = Usted retiró su límite de la puerta { $door }.
event-put-away = Usted liberó el lugar del código { $code }, creado fuera de Latchbook, en la puerta { $door }. Seam ya no lo mostraba.
event-restored = { $events ->
    [one] El registro se restauró a partir de una copia de seguridad con { $events } suceso.
   *[other] El registro se restauró a partir de una copia de seguridad con { $events } sucesos.
}
event-restored-before = El anterior se conserva como { $name }.
event-mended = { $rows ->
    [one] Una sincronización reparó { $rows } fila dañada con los datos de Seam.
   *[other] Una sincronización reparó { $rows } filas dañadas con los datos de Seam.
}
event-read-waiting = Seam tiene el código en cola.
event-read-setting = Seam está preparando el código.
event-read-ready = Seam confirmó el código.
event-read-failed = Seam no pudo dejar listo el código.
event-read-odd = Seam indica un estado que esta versión no conoce.
event-read-pin = El PIN está.
event-read-scheduled = Seam actuará el { $at }.
event-read-differs = Difiere: { $what }.
event-read-error = Error { $code }.
event-read-warning = Aviso { $code }.

## Cuánto queda libre en una puerta (sentence/limit.rs)

limit-codes = { $count ->
    [one] { $count } código
   *[other] { $count } códigos
}
limit-unknown = { $used } en uso. No se sabe cuántos caben en la cerradura: pregunte al instalador e introduzca usted la cifra.
limit-used = { $used } de { $limit } en uso.
limit-own-passed-over = Su propia cifra es { $own }; vale la menor de las dos.
limit-next = El próximo queda libre el { $at }.
limit-full = Hasta entonces no se pueden crear más códigos.
limit-scarce = Se le pedirá confirmación.

## Lo que aclaró una consulta (sentence/look.rs)

look-none = No había nada por aclarar.
look-settled = { $settled ->
    [one] { $settled } resultado está aclarado.
   *[other] { $settled } resultados están aclarados.
}
look-unknown = { $unknown ->
    [one] Sigue sin haber rastro de un código.
   *[other] Sigue sin haber rastro de { $unknown } códigos.
}
look-settled-unknown = { $settled ->
    [one] { $settled } resultado está aclarado. { $open }
   *[other] { $settled } resultados están aclarados. { $open }
}
look-unread = { $doors ->
    [one] { $doors } puerta no se pudo leer, así que sus resultados no cambian: vuelva a consultar más tarde.
   *[other] { $doors } puertas no se pudieron leer, así que sus resultados no cambian: vuelva a consultar más tarde.
}

## Los errores y avisos de Seam (sentence/notice.rs)

notice-account-disconnected = Seam ha perdido el acceso a dormakaba del sitio, así que no se puede crear ningún código.
    .mend = Vuelva a iniciar sesión en la cuenta conectada, en la consola de Seam, y después sincronice.
notice-sites-disconnected = dormakaba ha desvinculado el sitio de Seam, así que no se puede crear ningún código.
    .mend = Escriba a la asistencia de dormakaba y pida que vuelvan a vincular el sitio con Seam; después sincronice.
notice-sites-unapproved = Seam no ha terminado de configurar el sitio, así que no se puede crear ningún código.
    .mend = Escriba a la asistencia de Seam y pida que aprueben el sitio; después sincronice.
notice-setup-required = La configuración de la cuenta en Seam no está terminada, así que no se puede crear ningún código.
    .mend = Pregunte a Seam qué falta y después sincronice.
notice-service-unavailable = El servicio de dormakaba no responde a Seam en este momento.
    .mend = No hace falta hacer nada; vuelva a sincronizar más tarde.
notice-device-removed = La puerta se quitó de la cuenta.
    .mend = Añádala de nuevo en el portal de dormakaba y después sincronice. Puede volver con otro identificador, como si fuera otra, mientras los códigos registrados aquí siguen ocupando sus lugares en la cerradura.
notice-device-offline = Seam no alcanza la puerta.
    .mend = Una cerradura que trabaja sin conexión no necesita estar conectada; si se rechazan códigos, pida al instalador que revise la puerta en el portal.
notice-unreliable-status = Seam no puede saber si la puerta está conectada.
    .mend = Una cerradura que trabaja sin conexión acepta los códigos igualmente; solo si los códigos no funcionan, pida al instalador que la revise.
notice-permissions = La cuenta no puede crear códigos para esta puerta.
    .mend = Pregunte a Seam qué permiso le falta al acceso a dormakaba.
notice-subscription = Seam exige un plan de pago antes de crear códigos para esta puerta.
    .mend = Elija un plan en la consola de Seam y después sincronice.
notice-credentials = A Seam le faltan las credenciales de la puerta.
    .mend = Introdúzcalas en la consola de Seam y después sincronice.
notice-max-codes = La cerradura tiene todos los códigos que le caben.
    .mend = Espere a que termine un código; los límites muestran cuándo termina el próximo.
notice-zone-unknown = Seam no conoce la zona horaria de la puerta.
    .mend = Pida a Seam que fije la zona del sitio: con una zona equivocada los códigos empiezan y terminan a horas equivocadas.
notice-zone-mismatch = Seam tiene zonas horarias distintas para la puerta y para su sitio.
    .mend = Pregunte a Seam cuál es la correcta: con una zona equivocada los códigos empiezan y terminan a horas equivocadas.
notice-maintenance = Se ha anunciado un mantenimiento; entretanto los códigos pueden tardar más.
    .mend = No hace falta hacer nada; emita con tiempo.
notice-third-party = Otro programa crea o cambia códigos en esta puerta.
    .mend = Compruebe que no emita para las mismas estancias: sus códigos también ocupan lugares.
notice-no-level = La puerta no tiene ninguna franja para estas horas.
    .mend = Sincronice y vuelva a ver la vista previa; si ninguna franja encaja, pida una al instalador.
notice-provider-issue = dormakaba no lo aceptó; a menudo porque ninguna franja de la puerta tiene estas horas.
    .mend = Compare las horas con las franjas de la puerta y vuelva a ver la vista previa; si alguna franja las tiene, pregunte a Seam.
notice-no-space = En la cerradura no cabe otro código.
    .mend = Espere a que termine un código; los límites muestran cuándo termina el próximo.
notice-duplicate = Seam ya ve en la puerta un código como este.
    .mend = Mire los códigos de la puerta antes de emitir otro.
notice-failed-to-set = Seam no pudo dejar listo el código.
    .mend = Latchbook sigue preguntando mientras está en marcha. Si sigue igual, escriba a Seam con el identificador del código; cuenta como un lugar ocupado.
notice-failed-to-change = Se pidió a Seam cambiar o quitar el código, y no pudo.
    .mend = No hace falta hacer nada: un código sin conexión funciona en sus fechas y no puede cambiar.
notice-external-change = El código se cambió fuera de Seam.
    .mend = Compárelo en el portal de dormakaba y pruebe el PIN en la puerta antes de enviarlo.
notice-inactive = Seam indica que el código no está activo.
    .mend = Pruebe el PIN en la puerta antes de enviarlo; pregunte a Seam.
notice-constraints = La puerta no acepta un código de este tipo.
    .mend = Pregunte a Seam e indique la puerta.
notice-delay = Seam tarda más de lo habitual.
    .mend = Latchbook sigue preguntando mientras está en marcha; no envíe todavía el PIN ni emita otro.
notice-being-deleted = Seam indica que el código se está borrando.
    .mend = Una cerradura que trabaja sin conexión puede seguir aceptando el PIN hasta que termine el código; pregunte quién lo borra.
notice-transferred = Otro programa ha tomado a su cargo este código en Seam.
    .mend = Pregunte quién lo gestiona; el registro de aquí se conserva.
notice-rotates = El PIN cambia de vez en cuando.
    .mend = Vuelva a leerlo poco antes de enviarlo.
notice-widened = Seam amplió las horas porque no conoce la zona de la puerta.
    .mend = Compare las horas con lo que se pidió y pida a Seam que fije la zona.
notice-unknown-issue = Seam indica un problema con el código sin nombrarlo.
    .mend = Pruebe el PIN en la puerta antes de enviarlo; pregunte a Seam e indique el identificador del código.
notice-code-only = Seam dice «{ $code }».
notice-as-said = Seam dice «{ $said }» ({ $code }).
notice-new-mend = Si sigue igual, pregunte a Seam e indique esa palabra.

refusal-nothing-made = No se creó nada.
refusal-key = Seam no acepta la clave de API.
    .mend = Conecte con una clave válida y vuelva a emitir.
refusal-key-forbidden = La clave de API no permite crear códigos.
    .mend = Conecte con una que lo permita y vuelva a emitir.
refusal-no-door = Seam ya no conoce la puerta.
    .mend = Sincronice y mire si la puerta sigue estando.
refusal-wait = Seam pide esperar.
    .mend = Vuelva a emitir en un minuto.
refusal-other = Seam rechazó la solicitud ({ $status } { $error }).
    .mend = Compare las horas con las franjas de la puerta y vuelva a ver la vista previa.

## Por qué Latchbook no envía (sentence/objection.rs)

objection-not-ready = Esta puerta no puede emitir, así que no se envió nada.
objection-no-slot = Ninguna franja de esta puerta da una vigencia para estas horas, así que no se envió nada. La vista previa muestra cuánto se aparta cada una; mueva las horas o permita el redondeo de un día.
objection-slot-not-offered = La franja { $slot } no se ofrece para estas horas, así que no se envió nada. Elija una de las que propone la vista previa.
objection-slot-changed = Las franjas de la puerta cambiaron desde la vista previa, así que no se envió nada. Usted vio { $expected }; ahora resulta { $now }. Vuelva a ver la vista previa.
objection-slot-gone = Las franjas de la puerta cambiaron desde la vista previa, así que no se envió nada. Usted vio { $expected }; ahora no resulta ninguna vigencia. Vuelva a ver la vista previa.
objection-slot-window = «{ $slot }», { $window }
objection-over = Esta estancia ya terminó, así que no se envió nada. Elija fechas posteriores.
objection-full = La cerradura está llena: { $used } de { $limit } lugares están ocupados, así que no se envió nada.
objection-full-next = El próximo lugar queda libre el { $at }; vuelva a emitir entonces.
objection-full-wait = Ningún lugar quedará libre por sí solo: revise su límite para esta puerta y los códigos creados fuera de Latchbook.
objection-needs-yes = { $risks ->
    [one] No se envió nada: antes hay que aceptar { $risks } riesgo. Léalo y acéptelo si aun así quiere el código.
   *[other] No se envió nada: antes hay que aceptar { $risks } riesgos. Léalos y acéptelos si aun así quiere el código.
}
objection-too-early = { $looks ->
    [one] Aún no se sabe: puede existir un código para esta estancia (hasta ahora, { $looks } consulta completa). Se podrá elegir otro intento después de seis consultas a lo largo de un cuarto de hora; hasta entonces Latchbook sigue consultando.
   *[other] Aún no se sabe: puede existir un código para esta estancia (hasta ahora, { $looks } consultas completas). Se podrá elegir otro intento después de seis consultas a lo largo de un cuarto de hora; hasta entonces Latchbook sigue consultando.
}
objection-elsewhere = Otro equipo ha emitido un código para esta estancia (en Seam: { $code }), así que no se envió nada. Use ese código; su PIN está en la consola de Seam.
objection-too-many = Esta estancia ha tenido 99 intentos, así que no se envió nada. Pregunte a Seam qué le pasa a la puerta, o emita con otra clave para la estancia.

## Lo que será un código (sentence/preview.rs)

preview-chosen = La cerradura abrirá { $window }, con la franja «{ $slot }».
preview-existing = Esta estancia es la n.º { $number } del registro: emitirla otra vez no crea un segundo código. { $state }
preview-objection = Si se emitiera ahora, no se enviaría nada. { $why }
preview-risk = Emitirlo requiere su confirmación. { $risk }
preview-nothing = Nada encaja. Mueva las horas de la estancia y vuelva a ver la vista previa.
candidate-exact = Coincide exactamente con sus horas.
candidate-covered = Abre { $opens } y cierra { $closes }.
candidate-uncovered = Abre { $opens } y cierra { $closes }. El huésped pierde { $missing } en total.
off-none = a la hora pedida
off-later = { $by } después
off-earlier = { $by } antes
why-not-offset = Las horas de la franja llevan un desfase que la zona de la puerta no tiene ese año. Pida a Seam que dé una zona a la franja.
why-not-too-long = La vigencia pasaría de 31 días. Acorte la estancia o divídala en dos.
why-not-reversed = La vigencia terminaría antes de empezar. Pida una estancia más larga u otra franja.
why-not-far = Abre { $entry } y cierra { $exit } (límite: { $allowed }).
why-not-far-off = Se aparta más de { $allowed }.
none-no-slots = Esta puerta no tiene franjas, así que no se puede crear ningún código. Pida al instalador que configure franjas de huésped; Seam las ve unos 30 minutos después, y entonces sincronice.
none-no-usable-slot = Ninguna de las franjas de esta puerta sirve para una estancia. Pida al instalador una franja de huésped; Seam la ve unos 30 minutos después, y entonces sincronice.
none-too-long = Un código dura como máximo 31 días. Acorte la estancia o divídala en dos.
none-too-long-but = Un código dura como máximo 31 días. La vigencia más larga desde esta llegada es { $window } («{ $slot }»): emita esa, y un segundo código para el resto.
none-fits = Ninguna franja queda a menos de { $allowed } de ambas horas.
none-nearest = La más cercana, «{ $slot }», abre { $entry } y cierra { $exit }.
none-ways = Puede { $ways }.
way-ask = pedir { $window } («{ $slot }»)
way-by-day = permitir el redondeo de un día
way-installer = pedir al instalador una franja con estas horas
way-or = { $ways }, o { $way }
note-tables-disagree = Emitir requiere su confirmación.
note-zones-disagree = Seam indica zonas horarias distintas para esta puerta: { $zones }. Pregunte a Seam cuál es la correcta.
note-full = Todos los lugares de esta cerradura están ocupados: no se puede crear ningún código hasta que termine uno.
note-scarce = { $left ->
    [one] Queda { $left } lugar en esta cerradura: emitir requiere su confirmación.
   *[other] Quedan { $left } lugares en esta cerradura: emitir requiere su confirmación.
}
note-gone = Seam ya no muestra esta puerta: no se puede crear ningún código. Sincronice para ver si ha vuelto.
note-over = Termina el { $at }, que ya ha pasado: no se creará ningún código.
note-by-day = Redondeado más de una hora. Compruebe que las horas añadidas no sean de otro huésped.
note-biweekly = Una franja quincenal: solo se ofrece porque ninguna franja ordinaria encaja mejor. En caso de duda, pregunte al instalador.
note-offset-only = Las horas de la franja llevan un desfase y ninguna zona; se usa la zona de la puerta. Pida a Seam que dé una zona a la franja.
note-gap-in = En la entrada el reloj se salta el { $civil }: será el { $real }. Avise al huésped.
note-gap-out = En la salida el reloj se salta el { $civil }: será el { $real }. Avise al huésped.
note-fold-in = En la entrada el reloj marca dos veces el { $civil }: vale la primera ({ $sent }). Avise al huésped.
note-fold-out = En la salida el reloj marca dos veces el { $civil }: vale la primera ({ $sent }). Avise al huésped.

## Donde las tablas de zonas no coinciden (sentence/zone.rs)

zone-disagree = Las tablas de zonas horarias difieren en { $apart } el { $civil }: { $opinions }. Se usa la primera.
zone-opinion = { $offset } según { $source } ({ $version })
zone-bundled = las tablas de Latchbook
zone-system = las tablas de este equipo
zone-second = una segunda opinión

## El registro (sentence/record.rs)

record-codes = { $count ->
    [one] { $count } código
   *[other] { $count } códigos
}
record-events = { $count ->
    [one] { $count } suceso
   *[other] { $count } sucesos
}
record-sound = Todo correcto: { $codes } y { $events }, sin cambios.
record-problems = { $problems ->
    [one] El registro está dañado: { $problems } problema en { $codes }, { $events }. Su archivo queda como está. No emita nada a partir de él y restaure una copia de seguridad: al hacerlo, el archivo dañado se aparta y se conserva.
   *[other] El registro está dañado: { $problems } problemas en { $codes }, { $events }. Su archivo queda como está. No emita nada a partir de él y restaure una copia de seguridad: al hacerlo, el archivo dañado se aparta y se conserva.
}
record-mendable = Los códigos están sin cambios ({ $codes }, { $events }), pero la copia de los datos de Seam sobre las puertas está dañada. Sincronice ahora para repararla. Después verifique de nuevo: si el registro está íntegro, haga una copia de seguridad, porque un disco que falla volverá a dañar archivos; si no lo está, restaure una.
record-backed-up = Copiado en { $path }, abierto de nuevo y hallado íntegro: { $codes }, { $events }. Contiene PIN; guárdelo donde solo usted pueda leerlo.
record-restored = Restaurado: { $codes }, { $events }.
record-restored-before = El registro anterior se conserva como { $path }.
record-restored-sync = Sincronice ahora: los códigos creados después de la copia están en Seam y siguen ocupando lugares.
record-not-taken-pin = El código está creado, pero no se pudo anotar en el registro. Apunte ahora el PIN y el identificador del código; no emita otro. { $why } Después haga una consulta: el código aparecerá.
record-not-taken-id = El código está creado, pero no se pudo anotar en el registro. Apunte ahora el identificador del código; no emita otro. { $why } Después haga una consulta: el código aparecerá.
record-not-taken-none = No se creó ningún código, pero esa respuesta no se pudo anotar en el registro. { $why } Después haga una consulta y vuelva a emitir.
record-not-taken-unknown = No se sabe: puede existir un código, y esa respuesta no se pudo anotar en el registro. { $why } Después haga una consulta; no emita otro.

problem-pages = las páginas del archivo no encajan entre sí: { $what }
problem-schema = la estructura del registro no es la que escribe esta versión
problem-rows = { $rows ->
    [one] { $rows } fila de la tabla { $table } se cambió después de escribirse
   *[other] { $rows } filas de la tabla { $table } se cambiaron después de escribirse
}
problem-chain = el suceso { $event } no se sigue del anterior
problem-missing-event = falta el suceso { $event }
problem-intent = la intención { $intent } no es la que se anotó
problem-code = el código { $intent } no concuerda con sus sucesos
problem-dangling = una fila de la tabla { $table } no remite a nada
problem-search = el índice de búsqueda no concuerda con el registro
problem-unreadable = { $what } no se puede leer

## Lo que hay que aceptar antes (sentence/risk.rs)

risk-offline-unknown = Seam no indica si esta puerta puede crear códigos sin conexión. Pregunte a Seam, o acepte y pruebe este código en la puerta.
risk-scarce = { $left ->
    [one] Solo queda { $left } lugar en esta cerradura, y un código no se puede revocar nunca. Esta estancia lo merece.
   *[other] Solo quedan { $left } lugares en esta cerradura, y un código no se puede revocar nunca. Esta estancia lo merece.
}
risk-same-slot = { $whose } tiene un código para esta franja, { $window }. Uno nuevo puede dejar fuera a ese huésped. El código anterior ya no hace falta.
risk-same-slot-label = «{ $label }»
risk-same-slot-elsewhere = Otro huésped (código creado fuera)
risk-from = desde el { $from }, hasta un final que no se sabe
risk-to = desde un comienzo que no se sabe hasta el { $to }
risk-unknown = desde un comienzo y hasta un final que no se saben
risk-name-offline-unknown = sin saber si hay códigos sin conexión
risk-name-scarce = quedan pocos lugares
risk-name-same-slot = otro código de la misma franja
risk-name-overlap = otro código en ese tiempo
risk-name-tables = las tablas de zonas no coinciden
risk-name-stay-changed = un segundo código para la estancia cambiada
risk-name-failed = un código anterior que falló
risk-name-gone = un código anterior que desapareció
risk-name-perhaps-same-lock = un código en una puerta que puede ser la misma cerradura
risk-name-perhaps-full = una cerradura que quizá ya esté llena
risk-name-shift = otras horas que las pedidas
risk-name-soon = empieza pronto
risk-name-last-fifth = la última quinta parte de los lugares
risk-overlap = «{ $label }» tiene un código para esta puerta en ese tiempo, { $window }. Esta es otra estancia y necesita su propio código.
risk-tables-disagree = Las tablas de zonas horarias difieren en { $apart } para esta estancia: { $opinions }. Se usa la primera, así que el código puede funcionar { $apart } antes o después. He comprobado el reloj de la cerradura.
risk-stay-changed = Esta estancia ya tiene un código para otras horas: { $code }, { $window }. No puede cambiar y sigue siendo válido. Acepte para crear un segundo, y diga al huésped cuál debe usar.
risk-failed-before = Un código anterior para esta estancia ({ $code }) se creó pero no pudo quedar listo; puede seguir ocupando un lugar en la cerradura, o incluso funcionar. Acepte para crear otro.
risk-gone-before = Un código anterior para esta estancia ({ $code }) desapareció de Seam y puede seguir funcionando en la puerta. Pruébelo allí antes; acepte para crear otro.
risk-perhaps-same-lock = { $door }, que ya no aparece, puede ser esta cerradura con un identificador anterior. Tiene el código { $code }, { $window }. Confirme antes si es la misma cerradura. Acepte solo si el huésped necesita otro código.
risk-perhaps-full = { $door }, que ya no aparece, puede ser esta cerradura con un identificador anterior. Con sus códigos, { $used } de { $limit } lugares están ocupados y otro podría perderse. Confirme antes si es la misma cerradura; acepte para crear un código de todos modos.

## Por qué una franja no sirve (sentence/slot.rs)

slots-none = Esta puerta no tiene franjas, así que no se puede crear ningún código. Pida al instalador que configure franjas de huésped; Seam las ve unos 30 minutos después, y entonces sincronice.
slots-none-usable = Ninguna de las franjas de esta puerta sirve para una estancia, así que no se puede crear ningún código. Pida al instalador una franja de huésped; Seam la ve unos 30 minutos después, y entonces sincronice.
slot-master = Franja maestra: no disponible a través de Seam.
slot-one-shot = Franja de un solo uso: no disponible a través de Seam.
slot-check-in = La hora de entrada de la franja no se puede usar: { $why }. Pida a Seam que la corrija.
slot-check-out = La hora de salida de la franja no se puede usar: { $why }. Pida a Seam que la corrija.
slot-unknown-zone = Las horas de la franja nombran la zona «{ $zone }», que no está en ninguna tabla de zonas. Pida a Seam que la corrija.
slot-duplicate = Otra franja de esta puerta tiene el mismo identificador. Pida a Seam que lo corrija.
slot-time-missing = falta
slot-time-long = es más larga que cualquier hora del día
slot-time-clock = no está escrita como HH:MM ni HH:MM:SS
slot-time-offset = su desfase no está escrito como Z ni ±HH:MM
slot-time-far-offset = su desfase es de más de 14 horas respecto a UTC
slot-time-zone = su zona no está escrita como [Área/Ciudad]

## Hasta dónde llegó la emisión (sentence/stage.rs)

stage-reading = Leyendo la puerta y sus códigos en Seam
stage-recorded = Anotado como { $marker }; todavía no se ha enviado nada
stage-waiting = Esperando { $seconds } s: Seam crea como máximo 10 códigos por minuto para una puerta
stage-sending = Pidiendo a Seam un código
stage-answered = La respuesta de Seam está anotada: { $state }
stage-asking = Preguntando de nuevo a Seam ({ $asked }): por ahora, { $state }
short-not-sent = no enviado
short-not-known = no se sabe
short-refused = rechazado
short-accepted = aceptado
short-setting = en preparación
short-set = listo
short-failed = fallido
short-gone = desaparecido
short-ended = terminado

## Lo que trajo una sincronización (sentence/sync.rs)

sync-second-codes = { $stays ->
    [one] { $stays } estancia tiene un segundo código en Seam: ambos funcionan. Ábrala para ver el identificador del otro.
   *[other] { $stays } estancias tienen un segundo código en Seam: ambos funcionan. Ábralas para ver el identificador del otro.
}
sync-of-other-records = { $codes ->
    [one] Latchbook creó { $codes } código que no está en este registro: en otro equipo, o después de la copia de seguridad restaurada. Cuenta como de fuera; al emitir para la misma estancia se adopta.
   *[other] Latchbook creó { $codes } códigos que no están en este registro: en otro equipo, o después de la copia de seguridad restaurada. Cuentan como de fuera; al emitir para las mismas estancias se adoptan.
}
sync-lost-slots = Cambiaron franjas de códigos futuros: { $codes }. Esos códigos quedan como se crearon; compruebe sus horas con el instalador.
sync-lost-slot = «{ $label }» ({ $slot })
sync-no-doors = Seam no tiene ninguna puerta Oracode en este espacio de trabajo. Compruebe en la consola de Seam que la cuenta dormakaba del sitio está conectada allí y que la clave es de ese espacio de trabajo; después vuelva a sincronizar.
sync-unmanaged-doors = Seam solo observa { $doors } y no crea códigos allí. Para emitir para una puerta, búsquela en la consola de Seam entre los dispositivos no gestionados («unmanaged») y actívela como gestionada («managed»); después vuelva a sincronizar.
sync-managed-again = Seam vuelve a gestionar { $doors }: allí se pueden crear códigos.
sync-gone-doors = Ya no en Seam: { $doors }. El registro se conserva.
sync-unread = Sin leer por completo: { $doors }. Se conserva lo que había; vuelva a sincronizar.
sync-found = { $codes ->
    [one] Se encontró en Seam { $codes } código del que no se sabía.
   *[other] Se encontraron en Seam { $codes } códigos de los que no se sabía.
}
sync-mended = { $rows ->
    [one] Se reparó { $rows } fila dañada de la copia de los datos de Seam. Ningún código se ve afectado. Haga una copia de seguridad: un disco que falla volverá a dañar archivos.
   *[other] Se repararon { $rows } filas dañadas de la copia de los datos de Seam. Ningún código se ve afectado. Haga una copia de seguridad: un disco que falla volverá a dañar archivos.
}
sync-slots-changed = Cambiaron las franjas en { $doors }. Vuelva a ver la vista previa de las estancias allí.
sync-clock-behind = El reloj de este equipo va { $by } por detrás del de Seam. Ponga el reloj en hora y sincronice.
sync-clock-ahead = El reloj de este equipo va { $by } por delante del de Seam. Ponga el reloj en hora y sincronice.

## Una estancia mientras se rellena (sentence/draft.rs)

draft-no-date = «{ $text }» no es una fecha. Elija una, o escríbala como 2026-12-03.
draft-no-time = «{ $text }» no es una hora. Pruebe 16:00 o 4 pm.
caution-shift = Las horas no son las pedidas. Le convienen a este huésped.
caution-soon = La entrada es el { $at }, en menos de media hora. Seam puede tardar más en preparar el código.
caution-begun = La hora de entrada ya pasó. El código funcionará cuando Seam lo haya preparado, quizá en 30 minutos o más.
caution-last-fifth = { $left ->
    [one] Solo queda { $left } de { $limit } lugares en esta cerradura. Un código no se puede revocar nunca.
   *[other] Solo quedan { $left } de { $limit } lugares en esta cerradura. Un código no se puede revocar nunca.
}
shift-in-later = El huésped entra { $by } más tarde de lo pedido.
shift-in-earlier = El huésped entra { $by } antes de lo pedido.
shift-out-later = El código funciona { $by } más de lo pedido.
shift-out-earlier = El código termina { $by } antes de lo pedido.
aspect-length = { $length } (se permiten hasta 31 días).
aspect-tables = Todas las tablas de zonas coinciden.
aspect-no-overlap = No coincide en el tiempo con otro código.
aspect-overlap = { $codes ->
    [one] Coincide en el tiempo con { $codes } código más.
   *[other] Coincide en el tiempo con { $codes } códigos más.
}
aspect-no-shift = A 15 minutos o menos de sus horas.
aspect-gap = El reloj se adelanta y se salta uno de sus extremos: ese extremo es el momento tras el salto.
aspect-fold = El reloj se atrasa y muestra uno de sus extremos dos veces: ese extremo es la primera.

## Hoy (sentence/today.rs)

clock-ahead = hora de { $place }, { $by } por delante
clock-behind = hora de { $place }, { $by } por detrás
capacity-lasts = Al ritmo de los últimos 90 días se llena hacia el { $date }.
guest-no-code = Esta estancia desde el { $at } no tiene código todavía.
need-no-code = Llega el { $at }. Aún sin código.
need-no-code-late = Debía llegar el { $at } y no tiene código. Emita uno o quite la estancia.
need-second-code = { $codes ->
    [one] Seam tiene { $codes } código más para esta estancia. Cualquiera que llegara a estar listo funciona y ocupa un lugar. Ábrala para ver el identificador del otro.
   *[other] Seam tiene { $codes } códigos más para esta estancia. Cualquiera que llegara a estar listo funciona y ocupa un lugar. Ábrala para ver sus identificadores.
}
need-not-issued = La estancia sigue sin código.
perhaps-same-name = La puerta «{ $gone }» dejó de aparecer en Seam el { $since }. «{ $door }» aparece ahora con un identificador nuevo, con el mismo sitio y nombre. ¿Es la misma cerradura?
perhaps-same-id = La puerta «{ $gone }» dejó de aparecer en Seam el { $since }. «{ $door }» aparece ahora con un identificador nuevo, y Oracode tiene el mismo identificador de puerta para las dos. ¿Es la misma cerradura?
perhaps-same-codes = La puerta «{ $gone }» dejó de aparecer en Seam el { $since }. Seam muestra ahora en «{ $door }» códigos que se crearon para ella. ¿Es la misma cerradura?
door-known-as = Usted confirmó que esta cerradura es ahora { $door }. Sus códigos, estancias y notas se muestran allí.
need-door = Aquí empezará una estancia que usted anotó, y esta puerta no puede emitir.

## El registro frente a Seam (sentence/compare.rs)

compare-alike = { $codes ->
    [one] Todo coincide: { $codes } código en { $at }.
   *[other] Todo coincide: { $codes } códigos en { $at }.
}
compare-doors = { $doors ->
    [one] { $doors } puerta
   *[other] { $doors } puertas
}
compare-unread = Lo que se pudo leer coincide (códigos comparados: { $codes }). Puertas o códigos que no se pudieron leer: { $unread }; vuelva a comparar más tarde.
compare-differs = { $doors ->
    [one] El registro y Seam difieren en { $doors } puerta. No se cambió nada; una sincronización actualiza el registro con los datos de Seam.
   *[other] El registro y Seam difieren en { $doors } puertas. No se cambió nada; una sincronización actualiza el registro con los datos de Seam.
}
compare-starts = En el registro funciona desde el { $record }; en Seam, desde el { $seam }.
compare-ends = En el registro funciona hasta el { $record }; en Seam, hasta el { $seam }.
compare-slot = En el registro su franja es «{ $record }»; en Seam, «{ $seam }».
compare-pin-there = Seam tiene su PIN y el registro todavía no. Sincronice.
compare-state = En el registro: { $record }; en Seam: { $seam }. Sincronice.

## Mensajes a otros (sentence/wish.rs)

wish-subject-installer = { $doors ->
    [one] dormakaba Oracode: por favor, configure { $doors } puerta
   *[other] dormakaba Oracode: por favor, configure { $doors } puertas
}
wish-subject-seam = { $doors ->
    [one] dormakaba Oracode: por favor, revisen { $doors } dispositivo
   *[other] dormakaba Oracode: por favor, revisen { $doors } dispositivos
}
wish-subject-dormakaba = { $doors ->
    [one] Oracode: { $doors } puerta no puede emitir códigos
   *[other] Oracode: { $doors } puertas no pueden emitir códigos
}
wish-opening-installer = Hola: emito los códigos de los huéspedes para estas cerraduras Oracode a través de Seam. ¿Podría configurar lo siguiente? Como hay que reprogramar todas las cerraduras, aquí va todo en una lista.
wish-opening-seam = Hola: emito códigos de acceso sin conexión para estas cerraduras Oracode con su API. ¿Podrían revisar lo siguiente?
wish-opening-dormakaba = Hola: emito códigos para estas cerraduras Oracode a través de Seam, y lo siguiente lo impide. ¿Podrían revisarlo?
wish-door-seam = { $door } (device_id: { $id })
wish-door-site = { $door } – { $site }
wish-closing-installer = Por favor, avíseme cuando esté hecho. Veo el cambio unos 30 minutos después y entonces pruebo un código en cada puerta. Gracias.
wish-closing = Por favor, avísenme cuando esté hecho. Gracias.
wish-no-slots = Por favor, configure niveles de huésped (user levels), uno de ellos de 24 horas, de 12:00 a 12:00. La puerta no tiene ninguno.
wish-no-usable-slot = Por favor, configure un nivel de huésped (user level) que no sea maestro ni de un solo uso. La puerta no tiene otro.
wish-slot-for-stay = Por favor, añada un nivel de huésped (user level) con entrada a las { $entry } y salida a las { $exit }. Ningún nivel de la puerta sirve para una estancia con estas horas.
wish-24-hour-slot = Por favor, añada un nivel de huésped (user level) de 24 horas, de 12:00 a 12:00.
wish-offline = Por favor, activen para él los códigos de acceso sin conexión (can_program_offline_access_codes).
wish-zone-missing = Por favor, pongan la zona horaria de su sitio: no se indica ninguna.
wish-zone-unknown = Por favor, corrijan la zona horaria de su sitio: «{ $zone }» no es una zona de IANA.
wish-zones-disagree = Por favor, corrijan su zona horaria: sus respuestas nombran varias ({ $zones }).
wish-unusable-slots = Por favor, revisen estos niveles: sus horas de entrada o salida no se pueden leer ({ $names }).
wish-frames-differ = Por favor, revisen sus horas: predefined_time_slots y los marcos de tiempo sin conexión difieren.
wish-said = Seam informa de: { $said }

## Aquello en lo que se apoya todo el programa (sentence/readiness.rs)

app-key = Hay una clave de API.
app-key-absent = No hay clave de API, así que no se puede leer nada de Seam ni emitir.
    .mend = Indique la clave de su espacio de trabajo en Ajustes.
app-key-unread = La clave de API no se puede leer del llavero.
    .mend = Vea abajo; hasta entonces no se puede leer nada de Seam ni emitir.
app-keychain = La clave se guarda en el llavero de este sistema.
app-keychain-empty = El llavero no guarda ninguna clave de Latchbook.
app-keychain-unused = La clave viene del entorno; el llavero no hace falta.
app-keychain-session = La clave se guarda solo para esta sesión.
    .mend = Indíquela de nuevo tras el próximo arranque, o configure un llavero y vuelva a conectar.
app-keychain-locked = El llavero está bloqueado.
    .mend = Desbloquéelo y vuelva a intentarlo.
app-keychain-none = El llavero de este sistema no responde.
    .mend = Inicie el llavero del sistema, o use la clave solo para esta sesión.
app-clock = El reloj de este equipo coincide con el de Seam.
app-clock-unheard = El reloj de este equipo aún no se ha comparado con el de Seam.
    .mend = Sincronice.
app-clock-behind = En la última sincronización, el reloj de este equipo iba { $by } por detrás del de Seam.
    .mend = Ponga el reloj en hora y sincronice. Hasta entonces las fechas mostradas pueden ser erróneas, y un código solo cuenta como terminado cuando coinciden ambos relojes.
app-clock-ahead = En la última sincronización, el reloj de este equipo iba { $by } por delante del de Seam.
    .mend = Ponga el reloj en hora y sincronice. Hasta entonces las fechas mostradas pueden ser erróneas, y un código solo cuenta como terminado cuando coinciden ambos relojes.
app-sync = Sincronizado hace { $ago }.
app-sync-now = Sincronizado ahora mismo.
app-sync-never = Seam no se ha leído nunca por completo.
    .mend = Sincronice antes de emitir.
app-sync-ahead = Según el reloj de este equipo, la última sincronización aún no ha tenido lugar: el reloj se ha atrasado.
    .mend = Compruebe el reloj y sincronice.
app-sync-old = Todo se leyó de Seam por última vez hace { $ago }.
    .mend = Sincronice; las franjas y los códigos pueden haber cambiado desde entonces.
app-tables = Tablas de zonas en uso: { $version }. Todas las tablas coinciden en el reloj de cada puerta en los próximos doce meses.
app-tables-disagree = { $doors ->
    [one] Tablas de zonas en uso: { $version }. Otras discrepan en el reloj de { $doors } puerta.
   *[other] Tablas de zonas en uso: { $version }. Otras discrepan en los relojes de { $doors } puertas.
}
    .mend = Mantenga al día Latchbook y el sistema, y compruebe el reloj de esas cerraduras. Verá las dos horas y confirmará antes de emitir.
app-record = El registro está íntegro: no falta ni cambió ningún suceso.
app-record-unsound = El registro no está íntegro: { $problem }.
    .mend = Hasta entonces no se puede emitir. Restaure una copia de seguridad en Ajustes; el registro dañado se aparta, no se borra.

## La clave, el llavero y la dirección de Seam (sentence/start.rs)

key-empty = No se indicó ninguna clave.
key-personal-token = Eso es un token de acceso personal (seam_at…); Latchbook necesita una clave de API del espacio de trabajo.
key-session-token = Eso es un token de sesión de cliente (seam_cst…); Latchbook necesita una clave de API del espacio de trabajo.
key-publishable = Eso es una clave publicable (seam_pk…); Latchbook necesita una clave de API del espacio de trabajo.
key-console-session = Eso es un token de sesión de la consola; Latchbook necesita una clave de API del espacio de trabajo.
key-not-a-key = Eso no es una clave de API de Seam: empieza por «seam_» y es una sola palabra.
keychain-no-service = No hay ningún servicio de llavero en marcha. En Linux, inicie una sesión de escritorio, o instale e inicie gnome-keyring o KWallet; sin ellos, indique la clave solo para esta ejecución en SEAM_API_KEY.
keychain-no-keychain = El servicio de llavero funciona, pero aún no contiene ningún llavero. Cree uno (en Contraseñas y claves: Nuevo, Depósito de contraseñas, con el nombre Login y como predeterminado) y vuelva a intentarlo; hasta entonces, indique la clave solo para esta ejecución en SEAM_API_KEY.
keychain-locked = Su llavero está bloqueado. Desbloquéelo (Contraseñas y claves, Acceso a Llaveros o KWallet) y vuelva a intentarlo.
keychain-denied = Se denegó el acceso al llavero: su pregunta se descartó o no se pudo mostrar. Vuelva a intentarlo y permítalo, o desbloquee antes el llavero.
keychain-timed-out = El llavero no respondió a tiempo. Puede haber una pregunta esperando detrás de otra ventana: respóndala, o desbloquee el llavero, y vuelva a intentarlo.
keychain-ambiguous = El llavero contiene más de una entrada de Latchbook y no está claro cuál es la buena. Ejecute `latchbook connect --forget` para quitarlas todas y conecte de nuevo.
keychain-too-long = Esta clave es demasiado larga para guardarse en todos los sistemas. Revise lo que pegó.
keychain-garbled = La entrada de Latchbook en el llavero no es una clave de API. Ejecute `latchbook connect --forget` para quitarlo y conecte de nuevo.
keychain-not-kept = El llavero aceptó la clave, pero no la devolvió, así que allí no está segura. Compruebe que el llavero conserve sus entradas y conecte de nuevo.
keychain-crashed = La llamada del programa al llavero terminó sin respuesta. Vuelva a intentarlo; si sigue igual, comuníquelo.
keychain-other = El llavero falló. Vuelva a intentarlo; si sigue igual, desbloquee o repare el llavero.
endpoint-empty = La dirección está vacía. Omítala para usar Seam, o indique una como https://connect.getseam.com.
endpoint-not-an-address = Eso no es una dirección como https://connect.getseam.com.
endpoint-unencrypted = La dirección debe empezar por https:// (http:// es solo para el simulador de este equipo).
endpoint-credentials = La dirección no debe contener un nombre ni una contraseña.
endpoint-query = La dirección no debe contener «?» ni «#».

## Qué tan grave es y quién lo arregla (view/words.rs)

level-pass = bien
level-warn = aviso
level-fail = bloqueo
who-host = usted
who-installer = instalador
who-seam = Seam
who-dormakaba = dormakaba
