/** The button that adds a channel. */
import { Button } from '../../../ui/controls/Button.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { texts } from '../../../../shared/text/text.ts';
import { useAdditions } from './use-additions.ts';
import { useApplicationWatch } from './use-applications.ts';

export function AddAudio() {
  const items = useAdditions();
  const handleOpen = useApplicationWatch();
  return (
    <Menu
      trigger={
        <Button variant="link" aria-label={texts.mixer.addAudio}>
          {texts.mixer.add}
        </Button>
      }
      items={items}
      onOpenChange={handleOpen}
    />
  );
}
