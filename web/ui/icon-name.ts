// Marks a text as the name of a lucide icon, so that the build brings its geometry (see vite-icons.ts).
export function icon(name: string): string {
  return name
}
