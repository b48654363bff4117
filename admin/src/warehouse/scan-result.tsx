import { CheckOutlined, ClockCircleOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../i18n/text.ts';
import '../styles/warehouse.css';

export interface ScanResultValue {
  kind: 'yes' | 'no' | 'queued';
  text: string;
  detail?: string;
}

const ICONS = { yes: CheckOutlined, no: CloseOutlined, queued: ClockCircleOutlined } as const;

/** Big yes or no, in colour, word and (elsewhere) sound; with the undo of the last scan. */
export function ScanResult({ result, onUndo }: { result: ScanResultValue | null; onUndo?: (() => void) | null }) {
  const { t } = useText();
  const Icon = result ? ICONS[result.kind] : null;
  return (
    <div
      className={`sv-scan-result ${result ? `is-${result.kind}` : ''}`}
      role="status"
      aria-live="assertive"
      data-testid="scan-result"
      data-kind={result?.kind}
    >
      {result && Icon ? (
        <>
          <Icon aria-hidden className="sv-scan-result-icon" />
          <div>
            <strong>{result.text}</strong>
            {result.detail && <p>{result.detail}</p>}
          </div>
          {onUndo && (
            <Button size="large" data-testid="scan-undo" onClick={onUndo}>
              {t('scan.undo')}
            </Button>
          )}
        </>
      ) : (
        <span className="sv-faint">{t('scan.ready')}</span>
      )}
    </div>
  );
}
