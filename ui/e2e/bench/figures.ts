/** Figures with their baselines and bounds, and the table of them. */

export interface Figure {
  name: string;
  measured: string;
  /** The baseline, measured in the same run; empty if the bound is absolute. */
  floor: string;
  value: number;
  atMost: number;
}

const holds = (figure: Figure): boolean => figure.value <= figure.atMost;

export function table(figures: Figure[]): string {
  const line = (figure: Figure) =>
    [
      figure.name.padEnd(52),
      figure.measured.padStart(14),
      ` ${figure.floor.padEnd(44)}`,
      figure.value.toFixed(3).padStart(12),
      `≤ ${figure.atMost}`.padStart(10),
      holds(figure) ? "" : " BEYOND",
    ].join(" ");
  return figures.map(line).join("\n");
}

/** A figure as a multiple of its baseline. */
export function ratio(name: string, unit: string, measured: number, floor: number, atMost: number): Figure {
  const show = (value: number) => `${value.toFixed(0)} ${unit}`;
  return { name, measured: show(measured), floor: `${show(floor)} an empty window`, value: measured / floor, atMost };
}

/**
 * A figure with its own bound. `floor`: an empty window's time for the same, which separates the machine's share from
 * ours.
 */
export function absolute(name: string, unit: string, measured: number, atMost: number, floor?: number): Figure {
  const show = (value: number) => `${value.toPrecision(3)} ${unit}`;
  return { name, measured: show(measured), floor: floor === undefined ? "" : `${show(floor)} an empty window`, value: measured, atMost };
}

export const median = (values: number[]): number => at(values, 0.5);

/** The value that 95 in 100 do not exceed. */
export const p95 = (values: number[]): number => at(values, 0.95);

function at(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
