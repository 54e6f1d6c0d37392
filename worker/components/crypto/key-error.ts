/** What is wrong with a key, or with the use of it: told at the field of the key. */
export class KeyError extends Error {}
