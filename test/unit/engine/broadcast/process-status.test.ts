import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownMemoryBytes } from '../../../../shared/broadcast/process-status.ts';

describe('what Linux tells of a process', () => {
  it('counts memory of its own and leaves program files out', () => {
    const status =
      'Name:\telectron\nVmRSS:\t  216000 kB\nRssAnon:\t   52000 kB\nRssFile:\t  162000 kB\nRssShmem:\t    2000 kB\n';
    expect(ownMemoryBytes(status)).toBe(54_000 * 1024);
  });

  it('says nothing of one that has ended, which has no memory', () => {
    expect(ownMemoryBytes('Name:\tffmpeg\nState:\tZ (zombie)\n')).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')('reads this very process as less than all that is resident', () => {
    const bytes = ownMemoryBytes(readFileSync('/proc/self/status', 'utf8')) ?? 0;
    expect(bytes).toBeGreaterThan(process.memoryUsage().heapUsed / 2);
    expect(bytes).toBeLessThan(process.memoryUsage.rss());
  });
});
