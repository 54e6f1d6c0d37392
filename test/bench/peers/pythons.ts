// The other Pythons that run in a browser, doing the workloads: MicroPython and Pyodide, each as WebAssembly in this thread.
// They get the body as text and give the result as text, which is what they are quickest with.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PythonPeer } from '../../../dataway-wasm/bench/workload-rows.ts'
import { peerFolder } from './install.ts'

const micropython = { name: '@micropython/micropython-webassembly-pyscript', version: '1.27.0' }
const pyodide = { name: 'pyodide', version: '314.0.7' }
/** Bytes: room for the 10 MB body as Python's objects. */
const HEAP = 1 << 29

/** What both have of the module's own surface. */
interface Python {
  runPython(source: string): unknown
  globals: { get(name: string): (text: string) => string }
}

/** Those that could be installed, by name. */
export async function pythonPeers(root: string): Promise<Record<string, PythonPeer>> {
  const peers: Record<string, PythonPeer> = {}
  const small = fileOf(root, micropython, 'micropython.mjs')
  if (small) {
    const { loadMicroPython } = await import(/* @vite-ignore */ small)
    peers['MicroPython'] = peerOf(await loadMicroPython({ heapsize: HEAP }))
  }
  const large = fileOf(root, pyodide, 'pyodide.mjs')
  if (large) {
    const { loadPyodide } = await import(/* @vite-ignore */ large)
    peers['Pyodide'] = peerOf(await loadPyodide())
  }
  return peers
}

function fileOf(root: string, { name, version }: typeof pyodide, file: string): string | undefined {
  const folder = peerFolder(root, name, version)
  return folder && pathToFileURL(join(folder, 'node_modules', name, file)).href
}

function peerOf(python: Python): PythonPeer {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  python.runPython(`
import json
class Message:
    def __init__(self, payload):
        self.payload = payload
`)
  return (source) => {
    // Its payload is the parsed value itself.
    const plain = source.replaceAll("msg.payload['^value']", 'msg.payload')
    python.runPython(`${plain}
def run(text):
    return json.dumps(dw_process(Message(json.loads(text))))
`)
    const run = python.globals.get('run')
    return (bytes) => encoder.encode(run(decoder.decode(bytes)))
  }
}
