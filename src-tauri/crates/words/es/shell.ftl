# Lo que dice el propio programa de la ventana. Se traduce de en/shell.ftl.
# En los menús, & va antes de la letra del teclado.

## Errores de la ventana

shell-no-key = No hay ninguna clave de API de Seam. Indíquela en Ajustes, en Cuenta.
shell-clock-out-of-range = El reloj de este equipo muestra un año anterior a 1970 o posterior a 9999. Póngalo en hora y vuelva a intentarlo.
shell-nothing-open = Conecte con su clave de API de Seam, o explore con puertas simuladas.
shell-stopped = Detenido. Lo que se leyó hasta entonces se conserva.
shell-under-way = Esto ya está en curso.
shell-still-sending = Todavía hay una solicitud a Seam en camino. Vuelva a intentarlo cuando haya terminado.
shell-demo-year-ahead = El reloj de la demo avanza como máximo un año.
shell-demo-only-forward = El reloj de la demo solo avanza.
shell-demo-folder = No se puede vaciar la carpeta de la demo: { $error }.
shell-concealed = Los PIN están ocultos. Desactívelo en el menú Ver para ver uno.
shell-no-pin = El código aún no está listo, así que no hay ningún PIN que entregar.
shell-no-file = Este archivo no existe: { $path }
shell-not-in-demo = Una copia ocupa el lugar de su propio registro. Salga antes de la demo.
shell-write-down-first = Aún queda por anotar un código que no se pudo guardar. Ciérrelo antes.
shell-no-update = No hay ninguna versión más reciente que instalar. Búsquela primero.
shell-update-later = Todavía se está creando un código. Instale la versión nueva cuando esté listo.
shell-update-unsigned = Lo descargado no lleva la firma de Latchbook para esta versión. Se ha desechado; esta versión sigue en uso.
shell-update-no-answer = El sitio de las versiones no responde. Compruebe la conexión e inténtelo de nuevo.
shell-update-no-list = Lo que respondió no es una lista de versiones. Inténtelo más tarde o descargue la versión nueva a mano.
shell-update-not-for-this = La última versión no tiene paquete para este tipo de equipo. Descárguela a mano si la hay.
shell-update-not-installed = No se pudo instalar la versión nueva; esta sigue en uso. Inténtelo de nuevo o instálela a mano.
shell-unknown-placeholder = La plantilla tiene un campo desconocido: { $name }
shell-unknown-language = No hay mensaje en este idioma: { $tag }

## Títulos de diálogos

shell-save-backup = Copia de seguridad del registro
shell-open-backup = Restaurar una copia de seguridad
shell-save-codes = Exportar códigos
shell-save-card = Guardar tarjeta del huésped
shell-save-readiness = Guardar informe de preparación

## La bandeja

tray-show = Mostrar Latchbook
tray-issue = Emitir un código…
tray-sync = Sincronizar ahora
tray-quit = Salir

## Los menús

menu-issue = &Emitir un código…
menu-sync = &Sincronizar ahora
menu-settings = &Ajustes…
menu-undo = &Deshacer
menu-search = &Buscar en el registro…
menu-palette = Ó&rdenes…
menu-page-1 = &Hoy
menu-page-3 = &Puertas
menu-page-4 = &Registro
menu-page-5 = Pre&paración
menu-zoom-in = A&mpliar
menu-zoom-out = Re&ducir
menu-zoom-reset = &Tamaño real
menu-full-screen = Pa&ntalla completa
menu-conceal = &Ocultar los PIN
menu-shortcuts = Atajos de &teclado
menu-about = &Acerca de Latchbook
menu-of-file = &Archivo
menu-of-edit = &Editar
menu-of-view = &Ver
menu-of-window = Ve&ntana
menu-of-help = A&yuda
menu-quit = &Salir
