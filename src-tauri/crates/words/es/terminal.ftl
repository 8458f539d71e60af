# Lo que solo dice la terminal, en español. Se traduce de en/terminal.ftl.
# docs/words.md: cómo se añade una frase y qué palabras se usan. A quien hospeda se le habla de usted.

## Lo que solo dice la línea de órdenes (cli)

cli-no-key = Todavía no hay ninguna clave de API de Seam. Ejecute `latchbook connect`, o ponga SEAM_API_KEY solo para esta ejecución.
cli-clock-out-of-range = El reloj de este equipo muestra un año anterior a 1970 o posterior a 9999. Póngalo en hora y vuelva a intentarlo.
cli-no-folder = Esta cuenta no tiene carpeta personal, así que no hay una carpeta predeterminada para el registro. Indique una con --data-dir.
cli-relative-folder = { $variable } es «{ $said }», que no es una ruta absoluta, así que no se sabe de qué carpeta se trata. Ponga una ruta desde la raíz, o use --data-dir.
cli-not-exported = Los códigos no se pueden escribir: { $error }.
cli-saved = { $codes ->
    [one] Se guardó un código en { $path }.
   *[other] Se guardaron { $codes } códigos en { $path }.
}
cli-workbook-to-stdout = Un libro de Excel no se puede escribir en la salida estándar. Indique un archivo: --xlsx codes.xlsx.
cli-no-webhook-secret = Ponga en { $variable } el secreto del webhook (whsec_…): consola de Seam, Developer, Webhooks. Sin él no se pueden verificar los sucesos de Seam.
cli-bad-webhook-secret = { $variable } no es el secreto de un webhook; uno empieza por whsec_.
cli-listening = Escuchando en { $url } los webhooks de Seam. Termina con Ctrl-C.
cli-cannot-listen = No se puede escuchar ahí: { $error }. Elija otro puerto con --port.
cli-key-unread = No se pudo leer la clave: { $error }.
cli-type-key = Su clave de API de Seam: consola de Seam, Developer, API Keys. No se muestra mientras la escribe o la pega.
cli-key-given = SEAM_API_KEY está definida: mientras lo esté, se usa su clave y no la del llavero.
cli-key-given-suffices = SEAM_API_KEY está definida: se usa su clave sin llavero y no hay nada que conectar. Continúe con `latchbook sync`.
cli-sync-next = A continuación, ejecute `latchbook sync`.
cli-key-kept-macos = La clave se guarda en su llavero de inicio de sesión (Acceso a Llaveros la muestra como org.latchbook.desktop) y en ningún otro sitio.
cli-key-kept-windows = La clave se guarda en el Administrador de credenciales de Windows (como org.latchbook.desktop) y en ningún otro sitio.
cli-key-kept-linux = La clave se guarda en el llavero de su escritorio (Contraseñas y claves la muestra como org.latchbook.desktop) y en ningún otro sitio.
cli-damaged = El registro está dañado. Esto es lo que aún se puede leer de él, sin comprobar. No emita nada; ejecute `latchbook verify` para ver qué está dañado y restaure una copia de seguridad: al hacerlo, el archivo dañado se aparta y se conserva.
cli-damaged-unread = { $codes ->
    [one] El registro está dañado. Un código no se puede leer. Esto es lo que aún se puede leer de él, sin comprobar. No emita nada; ejecute `latchbook verify` para ver qué está dañado y restaure una copia de seguridad: al hacerlo, el archivo dañado se aparta y se conserva.
   *[other] El registro está dañado. { $codes } códigos no se pueden leer. Esto es lo que aún se puede leer de él, sin comprobar. No emita nada; ejecute `latchbook verify` para ver qué está dañado y restaure una copia de seguridad: al hacerlo, el archivo dañado se aparta y se conserva.
}
cli-damaged-no-backup = El registro está dañado, así que no se hizo ninguna copia de él. Ejecute `latchbook verify` para ver qué está dañado y restaure una copia de seguridad anterior.
cli-unwritten = No se pudo escribir la respuesta en stdout.
cli-pin-unread = No se pudo mostrar el PIN: la salida estaba cerrada. El código está en el registro: `latchbook code { $number } --show-pins` lo muestra.
cli-file-is-folder = { $path } es una carpeta. Indique un archivo que aún no exista.
cli-file-unwritten = No se puede escribir { $path }: { $error }. Elija otra carpeta.
cli-no-such-folder = No existe la carpeta { $path }. Créela antes, o indique otra.
cli-no-such-file = No existe el archivo { $path }.
cli-time-without-door = Una hora sin desfase es la del reloj de una puerta: añada --door, o escriba la hora como 2026-12-03T21:00Z.
cli-stopped-under-way = Detenido mientras la solicitud estaba en camino: puede existir un código. Nada se envía de nuevo automáticamente; ejecute `latchbook look` para averiguarlo y, entretanto, no emita otro.
cli-stopped = Detenido antes de enviar nada. El próximo arranque aclara la intención; puede volver a emitir sin riesgo.
cli-not-another = No se envió nada. Sigue sin saberse qué pasó con el primer intento.
cli-write-down = La respuesta no se pudo anotar. Apunte los datos de arriba.
cli-nothing-sent = No se envió nada.
cli-add-yes = Añada --yes para aceptar.
cli-followed-no-further = El seguimiento terminó antes de tiempo: { $why }
cli-another-window = Otra ventana está emitiendo para esta estancia ahora mismo. No emita otro; compruébelo de nuevo en un minuto.
cli-waiting-ended = La espera terminó. Una consulta o sincronización posterior confirma el código.
cli-ask-yes = ¿Emitir el código de todos modos? [s/N]
cli-ask-another = Escriba «otro» para crear otro código:
cli-no-demo-folder = No se puede crear una carpeta en { $path }.
cli-demo-no-code = La puerta de la demo no dio su código.
cli-manual-written = { $pages ->
    [one] Se escribió { $pages } página en { $path }.
   *[other] Se escribieron { $pages } páginas en { $path }.
}
cli-manual-unwritten = El manual no se puede escribir ahí: { $error }.
cli-manual-is-text = El manual es una página para `man`
cli-completions-are-text = El autocompletado es un script para la consola
cli-never-json = { $what } y no está disponible como JSON. Quite --json.
cli-no-doors = Todavía no hay puertas. Ejecute `latchbook sync` para leerlas de Seam.
cli-no-doors-at-seam = Seam no tenía ninguna puerta Oracode en este espacio de trabajo en la última sincronización. Compruebe en la consola de Seam que la cuenta dormakaba del sitio está conectada allí y que la clave es de ese espacio de trabajo; después vuelva a sincronizar.
cli-no-codes = Aquí no hay códigos. `latchbook limits` cuenta los hechos fuera.

## Títulos, rótulos y la demo de la línea de órdenes (cli/src/show)

column-number = NÚM.
column-door = PUERTA
column-from = DESDE (HORA DE LA CERRADURA)
column-to = HASTA
column-state = ESTADO
column-pin = PIN
column-label = ETIQUETA
column-zone = ZONA DE LA CERRADURA
column-slots = FRANJAS
column-codes = CÓDIGOS
column-read = LEÍDA
column-to-know = A SABER
column-taken = OCUPADOS
column-here = DE AQUÍ
column-in-flight = EN CAMINO
column-elsewhere = DE FUERA
column-limit-by = LÍMITE SEGÚN
column-next-free = PRÓXIMO LIBRE (HORA DE LA CERRADURA)
column-slot = FRANJA
column-opens = ABRE
column-closes = CIERRA
column-missing = FALTA
column-extra = DE MÁS
column-id = IDENTIFICADOR
column-check-in = ENTRADA
column-check-out = SALIDA
column-kind = TIPO
column-use = USO
show-ready-of = { $ready } de { $doors } puertas están listas.
show-tables = Tablas de zonas en uso: { $version }.
show-ready = lista
show-not-ready = no está lista
level-short-pass = bien
level-short-warn = ojo
level-short-fail = mal
show-again = Esta estancia ya tenía su código; no se creó otro.
show-title = { $door }: del { $from } al { $to }, hora de la cerradura ({ $zone })
show-not-confirmed = sin confirmar
show-seam-says = Según Seam
show-seam-said = Seam dice: «{ $said }»
fact-state = Estado
fact-slot = Franja
fact-label = Etiqueta
fact-stay-key = Clave de la estancia
fact-rounding = Redondeo
fact-at-seam = En Seam
fact-second-codes = Segundos códigos
fact-door = Puerta
fact-tables = Tablas de zonas
fact-record = En el registro
show-number = n.º { $number }, { $marker }
fact-stay = Estancia
show-from-to = del { $from } al { $to }
show-not-as-promised = Distinto de lo prometido
show-history = Historial (UTC)
show-more = Más: --after { $next }
show-count = { $shown } de { $codes } códigos.
cli-damaged-doors = { $doors ->
    [one] No se muestra { $doors } puerta: la copia de los datos de Seam sobre ella está dañada en el registro. Sincronice para repararla.
   *[other] No se muestran { $doors } puertas: la copia de los datos de Seam sobre ellas está dañada en el registro. Sincronice para repararla.
}
show-doors-hint = FRANJAS: utilizables de las que tiene la puerta. CÓDIGOS: lugares ocupados de los que tiene la cerradura. Más sobre cada puerta: latchbook audit, latchbook slots PUERTA
show-one-lock = Quizá la misma cerradura
show-perhaps-same = { $question } Si lo es: { $command }. Si no: { $command } --no
show-not-known = no se sabe
show-never = nunca
show-gone = ya no en Seam
show-unmanaged = Seam solo la observa
show-full = llena
show-to-accept = Hay que aceptar antes
fact-marker = Marca
fact-window = Vigencia
show-write-down = Apunte esto.
show-limits-hint = Su propia cifra para una puerta: latchbook limits PUERTA --set N
show-limits-unlisted = { $door }: Seam ya no muestra estos códigos, creados fuera de Latchbook y sin fecha de fin: { $codes }. Si uno ya no está en la cerradura: latchbook limits PUERTA --put-away ID
limit-by-seam = Seam
limit-by-host = usted
limit-by-nobody = no se sabe
show-to-know = A saber
show-tables-disagree = Las tablas de zonas no coinciden
show-places-taken = Lugares ocupados: { $places }. No se envió nada.
show-fits = Encaja.
show-fits-not = No encaja.
show-clock-change = (cambio de hora)
show-refused = Franjas que no encajan
show-slots-zone = hora de la cerradura, { $zone }
show-slots-no-zone = no se sabe su zona horaria
kind-24-hours = 24 horas
kind-biweekly = quincenal
kind-one-shot = de un solo uso
kind-master = maestra
show-usable = sí
show-not-usable = no: { $why }
show-doors = { $doors ->
    [one] { $doors } puerta
   *[other] { $doors } puertas
}
show-doors-new = { $doors ->
    [one] { $doors } puerta ({ $new } nueva)
   *[other] { $doors } puertas ({ $new } por primera vez)
}
show-read = Leído: { $doors } y { $codes }.
show-next-audit = Ahora: latchbook audit
show-not-read = Sin leer
show-probable = Probablemente este
show-probable-code = { $name }, creado el { $made }. Si lo es: { $command }
show-unnamed = sin nombre
show-sound = íntegro
show-damaged = dañado
show-found = Problemas encontrados
show-simulated = { $doors } puertas simuladas en { $url }
show-simulated-names = { $names }. Solo funcionan en este equipo y no llegan a ninguna cerradura.
show-simulated-more = { $names } y { $more } más. Solo funcionan en este equipo y no llegan a ninguna cerradura.
show-other-terminal = En otra terminal:
show-ctrl-c = Termina con Ctrl-C.
time-just-now = ahora mismo
time-minutes-ago = hace { $minutes } min
time-hours-ago = hace { $hours } h
time-days-ago = hace { $days } d
demo-title = Latchbook, de principio a fin
demo-opening = Puertas simuladas que solo funcionan en este equipo. Nada sale de él, no se llega a ninguna cerradura y el registro se quita al final. Todas las horas son las de la cerradura.
demo-read = Leer las puertas
demo-doors = { $doors } puertas en varias zonas horarias y { $codes } códigos creados fuera.
demo-portal = Del Homeowner's Portal de Oracode: { $doors }.
demo-ready = { $ready } de { $doors } están listas. Lo que falta en las demás, y quién puede arreglarlo:
demo-audit = ¿Están listas todas las puertas?
demo-asked = Un huésped llega el { $from } y sale el { $to }.
demo-others = Otras { $slots } franjas de esta puerta no encajan. No se envió nada.
demo-preview = ¿Qué sería un código?
demo-issue = Emitir exactamente uno
demo-at-once = enseguida
demo-a-minute-later = al minuto
demo-two-minutes-later = a los dos minutos
column-when = CUÁNDO
column-at-seam = EN SEAM
column-shown-here = AQUÍ
demo-again = Si se pide de nuevo la misma estancia, Latchbook no crea otro código: responde con el n.º { $number }.
demo-cut = Otra estancia, una semana después. Esta vez la conexión se corta cuando Seam ya ha creado el código y su respuesta aún no ha llegado.
demo-found = Encontrado en Seam por su marca { $marker }. { $then }
demo-counted = Códigos creados para esta estancia, según cuenta el simulador: { $creates }
demo-lost = Si se pierde la respuesta
demo-record = El registro
demo-masked = Los PIN se ocultan salvo que usted los pida.
demo-next-simulate = pruebe usted con puertas simuladas
demo-next-connect = indique su clave de API de Seam
demo-next-sync = lea sus propias puertas
demo-next-help = todo lo demás
demo-now-you = Ahora usted
cli-reading = Leyendo cuentas y puertas
