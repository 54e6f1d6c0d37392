// Names of the secret fields of a component or connector, from its definition: they never leave this browser.
import { connectors, definition } from '../../worker/definitions.ts'
import type { SecretFields } from '../../worker/share/secrets.ts'

export const secretFieldsOf: SecretFields = (id) => {
  const known = definition(id)
  const fields = [
    ...(known?.fields ?? []),
    ...(known?.branches ?? []).flatMap((branch) => branch.fields),
    ...(connectors.get(id)?.fields ?? []),
  ]
  return fields.filter((field) => field.kind === 'secret').map((field) => field.name)
}
