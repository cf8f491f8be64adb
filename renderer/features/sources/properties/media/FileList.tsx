/** The files of a play list, in their order: a press on one plays it; each is moved and removed by buttons. */
import { useRef } from 'react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { runOrShowError, useCapture, useServices } from '../../../../state/services.ts';
import { IconButton } from '../../../../ui/controls/IconButton.tsx';
import { texts } from '../../../../../shared/text/text.ts';
import css from './FileList.module.css';

export interface FileListProps {
  readonly sourceId: string;
  readonly paths: readonly string[];
  readonly onChange: (paths: string[]) => void;
}

export function FileList({ sourceId, paths, onChange }: FileListProps) {
  const services = useServices();
  const state = useCapture(({ videos }) => videos[sourceId]?.media);
  const list = useRef<HTMLOListElement>(null);
  const words = texts.media;
  const current = state === undefined || state.phase === 'stopped' ? undefined : state.entry;
  const play = (entry: number) =>
    runOrShowError(services, services.run({ type: 'controlMedia', sourceId, action: 'playFile', entry }));
  /** The keyboard stays with the file that was moved. */
  const focus = (index: number, part: 'up' | 'down') => {
    const row = list.current?.children[index];
    const button = row?.querySelector<HTMLButtonElement>(`[data-part="${part}"]:not(:disabled)`);
    (button ?? row?.querySelector('button'))?.focus();
  };
  const move = (from: number, to: number) => {
    const moved = paths.toSpliced(from, 1);
    onChange(moved.toSpliced(to, 0, paths[from] ?? ''));
  };
  return (
    <ol ref={list} className={css['list']} aria-label={words.files(paths.length)}>
      {paths.map((path, index) => {
        const name = texts.properties.fileName(path);
        return (
          // A file may be in the list more than once.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={css['row']} aria-current={index === current}>
            <button
              type="button"
              className={css['name']}
              aria-label={words.playFile(name)}
              title={path}
              onClick={() => play(index)}
            >
              <bdi>{name}</bdi>
            </button>
            <IconButton
              className={css['tool']}
              data-part="up"
              label={words.moveUp(name)}
              icon={<ArrowUp size={14} aria-hidden />}
              disabled={index === 0}
              onClick={() => {
                move(index, index - 1);
                focus(index - 1, 'up');
              }}
            />
            <IconButton
              className={css['tool']}
              data-part="down"
              label={words.moveDown(name)}
              icon={<ArrowDown size={14} aria-hidden />}
              disabled={index === paths.length - 1}
              onClick={() => {
                move(index, index + 1);
                focus(index + 1, 'down');
              }}
            />
            <IconButton
              className={css['tool']}
              label={words.remove(name)}
              icon={<X size={14} aria-hidden />}
              onClick={() => onChange(paths.toSpliced(index, 1))}
            />
          </li>
        );
      })}
    </ol>
  );
}
