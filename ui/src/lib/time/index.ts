export { firstWeekday, hoursLater, minutesOf, parseCivil, weekdayOf, zoneName, type Civil } from "./civil";
export { formatClock, formatDate, formatDay, formatHours, formatLong, formatMoment, formatMonth, formatSpan, monthName, setClock, weekdayName } from "./format.svelte";
