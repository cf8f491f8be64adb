/** An item in its row: kind, name, state, and the buttons that hide and lock the item. */
import type { CSSProperties, KeyboardEvent } from 'react';
import { ChevronDown, ChevronRight, CircleAlert, Eye, EyeOff, Lock, LockOpen } from 'lucide-react';
import { canvasSizeOf } from '../../../../shared/studio/document.ts';
import type { Item } from '../../../../shared/studio/document-schema.ts';
import type { VideoInput } from '../../../../shared/studio/inputs.ts';
import { describeError, titleAndAction } from '../../../../shared/text/error-text.ts';
import { useCapture, useServices, useSettings } from '../../../state/services.ts';
import type { SelectionKeys } from '../../../state/selection.ts';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { RenameField } from '../../../ui/editing/RenameField.tsx';
import { ContextMenu } from '../../../ui/overlays/ContextMenu.tsx';
import { placeOf } from '../item-place.ts';
import { itemSize } from '../source-size.ts';
import { itemMenu } from './item-menu.ts';
import type { ListRow } from './list-rows.ts';
import { SourceIcon } from './SourceIcon.tsx';
import { texts } from '../../../../shared/text/text.ts';
import { classNames } from '../../../ui/class-names.ts';
import rowCss from '../../../ui/editing/rows.module.css';
import { hasCommandKey } from '../../../ui/keyboard/shortcut-keys.ts';
import css from './ItemList.module.css';

export interface ItemRowProps {
  readonly row: ListRow;
  readonly isInTree: boolean;
  /** What the menu of this row is for. */
  readonly menuItems: readonly Item[];
  readonly isSelected: boolean;
  /** Tab leads here. */
  readonly isStop: boolean;
  readonly isDragged: boolean;
  readonly isRenamed: boolean;
  readonly mark: 'before' | 'after' | undefined;
  readonly onFocus: () => void;
  readonly onSelect: (keys: SelectionKeys) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRename: (item: Item) => void;
  readonly onRenamed: (name: string | undefined, isByKey: boolean) => void;
  readonly onVisible: (isVisible: boolean) => void;
  readonly onLocked: (isLocked: boolean) => void;
}

export function ItemRow(props: ItemRowProps) {
  const { row, isInTree, isSelected, isStop, isRenamed, onSelect } = props;
  const { scene, item, group, isOpen } = row;
  const services = useServices();
  const studio = useSettings((state) => state.studio);
  const video = useCapture(({ videos }) => videos[item.sourceId]);
  const drawn = useCapture(({ drawnSizes }) => drawnSizes[item.sourceId]);
  const source = studio.sources.find(({ id }) => id === item.sourceId);
  if (source?.kind !== 'video') return undefined;
  const { name, input } = source;
  const canvas = canvasSizeOf(studio, scene.id);
  const size = itemSize(studio, item, canvas, { video, drawn });
  const place = placeOf(item.transform, size ?? canvas, canvas);
  const problem =
    video?.error === undefined || video.phase === 'starting' ? undefined : describeError(video.error);
  const state = video?.phase === 'starting' ? texts.items.starting : problem?.title;
  const { isVisible, isLocked } = item;
  const spoken = texts.items.spoken({
    ...{ name, isVisible, isLocked, state },
    ...{
      width: size === undefined ? undefined : place.width,
      height: size === undefined ? undefined : place.height,
    },
    place: texts.items.places[place.name],
  });
  const note = video?.phase === 'running' ? describeFormat(input.type, video) : undefined;
  const tab = isStop ? 0 : -1;
  return (
    <ContextMenu items={itemMenu({ services, scene, items: props.menuItems, onRename: props.onRename })}>
      <div
        role="row"
        aria-selected={isSelected}
        aria-label={spoken}
        aria-level={isInTree ? row.level : undefined}
        aria-expanded={group === undefined ? undefined : isOpen}
        style={{ '--level': row.level - 1 } as CSSProperties}
        tabIndex={tab}
        className={classNames(rowCss['row'], css['row'])}
        data-key={row.key}
        data-row={row.level === 1 ? item.id : undefined}
        data-visible={isVisible}
        data-dragged={props.isDragged}
        data-drop={props.mark}
        onFocus={props.onFocus}
        onClick={(event) => {
          if (isRenamed) return;
          event.currentTarget.focus();
          onSelect({ isRange: event.shiftKey, isToggle: hasCommandKey(event) });
        }}
        onContextMenu={() => {
          if (!isSelected) onSelect({ isRange: false, isToggle: false });
        }}
        onDoubleClick={() => props.onRename(item)}
        onKeyDown={props.onKeyDown}
      >
        <div role="gridcell" tabIndex={-1} className={css['main']}>
          {group === undefined ? undefined : (
            <IconButton
              className={css['fold']}
              tabIndex={-1}
              label={isOpen ? texts.items.close(name) : texts.items.open(name)}
              icon={isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
              onClick={(event) => {
                event.stopPropagation();
                props.onOpen(!isOpen);
              }}
            />
          )}
          <span className={css['icon']}>
            <SourceIcon type={group === undefined ? input.type : 'group'} />
          </span>
          {isRenamed ? (
            <RenameField label={texts.items.name} name={name} onDone={props.onRenamed} />
          ) : (
            <span className={classNames(rowCss['name'], css['name'])} title={name}>
              <bdi>{name}</bdi>
            </span>
          )}
          {isRenamed || problem !== undefined ? undefined : (
            <small className={css['note']}>{video?.phase === 'starting' ? texts.items.starting : note}</small>
          )}
        </div>
        <div
          role="gridcell"
          tabIndex={-1}
          className={css['tools']}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <IconButton
            className={css['tool']}
            data-off={isLocked}
            tabIndex={tab}
            label={isLocked ? texts.items.unlock(name) : texts.items.lock(name)}
            icon={isLocked ? <Lock size={14} aria-hidden /> : <LockOpen size={14} aria-hidden />}
            onClick={(event) => {
              event.stopPropagation();
              props.onLocked(!isLocked);
            }}
          />
          <IconButton
            className={css['tool']}
            data-off={!isVisible}
            tabIndex={tab}
            label={isVisible ? texts.items.hide(name) : texts.items.show(name)}
            icon={isVisible ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
            onClick={(event) => {
              event.stopPropagation();
              props.onVisible(!isVisible);
            }}
          />
        </div>
        {problem === undefined ? undefined : (
          <div role="gridcell" tabIndex={-1} className={css['problem']}>
            <CircleAlert size={14} aria-hidden />
            <span>{titleAndAction(problem)}</span>
          </div>
        )}
      </div>
    </ContextMenu>
  );
}

/** Of moving pictures as cameras are sold, `1080p30`; a still one has no rate. */
function describeFormat(
  type: VideoInput['type'],
  { width, height, fps }: { readonly width?: number; readonly height?: number; readonly fps?: number },
): string | undefined {
  if (width === undefined || height === undefined) return undefined;
  if (type === 'image' || type === 'slideshow') return texts.sourceSettings.size(width, height);
  return `${height}p${fps === undefined ? '' : Math.round(fps)}`;
}
