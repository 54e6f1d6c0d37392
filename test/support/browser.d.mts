export const chromium: string
export const chromiumArgs: string[]
export function ensureBrowser(): Promise<void>
