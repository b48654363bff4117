import type { View } from '@selvedge/kernel/view/define-view.ts';
import { contract } from './contract.ts';
import { drift, driftRuns } from './drift.ts';
import { event, events } from './events.ts';
import { heldTypes, integration, integrationAlert } from './integration.ts';
import { secrets } from './secrets.ts';

/** What crosses between the systems, as administrators see it. */
export const integrationViews: readonly View[] = [integration, integrationAlert, heldTypes, events, event, contract, secrets, drift, driftRuns];
