// The states that have a shape of their own.
export type GlyphState =
  'ok' | 'failed' | 'running' | 'waiting' | 'skipped' | 'none' | 'stale' | 'warning' | 'mocked'

/** The shape of how a run ended, or that it goes on. */
export const outcomeGlyph = { ok: 'ok', failed: 'failed', cancelled: 'skipped', running: 'running' } as const
