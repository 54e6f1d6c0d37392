// The service of a step's connection: its WSDL is read once a run, and understood once a text.
import type { Context, ResolvedConnection } from '../../worker/model/context.ts'
import { fault } from '../../worker/model/fault.ts'
import { KeptReady } from '../../worker/model/kept-ready.ts'
import { refused } from '../http/answer.ts'
import { readWsdl, type Operation } from './wsdl.ts'

const maxBytes = 16 * 1024 * 1024
const timeout = 60_000
const keptTexts = 16
const known = new KeptReady<Operation[]>(keptTexts)

/** Faults: SOAP:NO_WSDL, SOAP:WSDL, SOAP:XML, HTTP:…, CORE:NO_CONNECTION. */
export async function serviceOf(
  context: Context,
): Promise<{ connection: ResolvedConnection; operations: Operation[] }> {
  const connection = context.connection()
  const wsdl = String(connection?.config['wsdl'] ?? '').trim()
  if (!connection || !wsdl)
    throw fault('SOAP:NO_WSDL', 'The step has no connection with a WSDL.', {
      hint: 'Choose a SOAP connection, or fill in its WSDL.',
      at: { field: 'connection' },
    })
  if (wsdl.startsWith('<')) return { connection, operations: await understood(wsdl, '', read) }
  const text = await read(wsdl)
  return { connection, operations: await understood(text, wsdl, read) }

  async function read(url: string): Promise<string> {
    const request = { method: 'GET', url, headers: [], timeout, redirects: 10, maxBytes }
    const answer = await context.httpOnce(request)
    if (answer.status !== 200) throw refused('GET', url, answer)
    return new TextDecoder().decode(answer.body)
  }
}

/**
 * Other documents that a WSDL names are read each run, so that a run's record has them all; a text that names none is not even
 * parsed again.
 */
function understood(
  text: string,
  base: string,
  read: (url: string) => Promise<string>,
): Promise<Operation[]> {
  if (/<(\w+:)?(import|include)\b[^>]*[lL]ocation=/.test(text)) return readWsdl(text, base, read)
  return known.of(text, () => readWsdl(text, base, read))
}

/** Throws SOAP:OPERATION where there is none of this name, naming those there are. */
export function choose(operations: Operation[], name: string, { config }: ResolvedConnection): Operation {
  const { service, port, version = 'any' } = config
  const fits = (one: Operation): boolean =>
    (!service || one.service === service) &&
    (!port || one.port === port) &&
    (version === 'any' || one.version === version)
  const found = operations.find((one) => one.name === name && fits(one))
  if (found) return found
  const names = [...new Set(operations.filter(fits).map((one) => one.name))]
  throw fault('SOAP:OPERATION', `The service has no operation ${JSON.stringify(name)}.`, {
    hint:
      names.length > 0
        ? `It has: ${names.slice(0, 20).join(', ')}.`
        : 'No port fits service, port and version.',
    data: { operations: names.slice(0, 200) },
  })
}
