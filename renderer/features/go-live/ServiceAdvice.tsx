/** What the chosen services ask of the encoding, under the big button, with a button that fixes it. */
import { encodingOf } from '../../../shared/studio/document.ts';
import { useSettings } from '../../state/services.ts';
import { useEncoding } from '../../state/use-encoding.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { adviseForServices } from './service-advice.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './GoLive.module.css';

export function ServiceAdvice() {
  const change = useEncoding();
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const destinations = useSettings((state) => state.destinations);
  const { findings, fitted } = adviseForServices(encoding, destinations);
  if (findings.length === 0) return undefined;

  return (
    <div className={css['advice']}>
      <ul>
        {findings.map(({ message, level }) => (
          <li key={texts.serviceAdvice(message)} className={level === 'problem' ? css['missing'] : undefined}>
            {texts.serviceAdvice(message)}
          </li>
        ))}
      </ul>
      {fitted === undefined ? undefined : (
        <Button
          size="small"
          title={texts.goLive.fixSettingsHint}
          onClick={() => change(fitted, texts.goLive.settingsFixed)}
        >
          {texts.goLive.fixSettings}
        </Button>
      )}
    </div>
  );
}
