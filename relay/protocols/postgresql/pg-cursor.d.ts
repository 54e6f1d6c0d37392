// What we use of pg-cursor, which brings no types.
declare module 'pg-cursor' {
  import type { QueryResult, Submittable } from 'pg'
  export default class Cursor<Row> implements Submittable {
    constructor(text: string, values: unknown[], config?: { rowMode?: 'array' })
    read(count: number): Promise<Row[]>
    close(): Promise<void>
    submit(connection: never): void
    readonly _result: QueryResult
  }
}
