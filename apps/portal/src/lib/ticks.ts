/** The steps of an axis from 0 to the first round number that is at least `largest`, four at most. */
export function ticksOf(largest: number): number[] {
  const rough = Math.max(1, largest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough && Number.isInteger(one)) ?? Math.ceil(rough);
  return Array.from({ length: Math.max(1, Math.ceil(largest / step)) + 1 }, (_, index) => index * step);
}
