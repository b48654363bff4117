const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The readable part of an entry's details: ids and nested data are left out. */
export function detailsText(details: Record<string, unknown> | null): string {
  if (!details) return '';
  return Object.entries(details)
    .filter(([, value]) => (typeof value === 'string' && value !== '' && !ID.test(value)) || typeof value === 'number')
    .map(([name, value]) => (['reason', 'note'].includes(name) ? `“${String(value)}”` : `${words(name)}: ${String(value)}`))
    .join(' · ');
}

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
