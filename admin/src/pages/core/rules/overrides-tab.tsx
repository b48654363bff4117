import { OverrideReport } from './override-report.tsx';
import type { GateTabProps } from './tab-props.ts';

/** Who overrode this gate here, how often. */
export function OverridesTab({ gate, state }: GateTabProps) {
  return <OverrideReport state={state} params={{ scope: 'active', org: gate.org }} org={gate.org} gate={gate} />;
}
