/** The scenes: one line as long as there is one; else the list, what is on air, and the way from one to another. */
import { useRef, useState } from 'react';
import { isRehearsal } from '../../../shared/broadcast/state.ts';
import { editedSceneOf, listedScenes, mainSceneOf } from '../../../shared/studio/document.ts';
import type { Scene } from '../../../shared/studio/document-schema.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { SectionHeading } from '../../ui/layout/SectionHeading.tsx';
import { dropMark, useDragOrder } from '../../ui/editing/use-drag-order.ts';
import { FiltersDialog } from '../filters/index.ts';
import { sceneCommands } from './scene-commands.ts';
import { SceneRow } from './SceneRow.tsx';
import type { SceneMark } from './SceneRow.tsx';
import { CanvasTransition } from './CanvasTransition.tsx';
import { TransitionDialog } from './TransitionDialog.tsx';
import { texts } from '../../../shared/text/text.ts';
import rowCss from '../../ui/editing/rows.module.css';
import css from './ScenePanel.module.css';

export function ScenePanel() {
  const services = useServices();
  const studio = useSettings((state) => state.studio);
  const isOnAir = useSession((state) => state.snapshot.broadcast.phase !== 'idle');
  const isLive = useSession(({ snapshot }) => snapshot.broadcast.phase === 'live' && !isRehearsal(snapshot));
  const scenes = listedScenes(studio);
  const currentId = editedSceneOf(studio).id;
  const programId = mainSceneOf(studio).id;
  const isStudioMode = studio.canvases[0]?.preview !== undefined;
  /** The scene that Tab leads to. */
  const [focusedId, setFocusedId] = useState(currentId);
  const [renamedId, setRenamedId] = useState<string>();
  const [transitionOf, setTransitionOf] = useState<string>();
  const [filtersOf, setFiltersOf] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const commands = sceneCommands(services);
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const drag = useDragOrder((id, index) => act(commands.move(id, index)));
  const stopId = scenes.some(({ id }) => id === focusedId) ? focusedId : currentId;

  const focus = (index: number) => {
    const scene = scenes[Math.min(scenes.length - 1, Math.max(0, index))];
    if (scene === undefined) return;
    setFocusedId(scene.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${scene.id}"]`)?.focus();
  };
  const add = () =>
    act(
      commands.add(isOnAir).then((id) => {
        if (listedScenes(services.settings.store.getState().studio).length > 1) setRenamedId(id);
      }),
    );
  const finishRename = (scene: Scene, name: string | undefined, isByKey: boolean) => {
    setRenamedId(undefined);
    if (name !== undefined) act(commands.rename(scene, name));
    // The row is there again once the field is gone.
    if (isByKey) setTimeout(() => focus(scenes.indexOf(scene)));
  };
  const transitionScene = scenes.find(({ id }) => id === transitionOf);
  const filterScene = scenes.find(({ id }) => id === filtersOf);
  return (
    <section className={css['section']} aria-label={texts.scenes.title}>
      <SectionHeading title={texts.scenes.title}>
        <Button variant="link" aria-label={texts.scenes.addScene} onClick={add}>
          {texts.scenes.add}
        </Button>
      </SectionHeading>
      {scenes.length === 1 ? undefined : (
        <>
          <div
            ref={list}
            role="listbox"
            aria-label={texts.scenes.list}
            className={rowCss['list']}
            data-dragging={drag.draggedId !== undefined}
            onPointerDown={drag.onPointerDown}
          >
            {scenes.map((scene, index) => (
              <SceneRow
                key={scene.id}
                scene={scene}
                isCurrent={scene.id === currentId}
                isLive={isLive && scene.id === programId}
                mark={isStudioMode ? markOf(scene.id === currentId, scene.id === programId) : undefined}
                isStop={scene.id === stopId}
                isDragged={scene.id === drag.draggedId}
                isRenamed={scene.id === renamedId}
                drop={dropMark(drag, index, scenes.length)}
                number={index + 1}
                onFocus={() => setFocusedId(scene.id)}
                onStep={(step) => focus(index + step)}
                onSwitch={() => act(commands.switchTo(scene.id))}
                onRename={() => setRenamedId(scene.id)}
                onRenamed={(name, isByKey) => finishRename(scene, name, isByKey)}
                onDuplicate={() => act(commands.duplicate(scene))}
                onMove={(step) => {
                  if (index + step >= 0) act(commands.move(scene.id, index + step));
                }}
                onTransition={() => setTransitionOf(scene.id)}
                onFilters={() => setFiltersOf(scene.id)}
                onRemove={() => {
                  if (list.current?.contains(document.activeElement) === true)
                    focus(index === 0 ? 1 : index - 1);
                  act(commands.remove(scene));
                }}
              />
            ))}
          </div>
          <CanvasTransition />
        </>
      )}
      {transitionScene === undefined ? undefined : (
        <TransitionDialog scene={transitionScene} onClose={() => setTransitionOf(undefined)} />
      )}
      {filterScene === undefined ? undefined : (
        <FiltersDialog scene={filterScene} onClose={() => setFiltersOf(undefined)} />
      )}
    </section>
  );
}

/** In studio mode a scene says where it shows. */
function markOf(isPreview: boolean, isProgram: boolean): SceneMark | undefined {
  return isProgram ? (isPreview ? 'both' : 'program') : isPreview ? 'preview' : undefined;
}
