/** Undo and redo over any commands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { defaultDocument, videoInputOf } from '../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { documentCommandSchema } from '../../../shared/studio/document-commands.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { stingerSources } from '../../../shared/studio/studio-mode/stingers.ts';
import { beginHistory, edit, redo, undo } from '../../../shared/studio/reduce/history.ts';
import type { DocumentHistory } from '../../../shared/studio/reduce/history.ts';
import { anyCommand, countIds, someText } from '../../support/studio/any-command.ts';
import type { CommandFor } from '../../support/studio/any-command.ts';

/** What is refused changes nothing. */
function editAll(commands: readonly CommandFor[], makeId = countIds()): DocumentHistory {
  let history = beginHistory(defaultDocument);
  for (const each of commands) {
    const command = each(history.present);
    expect(documentCommandSchema.safeParse(command).success).toBe(true);
    try {
      ({ history } = edit(history, command, makeId));
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe('studio/refused');
    }
    const parsed = studioDocumentSchema.safeParse(history.present);
    expect(parsed.error).toBeUndefined();
  }
  return history;
}

/** Without what is on air and what is prepared, and without sources that only that shows. */
function withoutProgram({ canvases, ...document }: StudioDocument): unknown {
  const items = document.scenes.flatMap((scene) => scene.items.map(({ sourceId }) => sourceId));
  const shown = new Set([...items, ...stingerSources({ ...document, canvases })]);
  const sources = document.sources.filter(({ id, kind }) => kind === 'audio' || shown.has(id));
  const isKept = (id: string): boolean => sources.some((source) => source.id === id);
  return {
    ...{ ...document, sources },
    channels: document.channels.filter(({ id, sourceId }) => id === 'main' || isKept(sourceId)),
    canvases: canvases.map(({ id, name, transition, quickTransitions }) => ({
      ...{ id, name, transition, quickTransitions },
    })),
  };
}

function does(...commands: readonly DocumentCommand[]): DocumentHistory {
  return editAll(commands.map((command) => () => command));
}

function scenesOf({ present }: DocumentHistory): readonly string[] {
  return present.scenes.map(({ name }) => name);
}

describe('undo and redo', () => {
  it('go back through every edit to the beginning, and forward to the end', () => {
    fc.assert(
      fc.property(fc.array(anyCommand(), { maxLength: 60 }), (commands) => {
        const end = editAll(commands);
        let back = end;
        while (back.past.length > 0) {
          back = undo(back);
          expect(studioDocumentSchema.safeParse(back.present).success).toBe(true);
        }
        expect(withoutProgram(back.present)).toEqual(withoutProgram(defaultDocument));
        let forth = back;
        while (forth.future.length > 0) {
          forth = redo(forth);
          expect(studioDocumentSchema.safeParse(forth.present).success).toBe(true);
        }
        expect(withoutProgram(forth.present)).toEqual(withoutProgram(end.present));
      }),
    );
  });

  it('never change what is on air where that scene is still there', () => {
    fc.assert(
      fc.property(fc.array(anyCommand(), { maxLength: 40 }), fc.array(fc.boolean()), (commands, steps) => {
        let history = editAll(commands);
        for (const isUndo of steps) {
          const next = isUndo ? undo(history) : redo(history);
          const shown = history.present.canvases[0]!.sceneId;
          if (next.present.scenes.some(({ id }) => id === shown))
            expect(next.present.canvases[0]!.sceneId).toBe(shown);
          history = next;
        }
      }),
    );
  });

  it('do nothing where there is nothing to undo or redo', () => {
    const history = beginHistory(defaultDocument);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it('leave the scene on air, and show another one only when it vanishes', () => {
    const added = does(
      { type: 'addScene', name: 'Second' },
      { type: 'renameScene', sceneId: 'made-1', name: 'Other' },
      { type: 'switchScene', canvasId: 'main', sceneId: 'made-1' },
    );
    expect(added.past).toHaveLength(2);
    const once = undo(added);
    expect(once.present.canvases[0]!.sceneId).toBe('made-1');
    expect(scenesOf(once)).toEqual(['Scene', 'Second']);
    const twice = undo(once);
    expect(twice.present).toEqual(defaultDocument);
    expect(redo(redo(twice)).present.canvases[0]!.sceneId).toBe('main');
  });

  it('keep what can be redone when another scene goes on air', () => {
    const undone = undo(does({ type: 'addScene', name: 'Second' }, { type: 'addScene', name: 'Third' }));
    const { history } = edit(
      undone,
      { type: 'switchScene', canvasId: 'main', sceneId: 'made-1' },
      countIds(),
    );
    expect(scenesOf(redo(history))).toEqual(['Scene', 'Second', 'Third']);
    expect(redo(history).present.canvases[0]!.sceneId).toBe('made-1');
  });
});

describe('a gesture', () => {
  const opacity = (value: number, gestureId?: string): DocumentCommand => ({
    ...{ type: 'setItem', sceneId: 'main', itemId: 'item-video', opacity: value, gestureId },
  });
  const opacityOf = ({ present }: DocumentHistory) => present.scenes[0]!.items[0]!.opacity;

  it('is one step, and the next gesture another', () => {
    const dragged = does(opacity(0.9, 'a'), opacity(0.8, 'a'), opacity(0.7, 'b'), opacity(0.6, 'b'));
    expect(dragged.past).toHaveLength(2);
    expect(opacityOf(undo(dragged))).toBe(0.8);
    expect(opacityOf(undo(undo(dragged)))).toBe(1);
  });

  it('ends with another edit, with undo and with redo', () => {
    const between = does(opacity(0.9, 'a'), { type: 'addScene', name: 'Second' }, opacity(0.8, 'a'));
    expect(between.past).toHaveLength(3);
    const redone = redo(undo(does(opacity(0.9, 'a'))));
    const after = edit(redone, opacity(0.8, 'a'), countIds()).history;
    expect(opacityOf(undo(after))).toBe(0.9);
  });

  it('goes on when another scene goes on air meanwhile', () => {
    const dragged = does(
      { type: 'addScene', name: 'Second' },
      opacity(0.9, 'a'),
      { type: 'switchScene', canvasId: 'main', sceneId: 'made-1' },
      opacity(0.8, 'a'),
    );
    expect(dragged.past).toHaveLength(2);
    expect(opacityOf(undo(dragged))).toBe(1);
  });

  it('is no step when it ends where it began', () => {
    expect(does(opacity(0.9, 'a'), opacity(1, 'a')).past).toEqual([]);
  });
});

describe('what is no step', () => {
  it('a device that was found by its name', () => {
    const chosen = does(
      { type: 'setVideoSource', source: { type: 'pattern' } },
      { type: 'setVideoSource', source: { type: 'camera', label: 'Cam' } },
    );
    const found: DocumentCommand = {
      ...{ type: 'setVideoSource', source: { type: 'camera', label: 'Cam', deviceId: 'c1' } },
    };
    const history = edit(chosen, found, countIds()).history;
    expect(history.past).toHaveLength(2);
    expect(videoInputOf(history.present)).toEqual({ type: 'camera', label: 'Cam', deviceId: 'c1' });
    const input = { type: 'camera' as const, label: 'Cam', deviceId: 'c2' };
    const again = edit(history, { type: 'setSourceInput', sourceId: 'video', input }, countIds()).history;
    expect(again.past).toHaveLength(2);
    expect(videoInputOf(again.present)).toEqual(input);
  });

  it('but another camera is one, and so is another text', () => {
    const input = { type: 'camera' as const, label: 'Other', deviceId: 'c3' };
    const text = { ...someText, text: 'Other' };
    const changed = does(
      { type: 'setSourceInput', sourceId: 'video', input },
      { type: 'addSource', sceneId: 'main', name: 'Text', input: someText },
      { type: 'setSourceInput', sourceId: 'made-1', input: text },
    );
    expect(changed.past).toHaveLength(3);
  });

  it('but another size of the same camera, and another part of the same screen', () => {
    const camera = { type: 'camera' as const, label: 'Cam', deviceId: 'c1' };
    const screen = { type: 'screen' as const, sourceId: 'screen:1:0' };
    const region = { x: 0, y: 0, width: 640, height: 360, of: { width: 1920, height: 1080 } };
    const changed = does(
      { type: 'setSourceInput', sourceId: 'video', input: camera },
      {
        type: 'setSourceInput',
        sourceId: 'video',
        input: { ...camera, size: { width: 1920, height: 1080 } },
      },
      { type: 'setSourceInput', sourceId: 'video', input: screen },
      { type: 'setSourceInput', sourceId: 'video', input: { ...screen, region } },
    );
    expect(changed.past).toHaveLength(4);
    expect(videoInputOf(undo(changed).present)).toEqual(screen);
  });

  it('a command that changes nothing', () => {
    const history = beginHistory(defaultDocument);
    const same = edit(history, { type: 'renameScene', sceneId: 'main', name: 'Scene' }, countIds());
    expect(same.history).toBe(history);
  });
});
