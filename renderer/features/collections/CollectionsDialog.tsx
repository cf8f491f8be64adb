/** Every collection: switched to, renamed in its place, duplicated, removed with a way back. */
import { useRef, useState } from 'react';
import { Copy, Pencil, Trash2 } from 'lucide-react';
import type { Command } from '../../../shared/studio/commands.ts';
import type {
  CollectionList,
  CollectionName,
} from '../../../shared/studio/collections/collection-commands.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { RenameField } from '../../ui/editing/RenameField.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './CollectionsDialog.module.css';

export interface CollectionsDialogProps extends CollectionList {
  readonly onSwitch: (collection: CollectionName) => void;
  readonly onClose: () => void;
}

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function CollectionsDialog({ openId, collections, onSwitch, onClose }: CollectionsDialogProps) {
  const services = useServices();
  const list = useRef<HTMLUListElement>(null);
  const [renamedId, setRenamedId] = useState<string>();
  /** Removed last, and can come back. Said here: a message at the window's edge is out of reach behind a dialog. */
  const [removed, setRemoved] = useState<CollectionName>();
  const run = (command: Command, then?: () => void) =>
    runOrShowError(services, services.run(command).then(then));
  const rename = ({ id }: CollectionName, name: string | undefined, isByKey: boolean) => {
    setRenamedId(undefined);
    if (name !== undefined) run({ type: 'renameCollection', collectionId: id, name });
    // The button is there again once the field is gone.
    if (isByKey) setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-rename="${id}"]`)?.focus());
  };
  return (
    <Dialog
      title={texts.collections.title}
      description={texts.collections.hint}
      onClose={onClose}
      footer={
        <>
          <p className={css['note']} role="status">
            {removed === undefined ? undefined : (
              <>
                <bdi>{texts.collections.removed(removed.name)}</bdi>
                <Button
                  variant="link"
                  onClick={() =>
                    run({ type: 'restoreCollection', collectionId: removed.id }, () => setRemoved(undefined))
                  }
                >
                  {texts.common.undo}
                </Button>
              </>
            )}
          </p>
          <DoneButton data-autofocus onClick={onClose} />
        </>
      }
    >
      <ul ref={list} className={css['list']} aria-label={texts.collections.list}>
        {collections.map((collection) => {
          const { id, name } = collection;
          const isOpen = id === openId;
          return (
            <li key={id} className={css['row']} data-open={isOpen}>
              {renamedId === id ? (
                <RenameField
                  label={texts.collections.name}
                  name={name}
                  onDone={(typed, isByKey) => rename(collection, typed, isByKey)}
                />
              ) : (
                <button
                  type="button"
                  className={css['name']}
                  disabled={isOpen}
                  aria-label={isOpen ? undefined : texts.collections.switchTo(name)}
                  onClick={() => onSwitch(collection)}
                >
                  <bdi>{name}</bdi>
                </button>
              )}
              {isOpen ? <span className={css['mark']}>{texts.collections.isOpen}</span> : undefined}
              <IconButton
                data-rename={id}
                label={texts.collections.rename(name)}
                icon={<Pencil {...icon} />}
                onClick={() => setRenamedId(id)}
              />
              <IconButton
                label={texts.collections.duplicate(name)}
                icon={<Copy {...icon} />}
                onClick={() => run({ type: 'duplicateCollection', collectionId: id })}
              />
              <IconButton
                label={isOpen ? texts.collections.cannotRemoveOpen : texts.collections.remove(name)}
                disabled={isOpen}
                icon={<Trash2 {...icon} />}
                onClick={() =>
                  run({ type: 'removeCollection', collectionId: id }, () => setRemoved(collection))
                }
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
