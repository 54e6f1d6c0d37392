export const root: string
export function ensureBuilt(name: 'dataway' | 'node' | 'studio', tell?: (line: string) => void): Promise<void>
