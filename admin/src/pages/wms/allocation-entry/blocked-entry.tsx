import type { Decision } from '../../../api/types/shared.ts';
import { overrideRefusal } from '../../../actions/gate-refusal.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { WhyBlockedCard } from '../../../components/why-blocked/why-blocked-card.tsx';

/** An entry that the gate refused, exactly as it was sent. */
export interface BlockedEntryValue {
  decision: Decision;
  body: { line: string; rolls: { rollCode: string; meters: string }[] };
}

/** Why the gate refused the meters; a warehouse manager may enter them all the same, with a reason (WMG-1). */
export function BlockedEntry({ blocked, org, onDone }: { blocked: BlockedEntryValue; org: string; onDone: () => void }) {
  return (
    <WhyBlockedCard
      decision={blocked.decision}
      stepFor={(requirement) =>
        requirement.overridable ? (
          <ActionButton
            action="allocation.enter-by-override"
            body={blocked.body}
            refusal={overrideRefusal(blocked.decision)}
            org={org}
            place="step"
            size="large"
            onDone={onDone}
          />
        ) : null
      }
    />
  );
}
