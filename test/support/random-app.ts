// Apps made by chance, the same for the same seed: scopes in scopes, loops that end, errors that are caught or not, sub-flows.
// They look at no clock and throw no dice, so that two runs give one log.
import { emptyApp, type App, type Branch, type Config, type FieldValue, type Flow, type Step } from '../../worker/model/app.ts' // prettier-ignore
import { chance } from './kill-scenario.ts'

const ex = (source: string): FieldValue => ({ mode: 'expression', source })
const code = (source: string): FieldValue => ({ mode: 'code', source })

export function randomApp(seed: number): App {
  const random = chance(seed * 7919 + 1)
  const below = (n: number): number => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  let ids = 0
  const step = (component: string, config: Config, ...branches: Branch[]): Step => {
    const id = `s${String(++ids).padStart(7, '0')}`
    return { id, component, version: 1, name: `${component} ${ids}`, config, ...(branches.length > 0 && { branches }) } // prettier-ignore
  }
  const branch = (role: string, steps: Step[], config: Config = {}): Branch => ({
    id: `b${String(++ids).padStart(7, '0')}`,
    role,
    config,
    steps,
  })

  const value = (): string =>
    pick([
      '[1, 2, 3]', "{'a': 1, 'b': [True, None, 2.5]}", "'text ' + str(len(str(msg.payload)))", '10 ** 20', "'数据'", '[]',
      "msg.vars.get('v0', 0)", "[msg.payload, msg.vars.get('v1')]", "'x' * 3000", "{'n': msg.vars.get('counter', -1)}",
    ]) // prettier-ignore
  const list = (): string => pick(['[1, 2, 3]', "['a', 'b']", '3', "'xyz'", '[]', "{'k': 1, 'l': 2}"])
  const script = (): string =>
    pick([
      'def dw_process(msg):\n  return sorted(str(msg.payload))[:5]',
      'def dw_process(msg):\n  total = 0\n  for i in range(100):\n    total += i * i\n  return {"total": total, "was": msg.payload}',
      'def dw_process(msg):\n  print("seen", msg.payload)\n  return "%s|%s" % (type(msg.payload).__name__, 1 / 3)',
      'def dw_process(msg):\n  return msg.payload["nothing"]',
    ])
  const simple = (): Step => {
    const dice = random()
    if (dice < 0.3) return step('set-payload', { value: ex(value()) })
    if (dice < 0.55) return step('set-variable', { name: `v${below(3)}`, value: ex(value()) })
    if (dice < 0.65) return step('transform', { payload: code(script()) })
    if (dice < 0.75) return step('logger', { content: ex("'payload ' + str(msg.payload)[:40]"), level: pick(['INFO', 'WARN']) }) // prettier-ignore
    if (dice < 0.82) return step('remove-variable', { name: `v${below(3)}` })
    if (dice < 0.88) return step('cache', { operation: 'store', key: 'k', value: ex("'kept'"), ttl: '1 h' })
    if (dice < 0.92) return step('sleep', { time: '1 ms' })
    if (dice < 0.96) return step('raise-error', { type: pick(['FOO:BAR', 'APP:X']), description: 'made by chance' }) // prettier-ignore
    return { ...step('set-payload', { value: ex("'never'") }), disabled: true }
  }
  const steps = (depth: number, inLoop: boolean): Step[] =>
    Array.from({ length: 1 + below(3) }, () => one(depth, inLoop))
  const one = (depth: number, inLoop: boolean): Step => {
    if (inLoop && random() < 0.08) return step(pick(['break', 'continue']), {})
    if (depth >= 4 || random() < 0.5) return simple()
    const body = (loop = inLoop): Step[] => steps(depth + 1, loop)
    switch (below(8)) {
      case 0:
        return step('choice', {}, branch('when', body(), { condition: ex("len(str(msg.payload)) % 2 == 0") }), branch('otherwise', body())) // prettier-ignore
      case 1:
        return step('for-each', { items: ex(list()), counter: 'counter' }, branch('body', body(true)))
      case 2:
        return step('while', { condition: ex("msg.vars['counter'] < 3") }, branch('body', body(true)))
      case 3:
        return step('try', {}, branch('body', body()), branch('catch', body(), { errors: pick(['FOO', 'ANY', 'DATAWAY']) })) // prettier-ignore
      case 4:
        return step('until-successful', { maxRetries: 2, interval: '1 ms' }, branch('body', body(false)))
      case 5:
        return step('parallel-for-each', { items: ex(list()), collectErrors: random() < 0.5 }, branch('body', body(false))) // prettier-ignore
      case 6:
        return step('scatter-gather', { collectErrors: true }, branch('worker', body(false)), branch('worker', body(false))) // prettier-ignore
      default:
        return step('flow-reference', { flow: 'sub' })
    }
  }
  const flow = (id: string, all: Step[]): Flow => ({ id, name: id, steps: all, samples: [], settings: {} })
  const main = flow('main', [...steps(0, false), ...steps(0, false), ...steps(0, false)])
  return { ...emptyApp(`parity${seed}`, `Parity ${seed}`), flows: [main, flow('sub', steps(3, false))] }
}
