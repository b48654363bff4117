import type { View } from '@selvedge/kernel/view/define-view.ts';
import { contract } from './contract.ts';
import { drift, driftRuns } from './drift.ts';
import { event, events } from './events.ts';
import { integration, integrationAlert } from './integration.ts';
import { secrets } from './secrets.ts';

/** What crosses between the systems, as administrators see it. */
export const integrationViews: readonly View[] = [integration, integrationAlert, events, event, contract, secrets, drift, driftRuns];
