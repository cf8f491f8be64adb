/** Line 3 of the list of cases: mutated pastes and list files. The full run is `npm run prove -- pastes`. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPaste } from '../../../renderer/features/destinations/form/draft.ts';
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { judgeFile, judgePaste } from '../../support/pastes/judge-paste.ts';
import { mutatedFile, mutatedPaste } from '../../support/pastes/mutated-paste.ts';

const RUNS = 1500;

/** What once came out wrong: a wrong key, or one that stayed in the address. Right is a refusal, or the key. */
const regressions: readonly (readonly [text: string, key: string | undefined])[] = [
  ['heading\nrtmp://h.example/live/kqAbcdefgh7z', 'kqAbcdefgh7z'],
  ['heading1\nrtmp://h.example/live/kqAbcdefgh7z', undefined],
  ['rtmp://h.example/live/inst\nalice', undefined],
  ['•\nrtmp://h.example/live/kqAbcdefgh7z', 'kqAbcdefgh7z'],
  ['-=\n\trtmp://h.example/live/kqAbcdefgh7z', 'kqAbcdefgh7z'],
  ['rtmp://h.example/live/kqAbcdefgh7z\n \n--}', 'kqAbcdefgh7z'],
  ['YouTube\nrtmp://a.rtmp.youtube.com/live2/kqAbcdefgh7z', 'kqAbcdefgh7z'],
  ['rtmp://h.example/live/inst/\nkqAbcdefgh7z', 'kqAbcdefgh7z'],
  ['rtmps://h.example/live\nkqAbcdefgh7z\nStreamschlüssel (in Encoder einfügen)\nKopiren', undefined],
  ['rtmps://h.example/live\nkqAbcdefgh7z\nStream key\nServe3vURL', undefined],
  ['"server": "rtmp://h.examp e/live",', undefined],
  ['"server": "rtmp://h.example/live\u00a0",', undefined],
  ['"server": "rtmp://h.example/live",/(', undefined],
  ['Stream key\nrtmp://h.example:\u3000/app/\nkqAbcdefgh7z', undefined],
  ['URL\nrtmp://h.example/live\nUsername\nkqAbcdefgh7z', undefined],
  ['"server": "rtmp://h.#xample/live",', undefined],
];

it.each(regressions)('reads %j as it should', (text, key) => {
  const read = (): string => parsePasted(text).key;
  if (key === undefined) expect(read).toThrow(AppError);
  else expect(read()).toBe(key);
});

it('a key that is pasted into the address field is not kept there', () => {
  for (const key of ['abcd-1234-efgh-5678-ijkl', 'live_123456_AbCdEf', '串流密钥：abcd1234efgh'])
    expect(readPaste(key, false), key).toMatchObject({ type: 'refused' });
  for (const part of [
    'localhost',
    'live1.example.com',
    '192.168.1.10:1935/live',
    '[2001:db8::1]',
    '/live2/app1',
  ])
    expect(readPaste(part, false), part).toEqual({ type: 'plain' });
});

it('a mutated paste crashes nothing, shows no secret and alters no key', () => {
  fc.assert(
    fc.property(mutatedPaste, (brought) => {
      expect(judgePaste(brought)).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});

it('a mutated list file crashes nothing, shows no secret and alters no key', () => {
  fc.assert(
    fc.property(mutatedFile, (brought) => {
      expect(judgeFile(brought)).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});
