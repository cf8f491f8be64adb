/** Shows the proxy for all destinations in Settings, and opens its form, in which its password is typed. */
import { useState } from 'react';
import { useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SecretFrame } from '../form/SecretFrame.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './ProxySettings.module.css';

const PROXY_TASK = { type: 'proxy' } as const;

export function ProxySettings() {
  const proxy = useSettings((settings) => settings.proxy);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className={css['note']}>
        {proxy === undefined
          ? texts.proxy.direct
          : texts.proxy.through(proxy.mode === 'own' ? proxy.url : undefined)}
      </p>
      <div>
        <Button onClick={() => setIsOpen(true)}>
          {proxy === undefined ? texts.proxy.add : texts.proxy.change}
        </Button>
      </div>
      {isOpen ? <SecretFrame task={PROXY_TASK} onClose={() => setIsOpen(false)} /> : undefined}
    </>
  );
}
