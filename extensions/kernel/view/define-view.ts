import type { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import type { Bilingual } from '../gate/decision.ts';
import type { Identity } from '../identity/identity.ts';
import type { HostedNode } from '../node.ts';

/** What a view may use. `orgIds` is the scope the person chose, already checked. */
export interface ViewContext {
  readonly tx: Tx;
  readonly now: Date;
  readonly identity: Identity;
  readonly orgIds: readonly string[];
  /** What the node itself is made of, for views of the node. */
  readonly node: HostedNode;
}

export interface ViewResult {
  readonly data: unknown;
  readonly nextCursor?: string | null;
}

export interface View {
  readonly name: string;
  readonly system: string;
  readonly title: Bilingual;
  readonly query: z.ZodType;
  readonly run: (context: ViewContext, query: never) => Promise<ViewResult>;
}

/** Declares a read for a screen: a few queries under row security, in one read-only transaction. */
export function defineView<Q>(view: Omit<View, 'run' | 'query'> & { query: z.ZodType<Q>; run: (context: ViewContext, query: Q) => Promise<ViewResult> }): View {
  return view;
}
