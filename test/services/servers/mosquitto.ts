// Mosquitto with one user, `weft`.
import { writeFileSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, give, runProgram, scratch, startProgram, userIds, type Server } from '../support/server.ts'

export const mosquittoPrograms = { mosquitto: 'mosquitto', mosquitto_passwd: 'mosquitto' }
export const mqttPassword = 'mqtt-secret-1'

export async function startMosquitto(): Promise<Server> {
  const [port, folder, ids] = [await freePort(), scratch('mosquitto'), userIds('mosquitto')]
  const passwords = join(folder, 'passwords')
  runProgram('mosquitto_passwd', ['-b', '-c', passwords, 'weft', mqttPassword], { cwd: folder })
  chmodSync(passwords, 0o644)
  give(folder, ids)
  const config = join(folder, 'mosquitto.conf')
  writeFileSync(config, `listener ${port} 127.0.0.1\nallow_anonymous false\npassword_file ${passwords}\nretry_interval 2\n`.replace('retry_interval 2\n', '')) // prettier-ignore
  const { stop } = await startProgram('mosquitto', ['-c', config], { port, folder })
  return { port, folder, stop }
}
