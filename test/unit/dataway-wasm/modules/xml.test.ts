// The module xml in both directions.
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../../../dataway-wasm/host.ts'
import { loadDataway, scriptOutput } from '../../../conformance/script-output.ts'

let way: WasmDataWay
beforeAll(async () => {
  way = (await loadDataway()) as WasmDataWay
}, 200_000)

describe('xml', () => {
  it('reads and writes the dict form', () => {
    const output = scriptOutput(
      way,
      `import xml
print(xml.dumps({'a': {'@id': 1, 'b': ['x', None], 'c': True}}))
d = xml.loads('<a id="1"><b>x &amp; y</b><b/><c>1</c></a>')
print(d['a']['@id'], d['a']['b'], d['a']['*b'], xml.loads(b'<r>t</r>') == {'r': 't'})
try:
    xml.loads('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')
except ValueError as e:
    print('refused')
`,
    )
    expect(output).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a id="1"><b>x</b><b></b><c>true</c></a>\n' +
        "1 x & y ['x & y', None] True\nrefused\n",
    )
  })
})
