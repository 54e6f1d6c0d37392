// Words of the first-run tour.
import { words } from '../text/language.svelte.ts'

export const tourWords = words(
  {
    title: 'Tour',
    invite: 'New here? Six small things show how Weft works.',
    start: 'Start',
    never: 'No, thanks',
    step: (n: number, of: number) => `${n} of ${of}`,
    skip: 'Skip this',
    end: 'End the tour',
    again: 'Take the tour',
    goesOn: 'It goes on by itself when you have done it.',
    stops: {
      run: { what: 'Run the flow', how: 'Press Run. Every step lights up as the message passes.' },
      look: {
        what: 'Look into a step',
        how: 'Click a step that ran: Input and Output show what went in and came out.',
      },
      edit: {
        what: 'Change something',
        how: 'Edit a field of the step. The value beside it follows while you type.',
      },
      again: {
        what: 'Run again',
        how: 'Results older than your edit are marked. A new run makes them true.',
      },
      back: {
        what: 'Go back in time',
        how: 'Move the slider in the drawer: canvas, data and log show that moment.',
      },
      undo: { what: 'Undo', how: 'Every edit is saved and can be undone, also tomorrow.' },
    },
    done: 'That is all. Ctrl-K finds everything else.',
    close: 'Close',
  },
  {
    title: '导览',
    invite: '第一次来？六个小动作带你了解 Weft。',
    start: '开始',
    never: '不用了',
    step: (n: number, of: number) => `${n} / ${of}`,
    skip: '跳过这一步',
    end: '结束导览',
    again: '开始导览',
    goesOn: '完成后会自动继续。',
    stops: {
      run: { what: '运行一次', how: '按「运行」。消息经过时，步骤会逐个亮起。' },
      look: { what: '看看一个步骤', how: '点击执行过的步骤：「输入」和「输出」显示进出的数据。' },
      edit: { what: '改点什么', how: '修改步骤的一个字段。输入时，旁边的值会跟着变。' },
      again: { what: '再运行一次', how: '早于改动的结果会有标记。重新运行就是最新的。' },
      back: { what: '回到过去', how: '拖动下方的滑块：画布、数据和日志显示那一刻。' },
      undo: { what: '撤销', how: '每次改动都已保存，随时可以撤销，明天也可以。' },
    },
    done: '就是这些。其余的用 Ctrl-K 都能找到。',
    close: '关闭',
  },
)
