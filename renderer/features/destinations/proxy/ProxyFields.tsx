/** The address of a proxy and its sign-in. Its password is typed in the secret room alone, like a stream key. */
import type { OwnProxy } from '../../../../shared/proxy/proxy.ts';
import { takeProxyApart } from '../../../../shared/proxy/proxy.ts';
import { FieldRow, TextField } from '../../../ui/controls/Field.tsx';
import { SecretField } from '../form/SecretField.tsx';

export interface ProxyDraft {
  readonly proxyUrl: string;
  readonly proxyUsername: string;
  /** What is being typed; empty leaves a saved one alone while the proxy is the same. */
  readonly proxyPassword: string;
}

export interface ProxyFieldsProps {
  readonly draft: ProxyDraft;
  readonly error: string | undefined;
  readonly hint: string;
  readonly isPasswordSaved: boolean;
  readonly onChange: (patch: Partial<ProxyDraft>) => void;
}

export function ProxyFields({ draft, error, hint, isPasswordSaved, onChange }: ProxyFieldsProps) {
  return (
    <>
      <TextField
        label="Proxy address"
        placeholder="socks5://proxy.example.com:1080"
        value={draft.proxyUrl}
        error={error}
        hint={hint}
        onChange={(event) => onChange({ proxyUrl: event.target.value })}
        onBlur={() => onChange(withoutCredentials(draft))}
      />
      <FieldRow>
        <TextField
          label="Proxy user name"
          value={draft.proxyUsername}
          onChange={(event) => onChange({ proxyUsername: event.target.value })}
        />
        <SecretField
          label="Proxy password"
          isSaved={isPasswordSaved}
          value={draft.proxyPassword}
          error={undefined}
          hint="Only for proxies that ask for it."
          onChange={(proxyPassword) => onChange({ proxyPassword })}
        />
      </FieldRow>
    </>
  );
}

/** The saved password holds for this proxy. */
export function isSameAsSaved({ proxyUrl, proxyUsername }: ProxyDraft, saved: OwnProxy | undefined): boolean {
  return proxyUrl.trim() === saved?.url && proxyUsername.trim() === (saved.username ?? '');
}

/** A user name and a password in the address go to their fields. */
export function withoutCredentials({ proxyUrl }: ProxyDraft): Partial<ProxyDraft> {
  if (!proxyUrl.includes('@')) return {};
  const { clean, password } = takeProxyApart({ mode: 'own', url: proxyUrl });
  return {
    proxyUrl: clean.url,
    ...(clean.username === undefined ? {} : { proxyUsername: clean.username }),
    ...(password === undefined ? {} : { proxyPassword: password }),
  };
}
