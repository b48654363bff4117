import type { StuckEvent } from '@selvedge/kernel/delivery/unalerted.ts';

const line = (event: StuckEvent) =>
  `- ${event.type} ${event.source} → ${event.target}, ${event.entity ?? '?'} ${event.entity_id ?? '?'}, ${event.id}\n  ${event.why ?? '?'}`;

const part = (events: readonly StuckEvent[], heading: string) => (events.length === 0 ? [] : [`${heading}\n${events.map(line).join('\n')}`]);

/** One plain mail in Turkish and English that lists what needs a person. */
export function stuckEventsMail(events: readonly StuckEvent[]): { subject: string; text: string } {
  const dead = events.filter((event) => event.kind === 'dead');
  const parked = events.filter((event) => event.kind === 'parked');
  return {
    subject: `Müdahale bekleyen olay: ${events.length} / Events that need you: ${events.length}`,
    text: [
      ...part(dead, 'Teslim edilemedi, yeniden denenmeyecek / Not delivered, not tried again:'),
      ...part(parked, 'Uygulanamadı, bekletiliyor / Not applied, parked:'),
      'Nedenini giderip yeniden gönderin ya da gerekçesiyle atlayın. / Mend the reason, then replay the event, or skip it with a reason.',
    ].join('\n\n'),
  };
}
