// Keys of the connection as headers of each request. Options: `headers`, header → connection field; an empty field sends none.
import { value, withHeaders, type Scheme } from './scheme.ts'

const headerKeys: Scheme = (signOn) => {
  const { options, request, world } = signOn
  const headers = Object.entries(options['headers'] as Record<string, string>)
    .map(([name, field]): [string, string] => [name, value(signOn, field)])
    .filter(([, text]) => text !== '')
  return world.send(withHeaders(request, headers))
}
export default headerKeys
