// How a flow runs, as one form: what its fields mean is said here, and what holds where nothing is chosen.
import type { Flow, FlowSettings } from './app.ts'
import type { Field } from './definition.ts'

/** How long a run may take unless its flow says otherwise: RUN:TIME_LIMIT. */
export const RUN_TIME = '1 d'

/** On by itself for what nobody sends again: the times of a schedule. */
export function isDurable({ settings, trigger }: Flow): boolean {
  return settings.durable ?? trigger?.component === 'scheduler'
}

/** How much of its published runs is kept. */
export function traceOf({ settings }: Flow): NonNullable<FlowSettings['trace']> {
  return settings.trace ?? 'failures'
}

/** The settings of a main flow; a sub-flow runs inside a run of its caller. */
export function flowFields(flow: Flow): Field[] {
  return [
    {
      name: 'durable',
      kind: 'boolean',
      label: { en: 'Durable runs', zh: '持久运行' },
      help: {
        en: 'A published run goes on where it was after its tab or process was killed. By itself on for a Scheduler.',
        zh: '标签页或进程被终止后，已发布的运行会从中断处继续。由 Scheduler 启动的流默认开启。',
      },
      default: isDurable({ ...flow, settings: {} }),
    },
    {
      name: 'timeLimit',
      kind: 'duration',
      label: { en: 'Time limit', zh: '时间上限' },
      help: {
        en: 'A run that takes longer, waits included, ends with RUN:TIME_LIMIT.',
        zh: '一次运行（含等待）超过这个时间就以 RUN:TIME_LIMIT 结束。',
      },
      default: RUN_TIME,
    },
    {
      name: 'trace',
      kind: 'select',
      label: { en: 'What published runs keep', zh: '已发布的运行保留什么' },
      help: {
        en: 'Values of every step, those of failed runs, or the summary alone. Runs from the studio keep all.',
        zh: '每一步的值、只留失败运行的值，或只留概要。从工作室发起的运行会全部保留。',
      },
      options: [
        { value: 'full', label: { en: 'All values', zh: '全部的值' } },
        { value: 'failures', label: { en: 'If it fails', zh: '失败时' } },
        { value: 'off', label: { en: 'Summary', zh: '仅概要' } },
      ],
      default: traceOf({ ...flow, settings: {} }),
    },
  ]
}
