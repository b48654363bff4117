import type { View } from '@selvedge/kernel/view/define-view.ts';
import { accessViews } from './access-views.ts';
import { auditViews } from './audit.ts';
import { decisionViews } from './decisions.ts';
import { gateTrialViews } from './gate-trials.ts';
import { gateDetail, gateList } from './gates.ts';
import { integrationViews } from './integration-views.ts';
import { leakCertificates } from './leak-certificates.ts';

export const coreViews: readonly View[] = [
  ...accessViews,
  ...auditViews,
  ...integrationViews,
  leakCertificates,
  gateList,
  gateDetail,
  ...gateTrialViews,
  ...decisionViews,
];
