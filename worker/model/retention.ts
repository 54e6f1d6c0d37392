// How many ended runs a store keeps: a setting of it.

/** Name of the setting that says otherwise than `usualRetention`, as a whole or in part. */
export const retentionSetting = 'retention'

export interface Retention {
  /** Ended runs that are kept. */
  runs: number
  /** Characters of JSON of all that is kept of them together. */
  bytes: number
}
export const usualRetention: Retention = { runs: 10_000, bytes: 256 * 1024 * 1024 }
