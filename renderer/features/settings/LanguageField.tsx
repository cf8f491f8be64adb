/** The language of the window: the system's, or one by the name that its speakers know. */
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { chosenLanguage } from '../../../shared/text/languages/chosen-language.ts';
import { findLanguage, languages } from '../../../shared/text/languages/languages.ts';
import { texts } from '../../../shared/text/text.ts';
import { useServices, useSession } from '../../state/services.ts';
import { SelectField } from '../../ui/controls/Field.tsx';

/** In the settings, as if there were none: the system decides. */
const SYSTEM = 'system';

export interface LanguageFieldProps {
  readonly value: Settings['language'];
  readonly onChange: (language: string) => void;
}

export function LanguageField({ value = SYSTEM, onChange }: LanguageFieldProps) {
  const { facts } = useServices();
  const isBusy = useSession(
    ({ snapshot }) => snapshot.broadcast.phase !== 'idle' || isRecorderBusy(snapshot.recorder),
  );
  const words = texts.languageSettings;
  const isKnown = languages.some(({ tag }) => tag === value);
  const next = isKnown ? value : facts.systemLanguage;
  const reload = next === chosenLanguage.tag ? undefined : words.reload;
  return (
    <SelectField
      label={words.label}
      value={isKnown ? value : SYSTEM}
      disabled={isBusy}
      hint={isBusy ? words.busy : reload}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value={SYSTEM}>{words.system(findLanguage(facts.systemLanguage)?.name ?? '')}</option>
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
