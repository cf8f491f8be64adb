/** Shows the proxy for all destinations in Settings, and opens its form, in which its password is typed. */
import { useState } from 'react';
import { useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SecretRoom } from '../form/SecretRoom.tsx';
import css from './ProxySettings.module.css';

const PROXY_TASK = { type: 'proxy' } as const;

export function ProxySettings() {
  const proxy = useSettings((settings) => settings.proxy);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className={css['note']}>
        {proxy === undefined
          ? 'Destinations are connected to directly.'
          : `Destinations are connected to through ${proxy.mode === 'own' ? proxy.url : 'the system’s proxy'}, unless they have a choice of their own.`}
      </p>
      <div>
        <Button onClick={() => setIsOpen(true)}>{proxy === undefined ? 'Add proxy' : 'Change proxy'}</Button>
      </div>
      {isOpen ? <SecretRoom task={PROXY_TASK} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
