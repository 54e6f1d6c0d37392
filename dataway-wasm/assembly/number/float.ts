// What Python's float does beyond the machine's: floor division, modulo with the sign of the divisor, power.

/** x // y for y != 0. */
export function floorDivFloat(x: f64, y: f64): f64 {
  const m = exactRemainder(x, y)
  let q = (x - m) / y
  if (m != 0 && y < 0 != m < 0) q -= 1
  if (q == 0) return x / y < 0 || (x / y == 0 && 1 / (x / y) < 0) ? -0.0 : 0.0
  const floor = Math.floor(q)
  return q - floor > 0.5 ? floor + 1 : floor
}

/** x % y for y != 0: the sign of y. */
export function modFloat(x: f64, y: f64): f64 {
  let m = exactRemainder(x, y)
  if (m != 0) {
    if (y < 0 != m < 0) m += y
  } else m = y < 0 || (y == 0 && 1 / y < 0) ? -0.0 : 0.0
  return m
}

/** C's fmod. */
export function exactRemainder(x: f64, y: f64): f64 {
  return x % y
}

/** C's pow, which differs from JavaScript's for 1 ** nan, 1 ** inf and -1 ** inf. */
export function powFloat(x: f64, y: f64): f64 {
  if (x == 1 || y == 0) return 1
  if (x == -1 && y - y != 0 && y == y) return 1
  return Math.pow(x, y)
}
