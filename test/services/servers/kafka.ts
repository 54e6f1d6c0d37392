// Apache Kafka, one node in KRaft mode: broker and controller in one process. A port without sign-on, and one with TLS and SASL.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import kafkajs from 'kafkajs'
import { certificate } from '../support/certificate.ts'
import { buildThem, builtByUs, freePort, runProgram, scratch, startProgram, type Server } from '../support/server.ts' // prettier-ignore

const libraries = builtByUs('kafka')
export const kafkaPrograms = { java: 'default-jre-headless', [libraries]: buildThem }
export const kafkaUser = { user: 'weft', password: 'kafka-secret-1' }

export interface KafkaServer extends Server {
  securePort: number
  /** Names `front` to its clients as the broker's port; a proxy may stand there. */
  frontPort: number
  ca: string
  restart(): Promise<void>
  /** Ends the broker; its data stays. */
  kill(): Promise<void>
  /** Starts it again, on the same ports and data. */
  again(): Promise<void>
  makeTopics(topics: Record<string, number>): Promise<void>
}

export async function startKafka(front?: number): Promise<KafkaServer> {
  const [port, controllerPort, securePort, frontPort, folder] = [await freePort(), await freePort(), await freePort(), await freePort(), scratch('kafka')] // prettier-ignore
  const { key, ca } = certificate(folder)
  writeFileSync(join(folder, 'both.pem'), readFileSync(key, 'utf8') + ca)
  const config = join(folder, 'server.properties')
  writeFileSync(
    config,
    propertiesOf({ port, controllerPort, securePort, frontPort, front: front ?? frontPort, folder }),
  )
  const java = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', join(libraries, '*')]
  const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
    '--add-scram',
    `${mechanism}=[name=${kafkaUser.user},password=${kafkaUser.password}]`,
  ])
  const format = ['kafka.tools.StorageTool', 'format', '-t', 'weftweftweftweftweftwQ', '-c', config, ...scram]
  runProgram('java', [...java, ...format], { cwd: folder })
  const run = () => startProgram('java', [...java, 'kafka.Kafka', config], { port, folder })
  let broker = await run()
  const gone = () => new Promise<void>((resolve) => broker.process.once('exit', () => resolve()))
  const kill = async (): Promise<void> => {
    const ended = gone()
    broker.process.kill('SIGKILL')
    await ended
  }
  const again = async (): Promise<void> => void (broker = await run())
  return {
    port,
    securePort,
    frontPort,
    ca,
    folder,
    kill,
    again,
    restart: async () => {
      await kill()
      await again()
    },
    makeTopics: async (topics) => {
      const client = new kafkajs.Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: kafkajs.logLevel.NOTHING })
      const admin = client.admin()
      await admin.connect()
      await admin.createTopics({
        waitForLeaders: true,
        topics: Object.entries(topics).map(([topic, numPartitions]) => ({ topic, numPartitions })),
      })
      await admin.disconnect()
    },
    stop: () => broker.stop(),
  }
}

interface Place {
  port: number
  controllerPort: number
  securePort: number
  frontPort: number
  front: number
  folder: string
}
function propertiesOf({ port, controllerPort, securePort, frontPort, front, folder }: Place): string {
  const secure = (name: string, value: string) => [`listener.name.secure.${name}`, value]
  const login = 'org.apache.kafka.common.security'
  const { user, password } = kafkaUser
  return [
    ['process.roles', 'broker,controller'],
    ['node.id', '1'],
    ['controller.quorum.voters', `1@127.0.0.1:${controllerPort}`],
    ['listeners', `PLAIN://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort},SECURE://localhost:${securePort},FRONT://127.0.0.1:${frontPort}`], // prettier-ignore
    [
      'advertised.listeners',
      `PLAIN://127.0.0.1:${port},SECURE://localhost:${securePort},FRONT://127.0.0.1:${front}`,
    ],
    ['inter.broker.listener.name', 'PLAIN'],
    ['controller.listener.names', 'CONTROLLER'],
    [
      'listener.security.protocol.map',
      'PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL,FRONT:PLAINTEXT',
    ],
    ['log.dirs', join(folder, 'data')],
    ['auto.create.topics.enable', 'false'],
    ['offsets.topic.replication.factor', '1'],
    ['offsets.topic.num.partitions', '4'],
    ['transaction.state.log.replication.factor', '1'],
    ['transaction.state.log.min.isr', '1'],
    ['transaction.state.log.num.partitions', '4'],
    ['group.initial.rebalance.delay.ms', '0'],
    ['message.max.bytes', '12000000'],
    secure('ssl.keystore.type', 'PEM'),
    secure('ssl.keystore.location', join(folder, 'both.pem')),
    secure('sasl.enabled.mechanisms', 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512'),
    secure('plain.sasl.jaas.config', `${login}.plain.PlainLoginModule required user_${user}="${password}";`),
    secure('scram-sha-256.sasl.jaas.config', `${login}.scram.ScramLoginModule required;`),
    secure('scram-sha-512.sasl.jaas.config', `${login}.scram.ScramLoginModule required;`),
  ]
    .map((pair) => pair.join('='))
    .join('\n')
}
