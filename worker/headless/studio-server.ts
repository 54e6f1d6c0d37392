// What `weft start` and `weft relay` share: the port of the studio, and the wait for the end.

const defaultPort = 8517

/** Undefined, and told, for what is no port. */
export function portOf(text: string | undefined): number | undefined {
  const port = Number(text ?? defaultPort)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  console.error('--port takes a number from 0 (any free one) to 65535')
  return undefined
}

/** Resolves when the process is told to stop. */
export function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop())
    process.once('SIGTERM', () => stop())
  })
}
