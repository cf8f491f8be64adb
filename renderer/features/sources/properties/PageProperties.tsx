/** A browser page: where it comes from, its form, and loading it anew. Its address stays in its form. */
import { useState } from 'react';
import type { PageInput } from '../../../../shared/studio/pages/page-input.ts';
import { texts } from '../../../../shared/text/text.ts';
import { runOrShowError, useServices } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SecretFrame } from '../../destinations/index.ts';
import css from './properties.module.css';

export interface PagePropertiesProps {
  readonly sourceId: string;
  readonly input: PageInput;
}

export function PageProperties({ sourceId, input }: PagePropertiesProps) {
  const services = useServices();
  const [isOpen, setIsOpen] = useState(false);
  const ask = (channel: 'pages:reload' | 'pages:interact') =>
    runOrShowError(services, services.client.invoke(channel, { sourceId }));
  return (
    <div className={css['fields']}>
      <p className={css['note']}>
        <bdi>{input.host}</bdi>
      </p>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {texts.pages.edit}
      </Button>
      <Button size="small" onClick={() => ask('pages:reload')}>
        {texts.pages.reload}
      </Button>
      <Button size="small" onClick={() => ask('pages:interact')}>
        {texts.pages.interact}
      </Button>
      <p className={css['note']}>{texts.pages.interactHint}</p>
      {isOpen ? (
        <SecretFrame task={{ type: 'page', id: sourceId }} onClose={() => setIsOpen(false)} />
      ) : undefined}
    </div>
  );
}
