import type { Command } from '@selvedge/kernel/command/define-command.ts';
import { delegateRole, endDelegation } from './delegations.ts';
import { changeGrant, endGrant, giveGrant } from './grants.ts';
import { inviteAgain, invitePerson } from './invitations.ts';
import { setOverrideReason } from './override-reasons.ts';
import { setBranding } from './set-branding.ts';
import { tuneRoleKey } from './tune-role-key.ts';

/** Who may do what, where, until when. */
export const accessCommands: readonly Command[] = [
  giveGrant,
  changeGrant,
  endGrant,
  invitePerson,
  inviteAgain,
  delegateRole,
  endDelegation,
  tuneRoleKey,
  setBranding,
  setOverrideReason,
];
