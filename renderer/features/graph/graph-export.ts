/** The session as a file: CSV and JSON of every sample and event. Pure. */
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import { texts } from '../../../shared/text/text.ts';
import { withSentence } from '../../../shared/text/with-sentence.ts';
import type { OwnSystem } from '../../own-system.ts';
import { measureName } from './graph-series.ts';
import type { ColumnName, SampleHistory } from '../../../shared/broadcast/sample-history.ts';

/** Column name -> heading with its unit. */
function heading(name: ColumnName, nameOf: (id: string) => string, system: OwnSystem): string {
  const [measure = '', id] = name.split(/:(.*)/s);
  const units: ReadonlyMap<string, string> = new Map(Object.entries(texts.graph.columns));
  const title = measureName(measure, units.get(measure) ?? measure, system);
  return id === undefined ? title : `${nameOf(id)} ${title}`;
}

function csvCell(text: string): string {
  // A leading sign of a formula would be run by a spreadsheet.
  // Some programs begin a row at a lone carriage return: text is always quoted.
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /^[\w ]*$/.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`;
}

export function buildCsv(
  history: SampleHistory,
  events: readonly BroadcastEvent[],
  nameOf: (id: string) => string,
  system: OwnSystem,
): string {
  const names = history.columnNames;
  const lines = [
    [
      texts.graph.columns.time,
      ...names.map((name) => heading(name, nameOf, system)),
      texts.graph.columns.events,
    ]
      .map(csvCell)
      .join(','),
  ];
  let nextEvent = 0;
  for (let index = 0; index < history.length; index += 1) {
    const timeMs = history.timeAt(index);
    const words: string[] = [];
    for (
      let event = events[nextEvent];
      event !== undefined && event.timeMs <= timeMs;
      event = events[++nextEvent]
    ) {
      words.push(texts.events.sentence(event));
    }
    const values = names.map((name) => {
      const value = history.valueAt(name, index);
      return Number.isNaN(value) ? '' : String(Math.round(value * 100) / 100);
    });
    lines.push([new Date(timeMs).toISOString(), ...values, csvCell(words.join('; '))].join(','));
  }
  return `${lines.join('\n')}\n`;
}

export function buildJson(history: SampleHistory, events: readonly BroadcastEvent[]): string {
  const samples = Array.from({ length: history.length }, (_unused, index) => {
    const sample: Record<string, number> = { timeMs: history.timeAt(index) };
    for (const name of history.columnNames) {
      const value = history.valueAt(name, index);
      if (!Number.isNaN(value)) sample[name] = Math.round(value * 100) / 100;
    }
    return sample;
  });
  return JSON.stringify({ version: 1, samples, events: events.map(withSentence) }, undefined, 1);
}
