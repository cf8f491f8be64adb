/** A microphone at the rate of a telephone, as Bluetooth headsets are while theirs is open. */
import { expect, it } from 'vitest';
import { openSoundRig } from '../../support/window/sound-rig.ts';
import { smallStudio } from '../../support/window/studio-fixture.ts';

const rig = openSoundRig({ rate: 16_000 });

it('a microphone of 16 kHz is said to be a headset in call mode, beside its level', async () => {
  await rig.sound.plugIn({ name: 'headset', label: 'Headset' });
  await rig.sound.play('headset', '0.3*sin(2*PI*440*t)|0.3*sin(2*PI*440*t)');
  const { page } = await rig.launch(smallStudio({ type: 'pattern' }, { type: 'none' }));
  const strip = page.getByRole('region', { name: 'Audio level' });
  const words = strip.getByText('This headset is in call mode, so its audio quality is low.');
  await page.getByRole('radio', { name: 'Headset' }).click();
  await words.waitFor();
  await page.getByRole('radio', { name: /beeps/ }).click();
  await words.waitFor({ state: 'detached' });
  expect(await strip.getByText('call mode').count()).toBe(0);
});
