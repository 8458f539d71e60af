export { firstWeekday, minutesOf, parseCivil, weekdayOf, type Civil } from "./civil";
export { formatClock, formatClockLater, formatDate, formatDay, formatHours, formatLong, formatMoment, formatMonth, formatSpan, setClock, weekdayName } from "./format.svelte";
