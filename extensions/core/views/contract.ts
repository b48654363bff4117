import { z } from 'zod';
import { HISTORY } from '@selvedge/contract/document.ts';
import { contractHash } from '@selvedge/contract/hash.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { spokenAt } from '../contract/spoken-at.ts';
import { orgsWithKey } from './orgs-with-key.ts';

/** The contract this node speaks, what each system's node says, and how it came to be. */
export const contract = defineView({
  name: 'contract',
  system: 'core',
  title: { en: 'Contract', tr: 'Sözleşme' },
  query: z.object({}),
  run: async (context) => {
    orgsWithKey(context, 'events:replay');
    const { node } = context;
    const hash = contractHash();
    const names = [...new Set(node.directions.map(({ source }) => source))];
    const systems = await Promise.all(
      names.map(async (system) => {
        const spoken = await spokenAt(node.urlOf(system));
        return { system, version: spoken?.contractVersion ?? null, hash: spoken?.contractHash ?? null, agrees: spoken?.contractHash === hash };
      }),
    );
    return { data: { id: CONTRACT_VERSION, version: CONTRACT_VERSION, hash, systems, history: HISTORY } };
  },
});
