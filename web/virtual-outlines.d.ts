declare module 'virtual:outlines' {
  const table: Record<string, import('./vite-outlines.ts').Outline>
  export default table
}
