import { useState } from 'react';
import { pageKeys } from '../components/keys/use-page-keys.ts';
import { Dialog } from '../components/layout/dialog.tsx';
import { useText } from '../i18n/text.ts';

/** The keys of the page that is open now. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const [keys] = useState(pageKeys);
  const seen = new Map([{ key: 'Ctrl K', help: 'shell.find' as const }, ...keys].map((entry) => [entry.key, entry.help]));
  return (
    <Dialog footer={null} title={t('keys.title')} width={380} onCancel={onClose}>
      <dl className="sv-keys">
        {[...seen].map(([key, help]) => (
          <div key={key}>
            <dt>
              <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
            </dt>
            <dd>{t(help)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
