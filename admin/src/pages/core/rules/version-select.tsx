import type { GateView, PolicyVersion } from '../../../api/types/rules.ts';
import { useText, type Translate } from '../../../i18n/text.ts';

interface VersionSelectProps {
  gate: GateView;
  label: string;
  /** null: the default */
  value: string | null;
  onChange: (id: string | null) => void;
}

const nameOf = (version: PolicyVersion, t: Translate) =>
  `${t('rules.version', { version: version.version })} · ${t(version.isInForce ? 'rules.state.inForce' : version.isScheduled ? 'rules.state.scheduled' : `rules.state.${version.state}`)}`;

/** Any version of the gate, or the default. */
export function VersionSelect({ gate, label, value, onChange }: VersionSelectProps) {
  const { t } = useText();
  return (
    <label className="sv-row">
      {label}
      <select className="sv-scope" data-testid="version" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">
          {t('rules.default', { version: gate.base.version })}
          {gate.inForce.policy === null ? ` · ${t('rules.state.inForce')}` : ''}
        </option>
        {gate.versions.map((version) => (
          <option key={version.id} value={version.id}>
            {nameOf(version, t)}
          </option>
        ))}
      </select>
    </label>
  );
}
