import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.ts';

const SHOWN_MS = 1_200;

/** A code in mono; a click copies it. */
export function Code({ value }: { value: string }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="sv-code"
      title={t('words.copy')}
      aria-label={copied ? t('words.copied', { value }) : t('words.copyValue', { value })}
      onClick={(event) => {
        event.stopPropagation();
        void copy(value).then(setCopied);
      }}
    >
      {value}
      <span className="sv-code-icon" aria-hidden>
        {copied ? <CheckOutlined /> : <CopyOutlined />}
      </span>
    </button>
  );
}

async function copy(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}
