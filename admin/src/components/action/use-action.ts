import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { isOverrideNeedless } from '../../actions/override-needless.ts';
import { actionOf, runAction, type ActionInput, type ActionName, type ActionReply } from '../../actions/actions.ts';
import { errorIn, type ServerError } from '../../api/server-error.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText } from '../../i18n/text.ts';
import { useCoreNode } from '../../session/core-node.ts';
import { refreshSession, sessionEnded } from '../../session/session-store.ts';
import { refetchSystem } from '../../views/refetch-system.ts';
import { notify } from '../notices/notice-store.ts';

export type ActionOutcome<Data> = { ok: true; data: Data } | { ok: false; error: ServerError };

interface RunningAction<Action extends ActionName> {
  isRunning: boolean;
  /** Runs once; a second call while the first runs is ignored. */
  run: (body: ActionInput<Action>, options?: { quiet?: boolean }) => Promise<ActionOutcome<ActionReply<Action>> | null>;
}

/** Runs an action's command, says how it went and refreshes what is shown. */
export function useAction<Action extends ActionName>(name: Action): RunningAction<Action> {
  const texts = useText();
  const { t } = texts;
  const client = useQueryClient();
  const coreNode = useCoreNode();
  const [isRunning, setRunning] = useState(false);
  const busy = useRef(false);

  const run = useCallback<RunningAction<Action>['run']>(
    async (body, { quiet = false } = {}) => {
      if (busy.current) return null;
      const { system, done } = actionOf(name);
      busy.current = true;
      setRunning(true);
      try {
        const data = await runAction(name, body, { coreNode });
        notify({ tone: 'done', title: t(done), ...(isOverrideNeedless(body, data) && { text: t('refusal.overrideNotKept') }) });
        await refetchSystem(client, system);
        return { ok: true, data };
      } catch (thrown) {
        const error = errorIn(thrown);
        if (error.status === 401) sessionEnded(coreNode ?? system);
        // The grants changed since the page was loaded: ask for them anew, so that the buttons tell the truth.
        if (error.status === 403) void refreshSession(coreNode ?? system);
        // What is shown may be why the command was refused: somebody was faster.
        if (error.status === 409) void refetchSystem(client, system);
        if (!quiet && !error.decision) {
          const { title, happened, remedy } = describeError(error, texts);
          notify({ tone: 'blocked', title, text: `${happened} ${remedy}`, requestId: error.requestId });
        }
        return { ok: false, error };
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
    [name, client, coreNode, t, texts],
  );
  return { isRunning, run };
}
