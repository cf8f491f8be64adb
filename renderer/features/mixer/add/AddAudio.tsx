/** The button that adds a channel. */
import { Button } from '../../../ui/controls/Button.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { texts } from '../../../../shared/text/text.ts';
import { useAdditions } from './use-additions.ts';

export function AddAudio() {
  const items = useAdditions();
  return (
    <Menu
      trigger={
        <Button variant="link" aria-label={texts.mixer.addAudio}>
          {texts.mixer.add}
        </Button>
      }
      items={items}
    />
  );
}
