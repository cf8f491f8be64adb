import { describe, expect, it } from 'vitest';
import { commandSchema } from '../../../shared/studio/commands.ts';
import { isDocumentCommand } from '../../../shared/studio/document-commands.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';

const transform = canvasTransform('inner', { width: 1280, height: 720 });

describe('commands that edit the document', () => {
  it('name a scene without spaces around it', () => {
    const parsed = commandSchema.parse({ type: 'addScene', name: '  Game ' });
    expect(parsed).toEqual({ type: 'addScene', name: 'Game' });
  });

  it.each<[string, object]>([
    ['a name of spaces', { type: 'addScene', name: '  ' }],
    ['a name that turns what stands behind it', { type: 'addScene', name: 'a\u202eb' }],
    ['a name of two lines', { type: 'addScene', name: 'a\nb' }],
    ['a name of 101 characters', { type: 'addScene', name: 'x'.repeat(101) }],
    ['an id that their sender made', { type: 'addScene', name: 'Game', id: 'mine' }],
    ['an index before the first', { type: 'moveScene', sceneId: 'main', index: -1 }],
    ['a transform of no item', { type: 'setTransform', sceneId: 'main', transforms: [] }],
    [
      'more transforms than a scene has items',
      {
        ...{ type: 'setTransform', sceneId: 'main' },
        transforms: Array.from({ length: 201 }, () => ({ itemId: 'a', transform })),
      },
    ],
    [
      'an endless turn',
      {
        type: 'addItem',
        sceneId: 'main',
        sourceId: 'video',
        transform: { ...transform, rotation: Infinity },
      },
    ],
    ['a gesture of no name', { type: 'addScene', name: 'Game', gestureId: '' }],
  ])('are refused with %s', (_what, command) => {
    expect(commandSchema.safeParse(command).success).toBe(false);
  });

  it('are told from those that don’t', () => {
    expect(isDocumentCommand({ type: 'setTransform' })).toBe(true);
    for (const type of ['undo', 'startStream', 'constructor', 'nothing'])
      expect(isDocumentCommand({ type })).toBe(false);
  });
});
