/** The reports of past streams: listed, opened with their graph, two held against each other, deleted with a way back. */
import { useCallback, useEffect, useState } from 'react';
import { ArrowLeft, History, Trash2 } from 'lucide-react';
import type { KeptStreamHead } from '../../../shared/broadcast/kept-stream.ts';
import { runOrTell, useServices } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { format } from '../../../shared/text/text.ts';
import { PastStream } from './PastStream.tsx';
import { openPastStream } from './past-stream.ts';
import type { OpenedStream } from './past-stream.ts';
import { describeLoss } from './stream-report.ts';
import css from './PastStreamsDialog.module.css';

const MAX_COMPARED = 2;

export function PastStreamsDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { client } = services;
  const [heads, setHeads] = useState<readonly KeptStreamHead[] | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<readonly OpenedStream[]>([]);
  /** Deleted last, and can come back. Said here: a message at the window's edge is out of reach behind a dialog. */
  const [deletedId, setDeletedId] = useState<string | null>(null);

  const list = useCallback(
    () =>
      runOrTell(
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
    runOrTell(
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
    runOrTell(services, deleting);
  };
  const restore = (id: string) => {
    const restoring = client.invoke('pastStreams:restore', { id }).then(() => {
      setDeletedId(null);
      list();
    });
    runOrTell(services, restoring);
  };

  const isOpen = opened.length > 0;
  return (
    <Dialog
      title={opened.length > 1 ? 'Two streams compared' : isOpen ? 'Past stream' : 'Past streams'}
      width={isOpen ? 'full' : 'wide'}
      onClose={onClose}
      footer={
        isOpen ? (
          <Button icon={<ArrowLeft size={14} aria-hidden />} onClick={() => setOpened([])}>
            All streams
          </Button>
        ) : (
          <>
            <p className={css['hint']} role="status">
              {deletedId === null ? 'Tick two to compare them. The newest 50 are kept.' : 'Report deleted.'}
              {deletedId === null ? null : (
                <Button variant="link" className={css['undo']} onClick={() => restore(deletedId)}>
                  Undo
                </Button>
              )}
            </p>
            <Button disabled={chosen.length !== MAX_COMPARED} onClick={() => open(chosen)}>
              Compare
            </Button>
            <Button variant="primary" data-autofocus onClick={onClose}>
              Done
            </Button>
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
      ) : null}
      {!isOpen && heads?.length === 0 ? (
        <EmptyState
          icon={<History size={24} strokeWidth={1.5} aria-hidden />}
          text="Nothing yet. After each stream its report is kept here, with its graph and everything that happened."
        />
      ) : null}
      {!isOpen && heads !== null && heads.length > 0 ? (
        <table className={css['table']}>
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">Compare</span>
              </th>
              <th>Began</th>
              <th>Length</th>
              <th>Destinations</th>
              <th>Lost</th>
              <th>
                <span className="visually-hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {heads.map(({ id, summary }) => {
              const began = `${format.date(summary.startedMs)}, ${format.clock(summary.startedMs)}`;
              const isChosen = chosen.includes(id);
              return (
                <tr key={id}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`Compare ${began}`}
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
                      label={`Delete ${began}`}
                      icon={<Trash2 size={15} strokeWidth={1.75} aria-hidden />}
                      onClick={() => remove(id)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </Dialog>
  );
}
