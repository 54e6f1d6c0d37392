// A message in a file, as `--message` takes it: tagged JSON with the parts of a message.
import { messageFromTagged } from '../model/codec.ts'
import type { Tagged } from '../model/app.ts'
import { fault } from '../model/fault.ts'
import type { Message } from '../model/message.ts'
import { readJson } from './command-line.ts'

const parts = ['payload', 'attributes', 'variables', 'error', 'seqId']

/** Faults: `CLI:FILE` when it cannot be read or a part has a name that no message has, `CODEC:…` for a value. */
export async function readMessage(path: string): Promise<Message> {
  const json = await readJson(path)
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    throw fault('CLI:FILE', `${path} is no message: a JSON object is wanted.`, { data: { path } })
  const stranger = Object.keys(json).find((key) => !parts.includes(key))
  if (stranger !== undefined)
    throw fault('CLI:FILE', `${path} is no message: it has a part ${JSON.stringify(stranger)}.`, {
      hint: `The parts of a message are ${parts.join(', ')}; all may be left out.`,
      data: { path, part: stranger },
    })
  return messageFromTagged(json as Tagged)
}
