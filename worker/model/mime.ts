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

const byEnding: Record<string, string> = {
  json: 'application/json',
  // As DataWay writes it; text/csv is read all the same.
  csv: 'application/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  pdf: 'application/pdf',
  zip: 'application/zip',
  gz: 'application/gzip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The type of a file by the ending of its name. */
export function mimeOfName(name: string): string {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  return byEnding[ending ?? ''] ?? 'application/octet-stream'
}
