/** What a file holds: how much, which files are missing, and what of a collection of OBS changes or stays out. */
import type { ReactNode } from 'react';
import type { ReportEntry, ReportReason } from '../../../../shared/obs-collection/report.ts';
import type { CollectionPreview } from '../../../../shared/studio/collections/collection-import.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './ImportDialog.module.css';

export interface ImportPreviewProps {
  readonly preview: CollectionPreview;
  readonly isBusy: boolean;
  readonly onLocate: () => void;
  /** Where devices are chosen. */
  readonly children: ReactNode;
}

/** Told by the rows of devices. */
const choices: ReadonlySet<ReportReason | undefined> = new Set([
  'chooseDevice',
  'chooseScreen',
  'chooseWindow',
]);

/** A longer list isn't read. */
const MAX_SHOWN = 200;

export function ImportPreview({ preview, isBusy, onLocate, children }: ImportPreviewProps) {
  const { from, scenes, sources, files, report, devices } = preview;
  const missing = files.filter(({ isThere }) => !isThere);
  const isRow = ({ name, reason }: ReportEntry) =>
    choices.has(reason) && devices.some((device) => device.name === name);
  const of = (taken: ReportEntry['taken']) =>
    report.filter((entry) => entry.taken === taken && !isRow(entry));
  return (
    <>
      <p>{texts.collectionImport.contents(scenes, sources, files.length)}</p>
      {missing.length === 0 ? undefined : (
        <section className={css['part']}>
          <div className={css['partHead']}>
            <h3 className={css['heading']}>{texts.collectionImport.missing(missing.length)}</h3>
            {from === 'obs' ? (
              <Button size="small" disabled={isBusy} onClick={onLocate}>
                {texts.collectionImport.locate}
              </Button>
            ) : undefined}
          </div>
          <ul className={css['lines']} aria-label={texts.collectionImport.missing(missing.length)}>
            {missing.slice(0, MAX_SHOWN).map(({ path }) => (
              <li key={path}>
                <bdi>{path}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
      <ReportPart title={texts.collectionImport.changed} entries={of('partly')} />
      <ReportPart title={texts.collectionImport.left} entries={of('not')} />
      <p className={css['note']}>{texts.collectionImport.consequences}</p>
    </>
  );
}

function ReportPart({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly ReportEntry[];
}) {
  if (entries.length === 0) return undefined;
  return (
    <section className={css['part']}>
      <h3 className={css['heading']}>{texts.collectionImport.counted(title, entries.length)}</h3>
      <ul className={css['lines']} aria-label={title}>
        {entries.slice(0, MAX_SHOWN).map((entry, index) => (
          <li key={index}>
            <bdi>{texts.obsImport.entry(entry)}</bdi>
          </li>
        ))}
      </ul>
      {entries.length > MAX_SHOWN ? (
        <p className={css['note']}>{texts.collectionImport.more(entries.length - MAX_SHOWN)}</p>
      ) : undefined}
    </section>
  );
}
