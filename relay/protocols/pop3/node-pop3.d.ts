// What we use of node-pop3, which brings no types.
declare module 'node-pop3' {
  export default class Pop3Command {
    constructor(options: {
      user: string
      password: string
      host: string
      port: number
      tls: boolean
      timeout: number
      servername?: string
      tlsOptions: object
    })
    STAT(): Promise<string>
    command(name: string, ...args: string[]): Promise<unknown>
    /** Number and unique id of each mail. */
    UIDL(): Promise<[string, string][]>
    QUIT(): Promise<string>
  }
}
