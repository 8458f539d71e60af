import type { print as english } from "../en/print";
import type { Complete } from "../phrase";

export const print: Complete<typeof english> = {
  "print.title": "Tarjeta para el huésped",
  "print.back": "Volver al código",
  "print.size": "Tamaño de la tarjeta",
  "print.quarter": "Cuarto de carta",
  "print.pin": "Mostrar el PIN",
  "print.pin_hint": "Sin él, la tarjeta lleva un recuadro vacío para escribirlo.",
  "print.label": "Mostrar la etiqueta",
  "print.label_hint": "Puede contener el nombre del huésped.",
  "print.not_set": "El PIN solo se entrega cuando el código está listo",
  "print.print": "Imprimir",
  "print.save": "Guardar en PDF",
  "print.preview": "Vista previa. Los dígitos solo salen en el papel.",
  "print.card": "La tarjeta",
  "print.empty_box": "Un recuadro vacío para escribir el código",
};
