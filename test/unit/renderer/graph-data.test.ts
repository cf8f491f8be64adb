import { describe, expect, it } from 'vitest';
import type { BroadcastEvent, StatsSample } from '../../../shared/broadcast/statistics.ts';
import { MAX_SAMPLES, SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import {
  buildGraphData,
  buildMarks,
  formatAgo,
  formatAxisKbps,
  MAX_POINTS,
  rangeOf,
  timeSplits,
} from '../../../renderer/features/graph/graph-data.ts';
import type { Overlay } from '../../../renderer/features/graph/graph-data.ts';
import { overlaySeries } from '../../../renderer/features/graph/graph-series.ts';
import type { OwnSystem } from '../../../renderer/own-system.ts';
import { buildCsv, buildJson } from '../../../renderer/features/graph/graph-export.ts';

const START_MS = 1_700_000_000_000;

function sample(second: number, droppedFrames = 0, sentKbps = 2500): StatsSample {
  return {
    type: 'sample',
    timeMs: START_MS + second * 1000,
    encodedKbps: 2500,
    targetKbps: 2500,
    fps: 30,
    capturedFrames: second * 30,
    skippedFrames: 0,
    encodedFrames: second * 30,
    cpuPercent: 30,
    memoryMb: 400,
    destinations: [{ id: 'a', sentKbps, queueMs: 10, droppedFrames, sentFrames: second * 30 }],
  };
}

function historyOf(seconds: number): SampleHistory {
  const history = new SampleHistory();
  for (let second = 0; second < seconds; second += 1) history.push(sample(second));
  return history;
}

describe('SampleHistory', () => {
  it('keeps the growth of counters, across a link that was started anew', () => {
    const history = new SampleHistory();
    for (const [second, dropped] of [2, 5, 5, 1].entries()) history.push(sample(second, dropped));
    expect([0, 1, 2, 3].map((index) => history.valueAt('dropped:a', index))).toEqual([2, 3, 0, 1]);
  });

  it('leaves out what it has already', () => {
    const history = historyOf(3);
    history.push(sample(1));
    expect(history.length).toBe(3);
  });

  it('stays within 12 hours', () => {
    const history = historyOf(MAX_SAMPLES + 100);
    expect(history.length).toBeLessThanOrEqual(MAX_SAMPLES);
    expect(history.timeAt(history.length - 1)).toBe(START_MS + (MAX_SAMPLES + 99) * 1000);
    expect(history.valueAt('sent:a', history.length - 1)).toBe(2500);
  });

  it('knows what was not measured', () => {
    expect(historyOf(2).valueAt('sent:b', 1)).toBeNaN();
    expect(historyOf(2).timeAt(2)).toBeNaN();
  });
});

describe('buildGraphData', () => {
  it('shows the last minutes and not more', () => {
    const history = historyOf(600);
    const data = buildGraphData(history, rangeOf(history, '1', true), ['sent:a']);
    expect(data.times.length).toBeLessThanOrEqual(62);
    expect(data.times.at(-1)).toBe((START_MS + 599_000) / 1000);
  });

  it('begins at the left once it is over, however short it was', () => {
    const history = historyOf(4);
    const [fromMs, toMs] = [START_MS, START_MS + 3_000];
    expect(rangeOf(history, 'all', true)).toEqual({ fromMs: toMs - 60_000, toMs });
    expect(rangeOf(history, 'all', false)).toEqual({ fromMs, toMs: fromMs + 10_000 });
    const long = historyOf(600);
    const endMs = START_MS + 599_000;
    expect(rangeOf(long, '1', false)).toEqual({ fromMs: endMs - 60_000, toMs: endMs });
    expect(rangeOf(long, 'all', false)).toEqual({ fromMs: START_MS, toMs: endMs });
  });

  it('thins a long session without losing a lost frame', () => {
    const history = new SampleHistory();
    for (let second = 0; second < 20_000; second += 1) history.push(sample(second, second >= 7000 ? 9 : 0));
    const data = buildGraphData(history, rangeOf(history, 'all', true), ['sent:a']);
    expect(data.times.length).toBeLessThanOrEqual(MAX_POINTS);
    expect(data.lost.reduce((sum, count) => sum + count, 0)).toBe(9);
  });

  it('breaks the line where nothing was measured', () => {
    const history = new SampleHistory();
    for (const second of [0, 1, 2, 30, 31]) history.push(sample(second));
    const data = buildGraphData(history, rangeOf(history, '5', true), ['sent:a']);
    expect(data.columns[0]).toEqual([2500, 2500, 2500, null, 2500, 2500]);
  });
});

describe('marks and axes', () => {
  const event: BroadcastEvent = {
    type: 'event',
    timeMs: START_MS,
    kind: 'destinationLost',
    destinationName: 'Twitch',
    code: 'destinationLost',
    details: {},
  };

  const unnamed = { type: 'event', timeMs: START_MS, kind: 'destinationLost' } as const;
  const saved = (text: string) => ({ code: 'savedSentence', details: { text } }) as const;

  it('marks what explains the line, with the name', () => {
    const range = { fromMs: START_MS - 1, toMs: START_MS + 1 };
    const quiet = { ...event, kind: 'broadcastStarted' as const };
    expect(buildMarks([event, quiet], range)).toEqual([
      { timeMs: START_MS, text: 'Lost the connection to Twitch', isTrouble: true },
    ]);
  });

  it.each([
    [
      'The computer does not keep up with encoding: 12 frames skipped.',
      'The computer does not keep up with encoding',
    ],
    ['The server closed the connection without a single word', 'The server closed the connection without a…'],
  ])('shortens the words of a mark at a clause or a word: %s', (text, wanted) => {
    const range = { fromMs: START_MS - 1, toMs: START_MS + 1 };
    const [mark] = buildMarks(
      [{ type: 'event', timeMs: START_MS, ...saved(text), kind: 'encoderRestarted' }],
      range,
    );
    expect(mark?.text).toBe(wanted);
  });

  it('writes axes in round figures', () => {
    expect(timeSplits(0, 300, 300)).toEqual([0, 60, 120, 180, 240, 300]);
    expect([0, 500, 2500, 3000].map(formatAxisKbps)).toEqual(['0', '500 k', '2.5 M', '3 M']);
    expect([0, 30_000, 300_000, 9_000_000].map(formatAgo)).toEqual(['now', '−30 s', '−5 min', '−2 h 30 min']);
  });

  it('says of CPU whose percent it is, and on Windows that the encoder is left out of CPU and memory', () => {
    const labelOn = (overlay: Overlay, system: OwnSystem) =>
      overlaySeries(overlay, [], new Set(), system)[0]?.label;
    expect((['linux', 'mac'] as const).map((system) => labelOn('cpu', system))).toEqual([
      'CPU (of a core)',
      'CPU (of a core)',
    ]);
    expect(labelOn('memory', 'mac')).toBe('Memory');
    expect(labelOn('cpu', 'windows')).toBe('CPU (of a core) w/o encoder');
    expect(labelOn('memory', 'windows')).toBe('Memory w/o encoder');
    expect(labelOn('fps', 'windows')).toBe('Frame rate');
    const headings = (system: OwnSystem) => buildCsv(historyOf(1), [], () => '', system).split('\n')[0];
    expect(headings('linux')).toContain('"CPU % of a core",memory MB,');
    expect(headings('windows')).toContain('"CPU % of a core w/o encoder","memory MB w/o encoder",');
  });

  it('exports every sample with its events, safe for a spreadsheet', () => {
    const history = historyOf(3);
    const csv = buildCsv(history, [{ ...unnamed, ...saved('=1+1, "x"') }], () => 'Server, one', 'linux');
    const lines = csv.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('"Server, one sent kbps"');
    expect(lines[1]).toContain(`"'=1+1, ""x"""`);
    const rows = buildCsv(history, [{ ...unnamed, ...saved('said\r=1+1') }], () => '\r=cmd', 'linux').split(
      '\n',
    );
    expect(rows[0]).toContain(`"'\r=cmd sent kbps"`);
    expect(rows[1]).toContain('"said\r=1+1"');
    const json = JSON.parse(buildJson(history, [event])) as {
      samples: { timeMs: number }[];
      events: unknown[];
    };
    expect(json.samples.map(({ timeMs }) => timeMs)).toEqual(
      [0, 1, 2].map((second) => START_MS + second * 1000),
    );
    expect(json.events).toHaveLength(1);
  });
});
