// What we use of the inside of mongodb, which it does not export.
declare module 'mongodb/lib/utils.js' {
  export class BufferPool {
    getInt32(): number | null
  }
}
