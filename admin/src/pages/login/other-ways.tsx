import { useEffect, useState } from 'react';
import { Button } from 'antd';
import { request } from '../../api/http.ts';
import type { System } from '../../api/types/shared.ts';
import { useText } from '../../i18n/text.ts';
import { baseOf } from '../../session/nodes.ts';

interface Provider {
  name: string;
  driver: string;
  label?: string;
}

/** Drivers that take the browser elsewhere and back; the others ask for a password in the form. */
const REDIRECTING = ['oauth2', 'openid', 'saml'];

/** Buttons for the identity providers that this node was given; nothing where there are none. */
export function OtherWays({ system }: { system: System }) {
  const { t } = useText();
  const [providers, setProviders] = useState<readonly Provider[]>([]);
  const base = baseOf(system);
  useEffect(() => {
    const asking = new AbortController();
    request<{ data: Provider[] }>(`${base}/auth`, { signal: asking.signal }).then(
      ({ data }) => setProviders(data.filter((provider) => REDIRECTING.includes(provider.driver))),
      // Whoever cannot ask cannot sign in either, and is told so by the form.
      () => undefined,
    );
    return () => asking.abort();
  }, [base]);
  return providers.map(({ name, label }) => (
    <Button
      key={name}
      size="large"
      block
      href={`${base}/auth/login/${encodeURIComponent(name)}?redirect=${encodeURIComponent(window.location.href)}`}
      data-testid={`login-with-${name}`}
    >
      {t('login.with', { provider: label ?? name })}
    </Button>
  ));
}
