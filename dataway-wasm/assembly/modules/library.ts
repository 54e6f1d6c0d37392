// Modules written in DataWay itself (library/*.py), to be compiled when a script imports one that has no native parts.
import { LIBRARY_COUNT, libraryName, libraryText } from '../generated/library.ts'

/** The number of the module with this dotted name, or -1. */
export function findLibrary(name: usize, bytes: i32): i32 {
  for (let i = 0; i < LIBRARY_COUNT; i++) {
    const candidate = libraryName(i)
    if (candidate.length != bytes) continue
    let k = 0
    while (k < bytes && candidate.charCodeAt(k) == <i32>load<u8>(name + <usize>k)) k++
    if (k == bytes) return i
  }
  return -1
}

/** Where its source stands: ASCII, `librarySize` bytes. */
export function libraryAddress(index: i32): usize {
  return changetype<usize>(libraryText(index))
}

export function librarySize(index: i32): i32 {
  return libraryText(index).length << 1
}

/** Whether some library module lies in this package: `urllib` for urllib.parse. */
export function isLibraryPackage(name: usize, bytes: i32): bool {
  for (let i = 0; i < LIBRARY_COUNT; i++) {
    const candidate = libraryName(i)
    if (candidate.length <= bytes || candidate.charCodeAt(bytes) != 0x2e) continue
    let k = 0
    while (k < bytes && candidate.charCodeAt(k) == <i32>load<u8>(name + <usize>k)) k++
    if (k == bytes) return true
  }
  return false
}
