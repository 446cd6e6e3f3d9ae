/**
 * Minutes since midnight.
 *
 * @param time - `HH:MM`, up to `24:00`
 */
export function minuteOfDay(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
}
