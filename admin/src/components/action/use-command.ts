import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { runCommand, type CommandName, type InputOf, type ReplyOf } from '../../api/commands.ts';
import { errorIn, type ServerError } from '../../api/server-error.ts';
import type { System } from '../../api/types/shared.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import { useCoreNode } from '../../session/core-node.ts';
import { refreshSession, sessionEnded } from '../../session/session-store.ts';
import { refetchSystem } from '../../views/refetch-system.ts';
import { notify } from '../notices/notice-store.ts';

export type CommandOutcome<Data> = { ok: true; data: Data } | { ok: false; error: ServerError };

interface RunningCommand<Input, Data> {
  isRunning: boolean;
  error: ServerError | null;
  /** The error in one paragraph, to stand beside the form that keeps what was typed. */
  errorText: string | null;
  /** A dry run keeps nothing, so there is nothing to tell or to read anew. */
  run: (body: Input, options?: { dryRun?: boolean }) => Promise<CommandOutcome<Data> | null>;
}

/** A command behind a form of its own; the form shows the error. */
export function useCommand<S extends System, Name extends CommandName<S> & string>(
  system: S,
  command: Name,
  done: TextKey | null,
): RunningCommand<InputOf<S, Name>, ReplyOf<S, Name>> {
  const texts = useText();
  const { t } = texts;
  const client = useQueryClient();
  const coreNode = useCoreNode();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  const busy = useRef(false);
  const run = useCallback(
    async (body: InputOf<S, Name>, { dryRun = false } = {}): Promise<CommandOutcome<ReplyOf<S, Name>> | null> => {
      if (busy.current) return null;
      busy.current = true;
      setRunning(true);
      setError(null);
      try {
        const data = await runCommand(system, command, body, { dryRun, coreNode });
        if (dryRun) return { ok: true, data };
        if (done) notify({ tone: 'done', title: t(done) });
        await refetchSystem(client, system);
        return { ok: true, data };
      } catch (thrown) {
        const failed = errorIn(thrown);
        if (failed.status === 401) sessionEnded(coreNode ?? system);
        // The grants changed since the page was loaded: ask for them anew, so that the buttons tell the truth.
        if (failed.status === 403) void refreshSession(coreNode ?? system);
        setError(failed);
        return { ok: false, error: failed };
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
    [system, command, done, client, coreNode, t],
  );
  const described = error ? describeError(error, texts) : null;
  const errorText = described
    ? [described.title, described.happened, described.remedy, error?.requestId ?? ''].filter(Boolean).join(' ')
    : null;
  return { isRunning, error, errorText, run };
}
