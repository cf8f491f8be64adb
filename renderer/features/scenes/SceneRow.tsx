/** A scene of the list: pressed, it goes on air, or into the preview of studio mode; renamed in its place; its menu on a right click. */
import type { KeyboardEvent } from 'react';
import type { Scene } from '../../../shared/studio/document-schema.ts';
import { ContextMenu } from '../../ui/overlays/ContextMenu.tsx';
import { RenameField } from '../../ui/editing/RenameField.tsx';
import { texts } from '../../../shared/text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import rowCss from '../../ui/editing/rows.module.css';
import { hasCommandKey, isDeleteKey, keyName } from '../../ui/keyboard/shortcut-keys.ts';
import css from './ScenePanel.module.css';

/** Where a scene shows in studio mode. */
export type SceneMark = 'preview' | 'program' | 'both';

export interface SceneRowProps {
  readonly scene: Scene;
  readonly isCurrent: boolean;
  readonly isLive: boolean;
  /** Tab leads here. */
  readonly isStop: boolean;
  readonly isDragged: boolean;
  readonly isRenamed: boolean;
  readonly mark: SceneMark | undefined;
  readonly drop: 'before' | 'after' | undefined;
  /** Of the list, from 1: its key. */
  readonly number: number;
  readonly onFocus: () => void;
  readonly onStep: (step: number) => void;
  readonly onSwitch: () => void;
  readonly onRename: () => void;
  readonly onRenamed: (name: string | undefined, isByKey: boolean) => void;
  readonly onDuplicate: () => void;
  readonly onMove: (step: number) => void;
  readonly onTransition: () => void;
  readonly onFilters: () => void;
  readonly onRemove: () => void;
}

export function SceneRow(props: SceneRowProps) {
  const { scene, isCurrent, isLive, isStop, isRenamed, mark, number } = props;
  const { shortcuts } = texts.items;
  const rename = { label: texts.scenes.rename, shortcut: shortcuts.rename, onSelect: props.onRename };
  const items = [
    rename,
    { label: texts.scenes.duplicate, shortcut: shortcuts.duplicate, onSelect: props.onDuplicate },
    { label: texts.scenes.transition, onSelect: props.onTransition },
    { label: texts.filters.open, onSelect: props.onFilters },
    'line',
    { label: texts.scenes.moveUp, shortcut: shortcuts.forward, onSelect: () => props.onMove(-1) },
    { label: texts.scenes.moveDown, shortcut: shortcuts.backward, onSelect: () => props.onMove(1) },
    'line',
    { label: texts.scenes.remove, shortcut: shortcuts.remove, isDanger: true, onSelect: props.onRemove },
  ] as const;
  if (isRenamed)
    return (
      <div
        className={classNames(rowCss['row'], css['row'])}
        role="none"
        data-row={scene.id}
        data-current={isCurrent}
      >
        <RenameField label={texts.scenes.name} name={scene.name} onDone={props.onRenamed} />
      </div>
    );
  return (
    <ContextMenu items={items}>
      <div
        role="option"
        aria-selected={isCurrent}
        aria-keyshortcuts={number <= 9 ? String(number) : undefined}
        tabIndex={isStop ? 0 : -1}
        className={classNames(rowCss['row'], css['row'])}
        data-row={scene.id}
        data-current={isCurrent}
        data-live={isLive}
        data-dragged={props.isDragged}
        data-drop={props.drop}
        data-mark={mark}
        title={scene.name}
        onFocus={props.onFocus}
        onClick={props.onSwitch}
        onDoubleClick={props.onRename}
        onKeyDown={(event) => handleKey(event, props)}
      >
        <span className={rowCss['name']}>
          <bdi>{scene.name}</bdi>
        </span>
        {isLive ? <span className={css['live']}>{texts.scenes.live}</span> : undefined}
        {mark === 'preview' || mark === 'both' ? (
          <span className={css['preview']}>{texts.studioMode.previewMark}</span>
        ) : undefined}
        {!isLive && (mark === 'program' || mark === 'both') ? (
          <span className={css['program']}>{texts.studioMode.programMark}</span>
        ) : undefined}
        {number <= 9 && !isLive ? (
          <kbd className={css['key']} aria-hidden>
            {number}
          </kbd>
        ) : undefined}
      </div>
    </ContextMenu>
  );
}

function handleKey(event: KeyboardEvent, props: SceneRowProps): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step !== undefined && event.altKey) props.onMove(step);
  else if (step !== undefined) props.onStep(step);
  else if (event.key === 'Home') props.onStep(-Infinity);
  else if (event.key === 'End') props.onStep(Infinity);
  else if (event.key === 'Enter' || event.key === ' ') props.onSwitch();
  else if (event.key === 'F2') props.onRename();
  else if (isDeleteKey(event.key)) props.onRemove();
  else if (hasCommandKey(event) && keyName(event) === 'D') props.onDuplicate();
  else return;
  event.preventDefault();
}
