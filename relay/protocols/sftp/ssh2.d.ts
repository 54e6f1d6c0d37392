// What we use of ssh2, which comes with ssh2-sftp-client and brings no types.
declare module 'ssh2' {
  import type { EventEmitter } from 'node:events'
  import type { Duplex, Readable, Writable } from 'node:stream'
  export interface Stats {
    size: number
    mtime: number
    isDirectory(): boolean
    isSymbolicLink(): boolean
  }
  type Done<T = void> = (error?: Error | null, value?: T) => void
  export interface SFTPWrapper {
    stat(path: string, done: Done<Stats>): void
    readdir(path: string, done: Done<{ filename: string; attrs: Stats }[]>): void
    readlink(path: string, done: Done<string>): void
    createReadStream(path: string, options: { highWaterMark: number }): Readable
    createWriteStream(path: string, options: { flags: string }): Writable
    unlink(path: string, done: Done): void
    rmdir(path: string, done: Done): void
    mkdir(path: string, done: Done): void
    rename(from: string, to: string, done: Done): void
  }
  export class Client extends EventEmitter {
    connect(options: {
      sock: Duplex
      username: string
      password?: string
      privateKey?: string
      passphrase?: string
      readyTimeout: number
      keepaliveInterval: number
      hostVerifier(key: Buffer): boolean
    }): void
    sftp(done: (error: Error | undefined, sftp: SFTPWrapper) => void): void
    end(): void
    destroy(): void
  }
}
