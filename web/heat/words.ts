// Words of the heat on the canvas.
import { words } from '../text/language.svelte.ts'

export const heatWords = words(
  {
    title: 'Heat of past runs',
    toggle: 'Heat of past runs on the canvas',
    range: 'How far back',
    hour: '1 h',
    day: '24 h',
    week: '7 d',
    month: '30 d',
    measure: 'Coloured by',
    took: 'Duration',
    failures: 'Failures',
    when: 'Part of the time',
    whole: 'whole time',
    runs: (n: number) => (n === 1 ? '1 recorded run' : `${n} recorded runs`),
    none: 'No recorded runs in this time',
    chip: (visits: string, failures: string, p95: string) =>
      failures === '0' ? `${visits}× · ${p95}` : `${failures} of ${visits} failed`,
    tip: (p50: string, p95: string) => `Half took at most ${p50}, 95 of 100 at most ${p95}`,
    close: 'Hide the heat',
  },
  {
    title: '历史运行热度',
    toggle: '在画布上显示历史运行热度',
    range: '回看多久',
    hour: '1 小时',
    day: '24 小时',
    week: '7 天',
    month: '30 天',
    measure: '着色依据',
    took: '用时',
    failures: '失败',
    when: '其中一段',
    whole: '整段时间',
    runs: (n: number) => `${n} 次已记录的运行`,
    none: '这段时间没有已记录的运行',
    chip: (visits: string, failures: string, p95: string) =>
      failures === '0' ? `${visits} 次 · ${p95}` : `${visits} 次中 ${failures} 次失败`,
    tip: (p50: string, p95: string) => `一半不超过 ${p50}，95% 不超过 ${p95}`,
    close: '隐藏热度',
  },
)
