/** What the chosen services ask of the encoding, under the big button, with what mends it in one press. */
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { runOrTell, useServices, useSettings } from '../../api/services.ts';
import { Button } from '../../ui/Button.tsx';
import { adviseForServices } from './service-advice.ts';
import css from './GoLive.module.css';

export function ServiceAdvice() {
  const services = useServices();
  const { settings, capture, toasts } = services;
  const encoding = useSettings((state) => state.encoding);
  const destinations = useSettings((state) => state.destinations);
  const { findings, mended } = adviseForServices(encoding, destinations);
  if (findings.length === 0) return null;

  const mend = async (profile: EncodingProfile) => {
    await settings.update({ encoding: profile });
    capture.setEncoding(profile);
    toasts.show({
      tone: 'note',
      title: 'The encoding now suits the services.',
      action: { label: 'Undo', run: () => runOrTell(services, restore(encoding)) },
    });
  };
  const restore = async (profile: EncodingProfile) => {
    await settings.update({ encoding: profile });
    capture.setEncoding(profile);
  };

  return (
    <div className={css['advice']}>
      <ul>
        {findings.map(({ text, level }) => (
          <li key={text} className={level === 'problem' ? css['missing'] : undefined}>
            {text}
          </li>
        ))}
      </ul>
      {mended === null ? null : (
        <Button
          size="small"
          title="Changes the encoding settings to what the services take"
          onClick={() => runOrTell(services, mend(mended))}
        >
          Mend
        </Button>
      )}
    </div>
  );
}
