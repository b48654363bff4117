import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { request } from '../../../api/http.ts';
import { errorIn, type ServerError } from '../../../api/server-error.ts';
import type { BacktestAnswer, CheckAnswer, SimulateAnswer } from '../../../api/types/rules.ts';
import { useCoreNode } from '../../../session/core-node.ts';
import { baseOf } from '../../../session/nodes.ts';

/** Views that take a whole policy, which no address could carry. */
interface LongViews {
  'gate-check': CheckAnswer;
  'gate-simulate': SimulateAnswer;
  'gate-backtest': BacktestAnswer;
}

export interface Asked<Answer> {
  data: Answer | null;
  /** The answer shown belongs to the question before this one, or there is none yet. */
  isAsking: boolean;
  error: ServerError | null;
  refetch: () => void;
}

/** Asks a view with a long text; null asks nothing. */
export function useAsked<View extends keyof LongViews>(view: View, body: Record<string, unknown> | null): Asked<LongViews[View]> {
  const coreNode = useCoreNode();
  const query = useQuery({
    queryKey: [`core/${view}`, coreNode, body],
    queryFn: async ({ signal }) => {
      const url = `${baseOf('core', coreNode)}/core/views/${view}`;
      const answer = await request<{ data: LongViews[View] }>(url, { method: 'POST', body: { scope: 'active', ...body }, signal });
      return answer.data;
    },
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { refetch } = query;
  return {
    data: body === null ? null : (query.data ?? null),
    isAsking: query.isFetching,
    error: query.error ? errorIn(query.error) : null,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}

const QUIET_MS = 400;

/** A value once it has rested, so that not every key that is pressed asks the server. */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
