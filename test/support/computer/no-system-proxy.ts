/** A system without a proxy. */
export async function noSystemProxy(): Promise<string> {
  return 'DIRECT';
}
