/** The quick transitions of a canvas: its own, or those that there are at first. */
import type { Canvas } from '../../../shared/studio/document-schema.ts';
import { defaultTransition } from '../../../shared/studio/transition.ts';
import type { Transition } from '../../../shared/studio/transition.ts';

const firstOnes: readonly Transition[] = [{ kind: 'cut' }, defaultTransition];

export function quickTransitionsOf({ quickTransitions }: Canvas): readonly Transition[] {
  return quickTransitions ?? firstOnes;
}
