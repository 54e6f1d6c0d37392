/** Calls that wait for the same moment share one timer: a run has no timer of its own for its batches of events. */
export function together(wait: (call: () => void) => void): (call: () => void) => void {
  let waiting: (() => void)[] = []
  return (call) => {
    if (waiting.push(call) > 1) return
    wait(() => {
      const calls = waiting
      waiting = []
      for (const one of calls) one()
    })
  }
}
