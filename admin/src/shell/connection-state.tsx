import { DisconnectOutlined, SyncOutlined, WifiOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { clockText } from '../format/times.ts';
import { useText } from '../i18n/text.ts';
import { useLiveState } from '../live/live-state.ts';

const ICONS = { live: WifiOutlined, connecting: SyncOutlined, reconnecting: SyncOutlined, stale: DisconnectOutlined } as const;

/** Honest about the stream: when it is down, what is shown may be old, and since when. */
export function ConnectionState() {
  const { t, language } = useText();
  const live = useLiveState();
  if (live === null) return null;
  const { kind, since } = live;
  const Icon = ICONS[kind];
  return (
    <Tooltip title={t(`live.${kind}Why`)}>
      <span className={`sv-live is-${kind}`} role="status" data-testid="live-state" data-state={kind}>
        <Icon aria-hidden spin={kind === 'connecting' || kind === 'reconnecting'} />
        <span className="sv-live-word">
          {kind === 'stale' && since !== null ? t('live.staleSince', { time: clockText(since, language) }) : t(`live.${kind}`)}
        </span>
      </span>
    </Tooltip>
  );
}
