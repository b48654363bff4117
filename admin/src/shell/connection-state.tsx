import { DisconnectOutlined, SyncOutlined, WifiOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useText } from '../i18n/text.ts';
import { useLiveState } from '../live/live-state.ts';

const ICONS = { live: WifiOutlined, connecting: SyncOutlined, stale: DisconnectOutlined } as const;

/** Honest about the stream: when it is down, what is shown may be old. */
export function ConnectionState() {
  const { t } = useText();
  const state = useLiveState();
  if (state === 'off') return null;
  const Icon = ICONS[state];
  return (
    <Tooltip title={t(`live.${state}Why`)}>
      <span className={`sv-live is-${state}`} role="status" data-testid="live-state" data-state={state}>
        <Icon aria-hidden spin={state === 'connecting'} />
        <span className="sv-live-word">{t(`live.${state}`)}</span>
      </span>
    </Tooltip>
  );
}
