// A curl command pasted on the canvas becomes HTTP steps; what signs them on becomes a connection, its secret goes to the vault.
import { importText } from '../../worker/import/client.ts'
import { stepsFromFound } from '../../worker/import/make.ts'
import type { Gap } from '../../worker/model/commands/edit.ts'
import { addSteps } from '../../worker/model/commands/steps.ts'
import { toFault } from '../../worker/model/fault.ts'
import type { Editor } from '../state/editor.svelte.ts'
import { engine } from '../state/workers.ts'
import { canvasWords } from '../text/canvas.ts'
import { importFaultText, importWords } from '../text/import.ts'
import { toast } from '../ui/toasts.svelte.ts'

export async function pasteRequests(editor: Editor, gap: Gap, text: string): Promise<void> {
  try {
    const found = await importText(text)
    const { steps, connections, secrets } = stepsFromFound(found)
    for (const { id, value } of secrets) await engine().setSecret(id, value)
    const label = canvasWords().pasted(steps.length)
    editor.document.edit(label, (app) =>
      addSteps({ ...app, connections: [...app.connections, ...connections] }, gap, steps),
    )
    editor.view.selectAll(steps.map((step) => step.id))
    const t = importWords()
    const left = found.notes.map(({ what, detail }) => t.notes[what](detail))
    if (left.length > 0) toast('none', label, { text: left.slice(0, 4).join(' ') })
  } catch (thrown) {
    toast('failed', importFaultText(toFault(thrown)))
  }
}
