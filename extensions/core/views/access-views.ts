import type { View } from '@selvedge/kernel/view/define-view.ts';
import { access } from './access.ts';
import { delegations, lendable } from './delegations.ts';
import { loses } from './loses.ts';
import { orgs } from './orgs.ts';
import { overridableGates, overrideReasons } from './override-reasons.ts';
import { people } from './people.ts';
import { roles } from './roles.ts';

/** Who may do what, where, until when. */
export const accessViews: readonly View[] = [access, people, roles, loses, orgs, delegations, lendable, overrideReasons, overridableGates];
