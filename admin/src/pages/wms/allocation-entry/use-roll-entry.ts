import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/http.ts';
import { errorIn } from '../../../api/server-error.ts';
import type { Page } from '../../../api/types/shared.ts';
import type { AllocationEntryRow, RollRow } from '../../../api/types/wms.ts';
import { compare } from '../../../decimal/decimal.ts';
import { describeError } from '../../../errors/describe-error.ts';
import { quantityText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { queryOf } from '../../../providers/data-provider.ts';
import { baseOf } from '../../../session/nodes.ts';
import { refetchSystem } from '../../../views/refetch-system.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { sendScan, useWaitingScans } from '../../../warehouse/offline-queue.ts';
import type { ScanResultValue } from '../../../warehouse/scan-result.tsx';
import { playResult } from '../../../warehouse/sound.ts';
import type { BlockedEntryValue } from './blocked-entry.tsx';

/** A roll that was scanned; its facts are unknown when the network is down. */
export interface ScannedRoll {
  code: string;
  facts: RollRow | null;
}

async function findRoll(line: AllocationEntryRow, code: string): Promise<RollRow | null> {
  const query = queryOf({ scope: 'active', org: line.org, quality: line.qualityId, q: code });
  const page = await request<Page<RollRow>>(`${baseOf('wms')}/wms/views/rolls${query}`);
  return page.data.find((row) => row.code.toUpperCase() === code.toUpperCase()) ?? null;
}

export function useRollEntry(line: AllocationEntryRow) {
  const texts = useText();
  const { t, pick, language } = texts;
  const client = useQueryClient();
  const waiting = useWaitingScans();
  const mayOverride = useHolds('wms', 'stock:override_on_hand', line.org);
  const [roll, setRoll] = useState<ScannedRoll | null>(null);
  const [blocked, setBlocked] = useState<BlockedEntryValue | null>(null);
  const [result, setResult] = useState<ScanResultValue | null>(null);
  const [lastRoll, setLastRoll] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const tell = (value: ScanResultValue) => {
    playResult(value.kind !== 'no');
    setResult(value);
  };

  const scan = async (code: string) => {
    if (line.allocations.some((allocation) => allocation.rollCode.toUpperCase() === code.toUpperCase())) {
      tell({ kind: 'no', text: t('entry.alreadyEntered', { roll: code }), detail: t('entry.alreadyEnteredWhat') });
      return;
    }
    setBusy(true);
    try {
      const facts = await findRoll(line, code);
      if (!facts)
        tell({
          kind: 'no',
          text: t('entry.unknownRoll', { roll: code }),
          detail: t('entry.unknownRollWhat', { quality: line.qualityCode }),
        });
      // Who may override says what is on the roll; for all others the books have it.
      else if (compare(facts.freeMeters, '0') <= 0 && !mayOverride)
        tell({ kind: 'no', text: t('entry.noFreeMeters', { roll: facts.code }), detail: t('entry.noFreeMetersWhat') });
      else {
        setResult(null);
        setRoll({ code: facts.code, facts });
      }
    } catch (thrown) {
      // Without network the roll is taken as scanned; the server checks it when the scan arrives.
      if (errorIn(thrown).status === 0) setRoll({ code, facts: null });
      else tell({ kind: 'no', text: describeError(errorIn(thrown), texts).title, detail: describeError(errorIn(thrown), texts).happened });
    } finally {
      setBusy(false);
    }
  };

  const entered = (code: string, meters: string, kind: 'yes' | 'queued') => {
    setLastRoll(kind === 'yes' ? code : null);
    setRoll(null);
    setBlocked(null);
    tell({
      kind,
      text: t('entry.taken', { roll: code, meters: quantityText(meters, language) }),
      ...(kind === 'queued' ? { detail: t('scan.queued') } : {}),
    });
  };

  const take = async (meters: string) => {
    if (!roll) return;
    setBusy(true);
    setBlocked(null);
    const body = { line: line.id, rolls: [{ rollCode: roll.code, meters }] };
    const outcome = await sendScan(
      { command: 'allocation.enter', body },
      t('entry.scanLabel', { roll: roll.code, code: line.dealCode, line: line.position }),
    );
    setBusy(false);
    if (outcome.kind === 'refused') {
      const { title, happened } = describeError(outcome.error, texts);
      const { decision } = outcome.error;
      if (decision) setBlocked({ decision, body });
      const unmet = decision?.requirements.find((requirement) => !requirement.met);
      tell({
        kind: 'no',
        text: title,
        detail: unmet ? t('entry.blockedBy', { seen: pick(unmet.seen), needed: pick(unmet.needed) }) : happened,
      });
      return;
    }
    entered(roll.code, meters, outcome.kind === 'done' ? 'yes' : 'queued');
    await refetchSystem(client, 'wms');
  };

  const remove = async (allocation: string, rollCode: string) => {
    const outcome = await sendScan({ command: 'allocation.remove', body: { allocation } }, t('entry.removeRoll', { roll: rollCode }));
    if (outcome.kind === 'refused')
      tell({ kind: 'no', text: describeError(outcome.error, texts).title, detail: describeError(outcome.error, texts).happened });
    else tell({ kind: outcome.kind === 'done' ? 'yes' : 'queued', text: t('entry.removed', { roll: rollCode }) });
    setLastRoll(null);
    await refetchSystem(client, 'wms');
  };

  const last = line.allocations.find((allocation) => allocation.rollCode === lastRoll);
  return {
    roll,
    blocked,
    result: result?.kind === 'queued' && waiting.length === 0 ? null : result,
    isBusy,
    scan: (code: string) => void scan(code),
    take: (meters: string) => void take(meters),
    remove: (allocation: string, rollCode: string) => void remove(allocation, rollCode),
    forgetRoll: () => {
      setRoll(null);
      setBlocked(null);
    },
    /** The refused entry was made after all, by override. */
    overridden: () => {
      const made = blocked?.body.rolls[0];
      if (made) entered(made.rollCode, made.meters, 'yes');
    },
    canUndo: last !== undefined,
    undo: () => {
      if (last) void remove(last.id, last.rollCode);
    },
  };
}
