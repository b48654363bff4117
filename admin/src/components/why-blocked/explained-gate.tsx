import type { ReactNode } from 'react';
import { withoutCodes } from '../../actions/gate-refusal.ts';
import type { Requirement } from '../../api/types/shared.ts';
import { useDecision } from '../../views/use-view-one.ts';
import { ErrorState } from '../state/error-state.tsx';
import { Skeleton } from '../state/skeleton.tsx';
import { WhyBlockedCard } from './why-blocked-card.tsx';

interface ExplainedGateProps {
  system: 'crm' | 'wms';
  gate: string;
  subject: string;
  stepFor?: (requirement: Requirement) => ReactNode;
  /** Codes that the button's own dialog asks for: they are not open yet, and not proved either. */
  askedLater?: readonly string[];
}

/** Asks the gate and shows its answer; nothing is written. */
export function ExplainedGate({ system, gate, subject, stepFor, askedLater = [] }: ExplainedGateProps) {
  const { data, isLoading, error, refetch } = useDecision(system, gate, subject);
  if (data) return <WhyBlockedCard decision={withoutCodes(data, askedLater)} {...(stepFor ? { stepFor } : {})} />;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return isLoading ? <Skeleton kind="panel" rows={3} /> : null;
}
