// RFC 6750: a token in the Authorization header. Options: `token`, the connection field that holds it.
import { value, withHeaders, type Scheme } from './scheme.ts'

const bearer: Scheme = (signOn) => {
  const token = value(signOn, signOn.options['token'])
  const { request, world } = signOn
  return world.send(token ? withHeaders(request, [['Authorization', `Bearer ${token}`]]) : request)
}
export default bearer
