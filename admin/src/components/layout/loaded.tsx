import type { ReactNode } from 'react';
import type { ViewOne } from '../../views/use-view-one.ts';
import { ErrorState } from '../state/error-state.tsx';
import { Skeleton } from '../state/skeleton.tsx';

/** One record in its honest states. */
export function Loaded<Data>({ view, children }: { view: ViewOne<Data>; children: (data: Data) => ReactNode }) {
  if (view.data) return <>{children(view.data)}</>;
  if (view.error) return <ErrorState error={view.error} onRetry={view.refetch} />;
  return <Skeleton kind="panel" rows={10} />;
}
