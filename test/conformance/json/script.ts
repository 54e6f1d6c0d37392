/** A script that prints what json.loads makes of bytes, or why it refuses them. */
export function jsonScript(hex: string): string {
  return `import json
try: print(ascii(json.loads(bytes.fromhex('${hex}'))))
except Exception as e: print(type(e).__name__ + '|' + str(e))
`
}
