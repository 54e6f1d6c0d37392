export function sameResult(a: unknown, b: unknown): boolean
export function rounds(
  peers: Record<string, () => unknown>,
  options?: { count?: number; ms?: number; warmup?: number },
): Promise<Record<string, { ms: number; ratio: number }>>
export function table(rows: Record<string, string | number | undefined>[]): string
