import { expect, it } from 'vitest';
import {
  chosenSpeakers,
  speakerChoices,
} from '../../../../../renderer/features/mixer/master/speaker-choice.ts';
import { settingsSchema } from '../../../../../shared/settings/settings.ts';

const headset = { deviceId: 'a1', label: 'Headset' };
const ids = (choices: readonly { readonly deviceId: string }[]) => choices.map(({ deviceId }) => deviceId);

it('the system’s usual output is chosen at first, and can be chosen again', () => {
  expect(chosenSpeakers()).toBe('default');
  const [usual] = speakerChoices([headset], headset);
  expect(usual?.deviceId).toBe('default');
  expect(settingsSchema.shape.monitorDevice.safeParse(usual).data).toEqual(usual);
});

it('speakers that are gone stay chosen', () => {
  expect(ids(speakerChoices([headset]))).toEqual(['default', 'a1']);
  expect(ids(speakerChoices([headset], { deviceId: 'b2', label: 'Desk' }))).toEqual(['default', 'a1', 'b2']);
  expect(ids(speakerChoices([headset], headset))).toEqual(['default', 'a1']);
});
