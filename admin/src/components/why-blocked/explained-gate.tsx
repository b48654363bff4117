import type { ReactNode } from 'react';
import type { Requirement, System } from '../../api/types/shared.ts';
import { useDecision } from '../../views/use-view-one.ts';
import { ErrorState } from '../state/error-state.tsx';
import { Skeleton } from '../state/skeleton.tsx';
import { WhyBlockedCard } from './why-blocked-card.tsx';

interface ExplainedGateProps {
  system: System;
  gate: string;
  subject: string;
  stepFor?: (requirement: Requirement) => ReactNode;
}

/** Asks the gate and shows its answer; nothing is written. */
export function ExplainedGate({ system, gate, subject, stepFor }: ExplainedGateProps) {
  const { data, isLoading, error, refetch } = useDecision(system, gate, subject);
  if (data) return <WhyBlockedCard decision={data} {...(stepFor ? { stepFor } : {})} />;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return isLoading ? <Skeleton kind="panel" rows={3} /> : null;
}
