// Mosquitto with one user, `weft`.
import { writeFileSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, give, restartable, runProgram, scratch, startProgram, userIds, type Restartable, type Server } from '../support/server.ts' // prettier-ignore

export const mosquittoPrograms = { mosquitto: 'mosquitto', mosquitto_passwd: 'mosquitto' }
export const mqttPassword = 'mqtt-secret-1'

export async function startMosquitto(): Promise<Server & Restartable> {
  const [port, folder, ids] = [await freePort(), scratch('mosquitto'), userIds('mosquitto')]
  const passwords = join(folder, 'passwords')
  runProgram('mosquitto_passwd', ['-b', '-c', passwords, 'weft', mqttPassword], { cwd: folder })
  chmodSync(passwords, 0o644)
  give(folder, ids)
  const config = join(folder, 'mosquitto.conf')
  const persistent = `persistence true\npersistence_location ${folder}/\n`
  writeFileSync(config, `listener ${port} 127.0.0.1\nallow_anonymous false\npassword_file ${passwords}\n${persistent}`) // prettier-ignore
  // It writes what it keeps when it is asked to end.
  const start = () => startProgram('mosquitto', ['-c', config], { port, folder })
  const server = await restartable(start, { signal: 'SIGTERM' })
  return { port, folder, ...server }
}
