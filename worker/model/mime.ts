// MIME types as they stand in headers and fields.

/** `text/csv; charset=gbk` → `text/csv` and `gbk`; other parameters stay with the type. */
export function splitMime(text: string): { mime: string; encoding: string } {
  const [type, ...parameters] = text.split(';').map((part) => part.trim())
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter))
  const rest = parameters.filter((parameter) => parameter && parameter !== charset)
  const encoding = charset ? charset.slice(8).replace(/^"|"$/g, '').toLowerCase() : 'utf-8'
  return {
    mime: [type!.toLowerCase(), ...rest].join('; '),
    encoding: encoding === 'utf8' ? 'utf-8' : encoding,
  }
}
