/** Reading time as people say it (N5): never zero. */
export function minutes(count: number): string {
  return `${Math.max(1, Math.round(count))} min`
}
