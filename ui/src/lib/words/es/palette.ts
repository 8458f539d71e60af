import type { palette as english } from "../en/palette";
import type { Complete } from "../phrase";

export const palette: Complete<typeof english> = {
  "palette.title": "Paleta de órdenes",
  "palette.placeholder": "Una orden, una puerta o un código",
  "palette.results": "Resultados",
  "palette.count": { one: "{count} resultado", other: "{count} resultados" },
  "palette.nothing": "Nada se llama así.",
  "palette.commands": "Órdenes",
  "palette.doors": "Puertas",
  "palette.codes": "Códigos",
  "palette.go": "Ir a {page}",
  "palette.audit": "Revisión: qué necesitan las puertas",
  "palette.about": "Acerca de Latchbook",
  "palette.verify": "Verificar el registro",
  "palette.back_up": "Hacer una copia del registro",
  "palette.theme_light": "Tema claro",
  "palette.theme_dark": "Tema oscuro",
  "palette.issue_door": "Emitir un código para {door}",
  "palette.open_door": "Abrir la puerta {door}",
  "palette.open_code": "Abrir el código {label}",
  "palette.reveal_code": "Mostrar el PIN de {label}",
  "palette.verbs": "abrir código mostrar pin ver",
  "palette.reveal_verbs": "mostrar pin ver",
  "palette.back": "Volver a la lista",
  "palette.hint": "↑ ↓ para elegir, Intro para ejecutar, Esc para cerrar",
};
