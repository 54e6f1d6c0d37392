// Whether an address carries a shared app: small, because every start of the page asks.

/** Of whatever version. */
export function isShareFragment(fragment: string): boolean {
  return /^#?[ae]=/.test(fragment)
}
