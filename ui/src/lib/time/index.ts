export { minutesOf, parseCivil, weekdayOf, type Civil } from "./civil";
export { formatClock, formatDate, formatDay, formatHours, formatMoment, formatMonth, formatSpan, setClock, weekdayName } from "./format.svelte";
