// A Redis that answers every command at once with 1 KB: speaks just enough RESP.
import { createServer, type AddressInfo } from 'node:net'

const answer = Buffer.from(`$1024\r\n${'x'.repeat(1024)}\r\n`)

export async function startRedis(): Promise<{ port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      const commands = String(chunk).match(/^\*\d+\r$/gm)?.length ?? 0
      if (/\$5\r\nHELLO|CLIENT/.test(String(chunk))) socket.write('+OK\r\n'.repeat(commands))
      else socket.write(Buffer.concat(Array.from({ length: commands }, () => answer)))
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() }
}
