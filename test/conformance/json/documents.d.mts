export const documents: Record<string, (string | Uint8Array)[]>
