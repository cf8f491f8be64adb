/** The reports of past streams: listed, opened with their graph, two held against each other, deleted with a way back. */
import { useCallback, useEffect, useState } from 'react';
import { ArrowLeft, History, Trash2 } from 'lucide-react';
import type { PastStreamHead } from '../../../shared/broadcast/past-stream.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { DoneButton } from '../../ui/overlays/DoneButton.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { format, texts } from '../../../shared/text/text.ts';
import { PastStream } from './PastStream.tsx';
import { openPastStream } from './past-stream.ts';
import type { OpenedStream } from './past-stream.ts';
import { describeLoss } from './stream-report.ts';
import css from './PastStreamsDialog.module.css';

const MAX_COMPARED = 2;

export function PastStreamsDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { client } = services;
  const [heads, setHeads] = useState<readonly PastStreamHead[]>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<readonly OpenedStream[]>([]);
  /** Deleted last, and can come back. Said here: a message at the window's edge is out of reach behind a dialog. */
  const [deletedId, setDeletedId] = useState<string>();

  const list = useCallback(
    () =>
      runOrShowError(
        services,
        client.invoke('pastStreams:list').then((found) => setHeads(found)),
      ),
    [services, client],
  );
  useEffect(() => {
    list();
    return client.on('pastStreams:changed', list);
  }, [client, list]);

  const open = (ids: readonly string[]) => {
    performance.mark('pastStream:asked');
    runOrShowError(
      services,
      Promise.all(
        ids.map(async (id) => openPastStream(await client.invoke('pastStreams:open', { id }))),
      ).then(setOpened),
    );
  };
  const remove = (id: string) => {
    const deleting = client.invoke('pastStreams:delete', { id }).then(() => {
      setChosen((ids) => ids.filter((each) => each !== id));
      setDeletedId(id);
      list();
    });
    runOrShowError(services, deleting);
  };
  const restore = (id: string) => {
    const restoring = client.invoke('pastStreams:restore', { id }).then(() => {
      setDeletedId(undefined);
      list();
    });
    runOrShowError(services, restoring);
  };

  const isOpen = opened.length > 0;
  return (
    <Dialog
      title={
        opened.length > 1
          ? texts.pastStreams.compared
          : isOpen
            ? texts.pastStreams.one
            : texts.pastStreams.title
      }
      width={isOpen ? 'full' : 'wide'}
      onClose={onClose}
      footer={
        isOpen ? (
          <Button icon={<ArrowLeft size={14} aria-hidden />} onClick={() => setOpened([])}>
            {texts.pastStreams.all}
          </Button>
        ) : (
          <>
            <p className={css['hint']} role="status">
              {deletedId === undefined ? texts.pastStreams.hint : texts.pastStreams.deleted}
              {deletedId === undefined ? undefined : (
                <Button variant="link" className={css['undo']} onClick={() => restore(deletedId)}>
                  {texts.common.undo}
                </Button>
              )}
            </p>
            <Button disabled={chosen.length !== MAX_COMPARED} onClick={() => open(chosen)}>
              {texts.pastStreams.compare}
            </Button>
            <DoneButton data-autofocus onClick={onClose} />
          </>
        )
      }
    >
      {isOpen ? (
        <div className={css['streams']} data-count={opened.length}>
          {opened.map((stream) => (
            <PastStream key={stream.id} stream={stream} isCompared={opened.length > 1} />
          ))}
        </div>
      ) : undefined}
      {!isOpen && heads?.length === 0 ? (
        <EmptyState
          icon={<History size={24} strokeWidth={1.5} aria-hidden />}
          text={texts.pastStreams.empty}
        />
      ) : undefined}
      {!isOpen && heads !== undefined && heads.length > 0 ? (
        <table className={css['table']}>
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{texts.pastStreams.compare}</span>
              </th>
              <th>{texts.pastStreams.started}</th>
              <th>{texts.pastStreams.length}</th>
              <th>{texts.pastStreams.destinations}</th>
              <th>{texts.pastStreams.lost}</th>
              <th>
                <span className="visually-hidden">{texts.pastStreams.delete}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {heads.map(({ id, summary }) => {
              const began = texts.pastStreams.startedAt(summary.startedMs);
              const isChosen = chosen.includes(id);
              return (
                <tr key={id}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={texts.pastStreams.compareOne(began)}
                      checked={isChosen}
                      disabled={!isChosen && chosen.length >= MAX_COMPARED}
                      onChange={() =>
                        setChosen(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])
                      }
                    />
                  </td>
                  <td>
                    <Button variant="link" onClick={() => open([id])}>
                      {began}
                    </Button>
                  </td>
                  <td>{format.elapsed(summary.endedMs - summary.startedMs)}</td>
                  <td className={css['names']}>
                    {summary.destinations.map(({ name }, index) => (
                      <span key={index}>
                        {index === 0 ? '' : ', '}
                        <bdi>{name}</bdi>
                      </span>
                    ))}
                  </td>
                  <td>{describeLoss(summary)}</td>
                  <td>
                    <IconButton
                      label={texts.pastStreams.deleteOne(began)}
                      icon={<Trash2 size={15} strokeWidth={1.75} aria-hidden />}
                      onClick={() => remove(id)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : undefined}
    </Dialog>
  );
}
