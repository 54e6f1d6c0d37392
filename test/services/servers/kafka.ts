// The mock cluster of librdkafka, inside of kcat: brokers on TCP ports, everything in memory.
import { spawn } from 'node:child_process'
import { programOf, scratch, type Server } from '../support/server.ts'

export const kafkaPrograms = { kcat: 'kcat' }

export async function startKafka(): Promise<Server> {
  const folder = scratch('kafka')
  const child = spawn(
    programOf('kcat') ?? 'kcat',
    ['-C', '-t', 'keep', '-X', 'test.mock.num.brokers=1', '-b', 'x:1', '-d', 'mock'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const port = await new Promise<number>((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`kcat tells no port:\n${output}`)), 20_000)
    child.on('error', reject)
    child.stderr.on('data', (chunk: Buffer) => {
      output += String(chunk)
      const found = /127\.0\.0\.1:(\d+)/.exec(output)
      if (!found) return
      clearTimeout(timer)
      resolve(Number(found[1]))
    })
  })
  child.stderr.resume()
  child.stdout.resume()
  return {
    port,
    folder,
    stop: async () => {
      const ended = new Promise((resolve) => child.on('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}
