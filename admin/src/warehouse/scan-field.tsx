import { BarcodeOutlined, EditOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text.ts';
import '../styles/warehouse.css';

interface ScanFieldProps {
  label: string;
  hint: string;
  isBusy?: boolean;
  onScan: (code: string) => void;
}

/**
 * The one field that waits for the scanner: a scan is text and Enter. Keys typed anywhere go to it.
 * On a touch device the on-screen keyboard stays away until it is asked for.
 */
export function ScanField({ label, hint, isBusy = false, onScan }: ScanFieldProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [wantsKeyboard, setWantsKeyboard] = useState(() => !window.matchMedia('(pointer: coarse)').matches);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    const toField = (event: KeyboardEvent) => {
      const target = event.target;
      const isElsewhere = target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === '?') return;
      input.current?.focus({ preventScroll: true });
    };
    window.addEventListener('keydown', toField, true);
    return () => window.removeEventListener('keydown', toField, true);
  }, []);

  return (
    <form
      className="sv-scan"
      onSubmit={(event) => {
        event.preventDefault();
        const code = typed.trim();
        if (code === '') return;
        setTyped('');
        onScan(code);
        input.current?.focus({ preventScroll: true });
      }}
    >
      <BarcodeOutlined aria-hidden className="sv-scan-icon" />
      <input
        ref={input}
        value={typed}
        aria-label={label}
        placeholder={hint}
        aria-busy={isBusy}
        inputMode={wantsKeyboard ? 'text' : 'none'}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        data-testid="scan"
        onChange={(event) => setTyped(event.target.value)}
      />
      {!wantsKeyboard && (
        <button
          type="button"
          className="sv-icon-button is-large"
          aria-label={t('scan.keyboard')}
          onClick={() => {
            setWantsKeyboard(true);
            setTimeout(() => input.current?.focus(), 50);
          }}
        >
          <EditOutlined />
        </button>
      )}
      <button type="submit" className="sv-scan-go">
        {t('scan.enter')}
      </button>
    </form>
  );
}
