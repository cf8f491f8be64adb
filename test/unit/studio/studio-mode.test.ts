/** Studio mode in the document: what is prepared, what is on air, and how one becomes the other. */
import { describe, expect, it } from 'vitest';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { defaultDocument, editedSceneOf } from '../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { layersOnAir, sceneLayersOf } from '../../../shared/studio/scene-layers.ts';
import { beginHistory, edit, undo } from '../../../shared/studio/reduce/history.ts';
import { countIds } from '../../support/studio/any-command.ts';

const canvasId = 'main';
const on: DocumentCommand = { type: 'setStudioMode', canvasId, isOn: true };
const fade = { kind: 'fade', durationMs: 700 } as const;
/** The first scene is `main`, the second `made-1`. */
const second: DocumentCommand = { type: 'addScene', name: 'Second' };
const prepare = (sceneId: string): DocumentCommand => ({ type: 'setPreviewScene', canvasId, sceneId });
const move = (position: number): DocumentCommand => ({ type: 'setTransitionPosition', canvasId, position });
const transition: DocumentCommand = { type: 'transition', canvasId };
const hide: DocumentCommand = { type: 'setItem', sceneId: 'main', itemId: 'item-video', isVisible: false };

function historyOf(...commands: readonly DocumentCommand[]) {
  const makeId = countIds();
  let history = beginHistory(defaultDocument);
  for (const command of commands) ({ history } = edit(history, command, makeId));
  expect(studioDocumentSchema.safeParse(history.present).error).toBeUndefined();
  return history;
}

function does(...commands: readonly DocumentCommand[]): StudioDocument {
  return historyOf(...commands).present;
}

function canvasOf({ canvases }: StudioDocument) {
  return canvases[0]!;
}

function onAir(document: StudioDocument): readonly string[] {
  return layersOnAir(document, canvasOf(document)).map(({ id }) => id);
}

describe('studio mode', () => {
  it('begins with the scene on air in the preview, and ends with what is on air', () => {
    const begun = does(second, on);
    expect(canvasOf(begun)).toMatchObject({ sceneId: 'main', preview: { sceneId: 'main' } });
    expect(does(second, on, on)).toEqual(begun);
    const ended = does(second, on, prepare('made-1'), { type: 'setStudioMode', canvasId, isOn: false });
    expect(canvasOf(ended).preview).toBeUndefined();
    expect(canvasOf(ended).sceneId).toBe('main');
  });

  it('prepares a scene without showing it, which is the one that is edited', () => {
    const document = does(second, on, prepare('made-1'));
    expect(canvasOf(document).sceneId).toBe('main');
    expect(editedSceneOf(document).id).toBe('made-1');
  });

  it('puts the preview on air, and prepares the scene of before next', () => {
    const document = does(second, on, prepare('made-1'), transition);
    expect(canvasOf(document)).toMatchObject({ sceneId: 'made-1', preview: { sceneId: 'main' } });
    const kept = does(
      ...[second, on, { type: 'setStudioMode', canvasId, isSwapping: false } as const],
      ...[prepare('made-1'), transition],
    );
    expect(canvasOf(kept)).toMatchObject({ sceneId: 'made-1', preview: { sceneId: 'made-1' } });
  });

  it('transitions as it is told this time, and as ever the next time', () => {
    const told = does(second, on, prepare('made-1'), { ...transition, transition: fade });
    expect(canvasOf(told).arrival).toEqual({ number: 1, transition: fade });
    const next = does(second, on, prepare('made-1'), { ...transition, transition: fade }, transition);
    expect(canvasOf(next).arrival).toEqual({ number: 2 });
  });

  it('puts another scene on air beside the preview, which stays', () => {
    const document = does(second, on, { type: 'switchScene', canvasId, sceneId: 'made-1' });
    expect(canvasOf(document)).toMatchObject({ sceneId: 'made-1', preview: { sceneId: 'main' } });
  });

  it.each([[prepare('main')], [transition], [move(0.5)]])('refuses %o while it is off', (command) => {
    const refused = () => does(command);
    expect(refused).toThrow();
    try {
      refused();
    } catch (error) {
      expect(toAppError(error).details['reason']).toBe('studioModeOff');
    }
  });

  it('loses neither program nor preview with a scene that is removed', () => {
    const prepared = does(second, on, prepare('made-1'), { type: 'removeScene', sceneId: 'made-1' });
    expect(canvasOf(prepared)).toMatchObject({ sceneId: 'main', preview: { sceneId: 'main' } });
    const shown = does(second, on, prepare('made-1'), { type: 'removeScene', sceneId: 'main' });
    expect(canvasOf(shown)).toMatchObject({ sceneId: 'made-1', preview: { sceneId: 'made-1' } });
  });

  it('is no step of undo, but its quick transitions are', () => {
    const history = historyOf(second, on, prepare('made-1'), transition, {
      ...{ type: 'setQuickTransitions', canvasId, quickTransitions: [fade] },
    });
    expect(history.past).toHaveLength(2);
    const undone = undo(history).present;
    expect(canvasOf(undone).quickTransitions).toBeUndefined();
    expect(canvasOf(undone)).toMatchObject({ sceneId: 'made-1', preview: { sceneId: 'main' } });
  });
});

describe('the T-bar', () => {
  it('stands where it was moved, and goes back', () => {
    expect(canvasOf(does(second, on, prepare('made-1'), move(0.4))).preview?.position).toBe(0.4);
    const back = does(second, on, prepare('made-1'), move(0.4), move(0));
    expect(back).toEqual(does(second, on, prepare('made-1')));
  });

  it('puts the preview on air at its end, without another transition', () => {
    const document = does(second, on, prepare('made-1'), move(0.4), move(1));
    expect(canvasOf(document)).toMatchObject({ sceneId: 'made-1', preview: { sceneId: 'main' } });
    expect(canvasOf(document).preview?.position).toBeUndefined();
    expect(canvasOf(document).arrival?.transition).toEqual({ kind: 'cut' });
  });
});

describe('a scene that is on air and in the preview', () => {
  it('is edited in the preview alone, until a transition shows the edits', () => {
    const edited = does(on, hide);
    expect(sceneLayersOf(edited, 'main')).toEqual([]);
    expect(onAir(edited)).toEqual(['item-video']);
    const shown = does(on, hide, transition);
    expect(onAir(shown)).toEqual([]);
    // Though it is the same scene, it comes by its transition.
    expect(canvasOf(shown).arrival).toEqual({ number: 1 });
    expect(does(on, transition)).toEqual(does(on));
  });

  it('shows its edits at once when studio mode is turned off, and when they are its own', () => {
    expect(onAir(does(on, hide, { type: 'setStudioMode', canvasId, isOn: false }))).toEqual([]);
    expect(onAir(does(second, on, prepare('made-1'), hide))).toEqual([]);
  });

  it('keeps on air what the preview has no more, and lets it go with the transition', () => {
    const remove: DocumentCommand = { type: 'removeItem', sceneId: 'main', itemId: 'item-video' };
    const removed = does(on, remove);
    expect(onAir(removed)).toEqual(['item-video']);
    expect(removed.sources.map(({ id }) => id)).toContain('video');
    expect(does(on, remove, transition).sources.map(({ id }) => id)).not.toContain('video');
  });

  it('keeps what is on air while another scene is prepared', () => {
    expect(onAir(does(second, on, hide, prepare('made-1')))).toEqual(['item-video']);
  });

  it('keeps what is on air when the edit is undone', () => {
    const undone = undo(historyOf(on, hide)).present;
    expect(onAir(undone)).toEqual(['item-video']);
    expect(sceneLayersOf(undone, 'main')).toHaveLength(1);
  });

  it('is not touched by a command that changes nothing', () => {
    const begun = historyOf(on);
    const same = edit(begun, { type: 'setItem', sceneId: 'main', itemId: 'item-video' }, countIds());
    expect(same.history).toBe(begun);
  });
});

describe('a stinger', () => {
  const green = { type: 'colour', colour: '#00ff00ff', width: 8, height: 8 } as const;
  /** The source is `made-2` and its item `made-3`, in the second scene. */
  const add: DocumentCommand = { type: 'addSource', sceneId: 'made-1', name: 'Green', input: green };
  const stinger = { kind: 'stinger', sourceId: 'made-2', cutMs: 500, durationMs: 1000 } as const;
  const choose: DocumentCommand = { type: 'setTransition', canvasId, transition: stinger };
  const remove: DocumentCommand = { type: 'removeItem', sceneId: 'made-1', itemId: 'made-3' };
  const ids = ({ sources }: StudioDocument) => sources.map(({ id }) => id);

  it('keeps its source when no item shows it any more, and lets it go with the transition', () => {
    expect(ids(does(second, add, choose, remove))).toContain('made-2');
    const cut: DocumentCommand = { type: 'setTransition', canvasId, transition: { kind: 'cut' } };
    expect(ids(does(second, add, choose, remove, cut))).not.toContain('made-2');
    expect(ids(does(second, add, choose, cut))).toContain('made-2');
  });

  it('may be the transition of a scene, a quick one, and one for this time', () => {
    const others: readonly DocumentCommand[] = [
      { type: 'setSceneTransition', sceneId: 'main', transition: stinger },
      { type: 'setQuickTransitions', canvasId, quickTransitions: [stinger] },
      { type: 'switchScene', canvasId, sceneId: 'made-1', transition: stinger },
    ];
    for (const each of others) expect(ids(does(second, add, each, remove))).toContain('made-2');
  });

  it('gives way to a fade when its source goes for good', () => {
    const camera = { ...stinger, sourceId: 'video' };
    const gone = does(
      { type: 'setTransition', canvasId, transition: camera },
      {
        ...{ type: 'setVideoSource', source: { type: 'none' } },
      },
    );
    expect(canvasOf(gone).transition).toEqual({ kind: 'fade', durationMs: 300 });
  });

  it('is refused of a source that is not there, or has no video', () => {
    expect(() => does({ ...choose, transition: { ...stinger, sourceId: 'nobody' } })).toThrow();
    expect(() => does({ ...choose, transition: { ...stinger, sourceId: 'audio' } })).toThrow();
  });
});
