/** Seconds and minutes to choose from, in words. */
import { t } from "$lib/words";

export interface Option {
  value: number;
  label: string;
}

export function secondsOptions(seconds: readonly number[], none = ""): Option[] {
  return seconds.map((value) => ({
    value,
    label: value === 0 ? none : value >= 60 ? t("time.minutes", { minutes: value / 60 }) : t("time.seconds", { count: value }),
  }));
}

export function minutesOptions(minutes: readonly number[]): Option[] {
  return minutes.map((value) => ({
    value,
    label: value === 0 ? t("settings.never") : value < 60 ? t("settings.every_minutes", { count: value }) : t("settings.every_hours", { count: value / 60 }),
  }));
}
