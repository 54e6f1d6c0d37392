// The shapes of a picture file, to be drawn as elements: the page takes no markup from text. The files hold shapes only (a test sees to it).
export interface Shape {
  tag: 'path' | 'rect' | 'circle' | 'text'
  attributes: Record<string, string>
  /** Of a `text`. */
  words?: string
}

export function shapesOf(svg: string): Shape[] {
  return [...svg.matchAll(/<(path|rect|circle|text)\s([^>]*?)\/?>(?:([^<]*)<\/text>)?/g)].map(
    ([, tag, attributes, words]) => ({
      tag: tag as Shape['tag'],
      attributes: Object.fromEntries(
        [...attributes!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
      ),
      ...(words !== undefined && { words }),
    }),
  )
}
