/** The open collection's name, with the menu of the others and of what can be done. */
import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { runOrShowError, useServices, useSession } from '../../state/services.ts';
import { Menu } from '../../ui/overlays/Menu.tsx';
import type { MenuItem } from '../../ui/overlays/MenuEntries.tsx';
import { CollectionsDialog } from './CollectionsDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { exportCollection } from './export-collection.ts';
import { LiveQuestion } from './LiveQuestion.tsx';
import type { Asked } from './LiveQuestion.tsx';
import { useCollections } from './use-collections.ts';
import { useTransferProgress } from './use-transfer-progress.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './CollectionMenu.module.css';

/** More are in the dialog. */
const MAX_LISTED = 12;

export function CollectionMenu() {
  const services = useServices();
  const { openId, collections } = useCollections();
  const isOnAir = useSession(({ snapshot }) => snapshot.broadcast.phase !== 'idle');
  const [isListOpen, setIsListOpen] = useState(false);
  const [isImporting, setIsImporting] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const progress = useTransferProgress();
  const name = collections.find(({ id }) => id === openId)?.name ?? '';
  const others = collections.filter(({ id }) => id !== openId);

  const act = (wanted: Asked) => {
    setAsked(undefined);
    const { run } = services;
    const command =
      wanted.type === 'new'
        ? ({ type: 'newCollection', name: texts.collections.newName } as const)
        : ({ type: 'switchCollection', collectionId: wanted.collection.id } as const);
    runOrShowError(services, run(command));
  };
  /** While on air the person says so twice. */
  const request = isOnAir ? setAsked : act;
  const items: readonly MenuItem[] = [
    ...others.slice(0, MAX_LISTED).map((collection): MenuItem => {
      return { label: collection.name, onSelect: () => request({ type: 'switch', collection }) };
    }),
    ...(others.length === 0 ? [] : (['line'] as const)),
    { label: texts.collections.add, onSelect: () => request({ type: 'new' }) },
    { label: texts.collections.import, onSelect: () => setIsImporting(true) },
    { label: texts.collections.exportOpen, onSelect: () => exportCollection(services, openId) },
    'line',
    { label: texts.collections.all, onSelect: () => setIsListOpen(true) },
  ];
  return (
    <>
      <Menu
        items={items}
        trigger={
          <button
            type="button"
            className={css['button']}
            aria-label={texts.collections.open(name)}
            title={name}
          >
            <bdi className={css['name']}>{name}</bdi>
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      />
      {isListOpen ? (
        <CollectionsDialog
          openId={openId}
          collections={collections}
          onSwitch={(collection) => request({ type: 'switch', collection })}
          onClose={() => setIsListOpen(false)}
        />
      ) : undefined}
      {progress === undefined || isImporting ? undefined : <ExportDialog name={name} progress={progress} />}
      {isImporting ? (
        <ImportDialog
          progress={progress}
          onImported={(collection) => {
            setIsImporting(false);
            request({ type: 'switch', collection });
          }}
          onClose={() => setIsImporting(false)}
        />
      ) : undefined}
      {asked === undefined ? undefined : (
        <LiveQuestion asked={asked} onAgree={() => act(asked)} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
