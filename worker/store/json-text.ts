// The JSON of what a record carries, made once: its length is counted and its text is put into the tables.
const texts = new WeakMap<object, string>()

export function jsonText(value: object): string {
  let text = texts.get(value)
  if (text === undefined) texts.set(value, (text = JSON.stringify(value)))
  return text
}
