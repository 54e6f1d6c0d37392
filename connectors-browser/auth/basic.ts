// RFC 7617: user and password in the Authorization header. Options: `user`, `password`, the connection fields that hold them.
import { toBase64 } from '../../worker/model/base64.ts'
import { bytesOf } from './digest.ts'
import { value, withHeaders, type Scheme } from './scheme.ts'

const basic: Scheme = (signOn) => {
  const { options, request, world } = signOn
  const pair = `${value(signOn, options['user'])}:${value(signOn, options['password'])}`
  return world.send(withHeaders(request, [['Authorization', `Basic ${toBase64(bytesOf(pair))}`]]))
}
export default basic
