import { CloudUploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { notify } from '../components/notices/notice-store.ts';
import { describeError } from '../errors/describe-error.ts';
import { useText } from '../i18n/text.ts';
import { refetchSystem } from '../views/refetch-system.ts';
import { sendWaiting, startOfflineQueue, useWaitingScans } from './offline-queue.ts';

/** Shows that scans wait in this browser, and sends them when the network is back. */
export function WaitingScans() {
  const texts = useText();
  const { t } = texts;
  const client = useQueryClient();
  const waiting = useWaitingScans();
  useEffect(
    () =>
      startOfflineQueue({
        onRefused: (scan, error) => {
          const { title, happened } = describeError(error, texts);
          notify({ tone: 'blocked', title: `${scan.label}: ${title}`, text: happened, requestId: error.requestId });
        },
        onSent: () => void refetchSystem(client, 'wms'),
      }),
    [client, texts],
  );
  if (waiting.length === 0) return null;
  return (
    <div className="sv-banner sv-tone-waiting" role="status" data-testid="waiting-scans">
      <CloudUploadOutlined aria-hidden /> {t('scan.waiting', { count: waiting.length })}{' '}
      <Button size="small" onClick={() => void sendWaiting()}>
        {t('scan.sendNow')}
      </Button>
    </div>
  );
}
