declare module 'virtual:tiles' {
  const tiles: Record<string, import('./vite-tiles.ts').TileLook>
  export default tiles
}
