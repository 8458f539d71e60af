# Lo que se imprime para quien hospeda: el registro, la preparación. Se traduce de en/paper.ftl.

## Cada página

paper-printed = impreso el { $at }, { $zone } (UTC{ $offset })
paper-demo = DEMO: puertas simuladas, nada de esto es real
paper-page = Página { $page } de { $pages }

## El registro

paper-ledger = Registro de códigos
paper-ledger-number = N.º
paper-ledger-door = Puerta
paper-ledger-label = Etiqueta
paper-ledger-from = Desde (hora cerr.)
paper-ledger-until = Hasta (hora cerr.)
paper-ledger-slot = Franja
paper-ledger-state = Estado
paper-ledger-pin = PIN
paper-ledger-made = Pedido (UTC)
paper-ledger-differs = { $state } · difiere
paper-ledger-second = { $state } · dos códigos
paper-ledger-count = { $codes ->
    [0] ningún código
    [one] { $codes } código
   *[other] { $codes } códigos
}
paper-ledger-first = los primeros { $shown } de { $codes } códigos
paper-ledger-zones = La hora de la cerradura (hora cerr.) es la hora local de la puerta. Zonas horarias: { $zones }.
paper-ledger-many-zones = La hora de la cerradura (hora cerr.) es la hora local de la puerta. Cada puerta tiene su propia zona horaria.

## La preparación

paper-readiness = Preparación
paper-readiness-door = Puerta
paper-readiness-ready = Lista
paper-readiness-fail = Bloqueo
paper-readiness-warn = Aviso
paper-readiness-who = Quién lo arregla
paper-ready = lista
paper-not-ready = no está lista
paper-no-doors = Todavía no hay puertas.
paper-app = Cuenta y este equipo
paper-test = prueba
paper-ready-of = { $ready } de { $doors } puertas listas
paper-to-host = Para usted
paper-to-installer = Para el instalador
paper-to-seam = Para Seam
paper-to-dormakaba = Para dormakaba
paper-test-untried = código de prueba sin probar
paper-test-worked = el código de prueba abrió la puerta
paper-test-failed = el código de prueba no abrió la puerta
