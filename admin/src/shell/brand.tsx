/** Indigo, and the thin red line at the edge. */
export function Brand({ isShort = false }: { isShort?: boolean }) {
  return (
    <div className="sv-brand">
      <img src={`${import.meta.env.BASE_URL}selvedge.svg`} alt={isShort ? 'Selvedge' : ''} width={24} height={24} />
      {!isShort && <span>Selvedge</span>}
    </div>
  );
}
