// The states that have a shape of their own.
export type GlyphState =
  'ok' | 'failed' | 'running' | 'waiting' | 'skipped' | 'none' | 'stale' | 'warning' | 'mocked'
