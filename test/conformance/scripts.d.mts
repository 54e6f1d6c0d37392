export interface Script {
  name: string
  level: string
  feature: string
  path: string
  out: string
}
export function scripts(filter?: string): Script[]
