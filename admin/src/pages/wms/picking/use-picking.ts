import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderLine, OrderView } from '../../../api/types/wms.ts';
import { describeError } from '../../../errors/describe-error.ts';
import { useText } from '../../../i18n/text.ts';
import { refetchSystem } from '../../../views/refetch-system.ts';
import { sendScan, useWaitingScans, withdrawScan, type Scan } from '../../../warehouse/offline-queue.ts';
import type { ScanResultValue } from '../../../warehouse/scan-result.tsx';
import { playResult } from '../../../warehouse/sound.ts';
import { lineForScan } from './line-for-scan.ts';

/** Scans and taps while picking one order, with the undo of the last. */
export function usePicking({ order, lines }: OrderView) {
  const texts = useText();
  const { t } = texts;
  const client = useQueryClient();
  const waiting = useWaitingScans();
  const [result, setResult] = useState<ScanResultValue | null>(null);
  const [last, setLast] = useState<OrderLine | null>(null);
  const [busyLine, setBusyLine] = useState<string | null>(null);

  const waitingFor = (line: OrderLine) => waiting.find((scan) => scan.command === 'order.pick-line' && scan.body.line === line.id) ?? null;
  const isPicked = (line: OrderLine) => line.pickedAt !== null || waitingFor(line) !== null;
  const tell = (value: ScanResultValue) => {
    playResult(value.kind !== 'no');
    setResult(value);
  };
  const send = async (made: Scan, line: OrderLine, done: string) => {
    setBusyLine(line.id);
    const outcome = await sendScan(made, t('picking.scanLabel', { po: order.poCode, line: line.position }));
    setBusyLine(null);
    if (outcome.kind === 'refused') {
      const { title, happened } = describeError(outcome.error, texts);
      tell({ kind: 'no', text: title, detail: happened });
      return;
    }
    setLast(made.command === 'order.pick-line' ? line : null);
    tell({
      kind: outcome.kind === 'done' ? 'yes' : 'queued',
      text: done,
      ...(outcome.kind === 'queued' ? { detail: t('scan.queued') } : {}),
    });
    if (outcome.kind === 'done') await refetchSystem(client, 'wms');
  };
  const pick = (line: OrderLine, rollCode?: string) =>
    send(
      { command: 'order.pick-line', body: { line: line.id, ...(rollCode ? { rollCode } : {}) } },
      line,
      t('picking.pickedLine', { line: line.position, quality: line.qualityCode }),
    );
  const unpick = async (line: OrderLine) => {
    const unsent = waitingFor(line);
    if (unsent) {
      withdrawScan(unsent.id);
      setLast(null);
      tell({ kind: 'yes', text: t('picking.takenBack', { line: line.position }) });
      return;
    }
    await send({ command: 'order.unpick-line', body: { line: line.id } }, line, t('picking.takenBack', { line: line.position }));
  };
  const scan = (code: string) => {
    const found = lineForScan(lines, code, isPicked);
    if (found.kind === 'line') void pick(found.line, found.rollCode);
    else if (found.kind === 'picked') tell({ kind: 'no', text: t('picking.alreadyPicked', { line: found.line.position }) });
    else if (found.kind === 'blocked') tell({ kind: 'no', text: t('picking.lineBlocked', { line: found.line.position }) });
    else tell({ kind: 'no', text: t('picking.notInOrder', { code }), detail: t('picking.notInOrderWhat') });
  };
  return {
    // What was queued has been sent meanwhile; a refusal is told on its own.
    result: result?.kind === 'queued' && waiting.length === 0 ? null : result,
    busyLine,
    isPicked,
    isWaiting: (line: OrderLine) => waitingFor(line) !== null,
    scan,
    pick: (line: OrderLine) => void pick(line),
    unpick: (line: OrderLine) => void unpick(line),
    undo: last ? () => void unpick(last) : null,
  };
}
