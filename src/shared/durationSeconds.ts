const DAY = 86_400;
const UNIT_SECONDS = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3_600, 60, 1];

/** Seconds of an ISO 8601 duration of whole numbers (`PT5M`, `P3D`, `P1Y`), a month being 30 days and a year 365; null for anything else. */
export function durationSeconds(iso: string): number | null {
  const [, ...amounts] = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso) ?? [];
  if (amounts.length === 0) return null;
  return amounts.reduce((sum, amount, index) => sum + Number(amount ?? 0) * (UNIT_SECONDS[index] ?? 0), 0);
}
