import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../../electron/rtmp/net/dial.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';

const server = { host: '192.0.2.1', port: 1935, isTls: false };

describe('addresses for datagrams', () => {
  it('are those of the host', async () => {
    const steps: string[] = [];
    expect(await findAddresses({ ...server, onStep: (step) => steps.push(step) })).toEqual(['192.0.2.1']);
    expect(steps).toEqual(['dns']);
  });

  it('are none where a proxy is set: nothing goes around it', async () => {
    const proxy = { type: 'socks5', host: '192.0.2.9', port: 1080 } as const;
    const error = await findAddresses({ ...server, proxy }).catch(toAppError);
    expect(error).toMatchObject({ code: 'transport/proxy-refused', details: { reason: 'datagrams' } });
    const text = describeError(toAppError(error).toRecord());
    expect(text.title).toContain('doesn’t carry RTMFP');
  });

  it('are none of a private network where a public server named them', async () => {
    const error = await findAddresses({ ...server, host: '10.0.0.1', isPublicOnly: true }).catch(toAppError);
    expect(error).toMatchObject({ code: 'rtmp/moved-elsewhere' });
  });
});
