/**
 * Where a channel stands between left and right. The nearer side stays as it is and the farther one falls off, so that the middle
 * changes nothing and no side is ever louder than the source. The ratio of the sides is OBS's (its sine law), so imported balances
 * sound as they did; OBS lowers both sides by 3 dB as soon as the balance leaves the middle.
 */

/** @param balance −1 (left alone) to 1 (right alone) */
export function leftOf(balance: number): number {
  return balance <= 0 ? 1 : fallOff(balance);
}

export function rightOf(balance: number): number {
  return balance >= 0 ? 1 : fallOff(-balance);
}

function fallOff(distance: number): number {
  return distance >= 1 ? 0 : Math.tan(((1 - distance) * Math.PI) / 4);
}
