// A key in the query. Options: `name` of the query argument, `key`, the connection field that holds it.
import { value, withQuery, type Scheme } from './scheme.ts'

const queryKey: Scheme = (signOn) => {
  const { options, request, world } = signOn
  const url = withQuery(request.url, { [String(options['name'])]: value(signOn, options['key']) })
  return world.send({ ...request, url })
}
export default queryKey
