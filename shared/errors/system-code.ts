/** What the system calls its errors. */

/** Such as `ENOENT`; empty when the error has no code. */
export function systemCodeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** Whether a file or folder isn't there. */
export function isMissingFile(error: unknown): boolean {
  return systemCodeOf(error) === 'ENOENT';
}
