// The module xml: text to the platform's dict form and back, as entities of type application/xml do it.

import { arg } from '../../builtins/bind.ts'
import { parseXml, writeXml } from '../../message/xml.ts'
import { bytesLength, bytesOf, isBytesLike, newBytes } from '../../text/bytes.ts'
import { asStr, isStr, newStr, strBytes, strConst, strSize } from '../../text/str.ts'
import { ERROR, Value } from '../../value/value.ts'
import { ExcKind, raise } from '../../vm/raise.ts'
import { typeName } from '../../vm/type.ts'

/// xml.loads(text, /) -> dict
/// The dict of an XML document: one key, the root element; attributes are '@name', text beside children '#text'.
/// >>> dict(xml.loads('<a>1</a>'))
/// {'a': '1'}
export function loads(args: usize): Value {
  const text = arg(args, 0)
  if (isStr(text)) return parseXml(newBytes(strBytes(asStr(text)), strSize(asStr(text))), strConst('utf-8'))
  if (isBytesLike(text)) return parseXml(text, strConst('utf-8'))
  return raise(ExcKind.TypeError, 'xml.loads() argument must be str or bytes, not ' + typeName(text))
}

/// xml.dumps(value, /) -> str
/// The XML document of a dict with one key, the root element.
/// >>> xml.dumps({'a': {'@id': 1, 'b': ['x', None]}})
/// '<?xml version="1.0" encoding="utf-8"?>\n<a id="1"><b>x</b><b></b></a>'
export function dumps(args: usize): Value {
  const made = writeXml(arg(args, 0), strConst('utf-8'))
  return made == ERROR ? ERROR : newStr(bytesOf(made), bytesLength(made))
}
