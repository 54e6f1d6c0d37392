// The hooks of the tenant that asks: opened, listed, and taken by its studio.
import { fault } from '../../../worker/model/fault.ts'
import type { Route } from '../../../worker/model/hook-routes.ts'
import type { Value } from '../../../worker/model/value.ts'
import { Arguments } from '../../arguments.ts'
import type { Hook, HookMode } from '../../hooks/hook.ts'
import { readerOf, type Reader } from '../../hooks/reader.ts'
import type { TenantHooks } from '../../hooks/hooks.ts'
import type { Protocol } from '../../session.ts'
import { dictOf } from '../../values.ts'

const modes: readonly string[] = ['flow', 'stored', 'live'] satisfies HookMode[]
const mostRoutes = 200

const webhook: Protocol = async (_connection, { hooks }) => {
  if (!hooks) throw fault('RELAY:PROTOCOL', 'Webhooks come in by a relay only.')
  return {
    operations: {
      open: async (values) => {
        const routes = values.list('routes').slice(0, mostRoutes).map(routeOf)
        const reader = await readerOf(values)
        return { payload: stateOf(hooks.open(values.line('app'), values.text('name'), routes, reader), hooks, reader) } // prettier-ignore
      },
      close: async (values) => {
        hooks.close(values.line('app'))
        return {}
      },
      list: async (values) => {
        const reader = await readerOf(values)
        return { payload: hooks.all().map((hook) => stateOf(hook, hooks, reader)) }
      },
      revive: async (values) => {
        const hook = hooks.own(values.line('id'))
        await hook.queue.revive()
        hook.pump()
        return {}
      },
      clear: async (values) => {
        await hooks.own(values.line('id')).queue.clear()
        return {}
      },
      'clear-foreign': async (values) => {
        await hooks.own(values.line('id')).queue.clearForeign((await readerOf(values)).name)
        return {}
      },
      remove: async (values) => {
        hooks.remove(values.line('id'))
        return {}
      },
    },
    triggers: {
      take: async (values, consumer) =>
        await hooks.own(values.line('id')).take(await readerOf(values), consumer),
    },
    isOpen: () => true,
    close: async () => {},
  }
}
export default webhook

function stateOf({ info, isTaken, queue }: Hook, hooks: TenantHooks, reader: Reader): Value {
  const { id, app, name, open } = info
  const { waiting, dead, bytes } = queue
  const foreign = queue.foreignOf(reader.name)
  return dictOf({ id, app, name, address: hooks.address(id), isOpen: open, isTaken, waiting, dead, foreign, bytes }) // prettier-ignore
}

function routeOf(given: Value): Route<HookMode> {
  const values = new Arguments(given instanceof Map ? given : new Map())
  const mode = values.line('mode', 'flow')
  if (!modes.includes(mode)) throw fault('RELAY:ARGUMENT', 'mode has to be flow, stored or live.')
  return {
    path: values.line('path').slice(0, 500),
    methods: values.texts('methods'),
    target: mode as HookMode,
  }
}
