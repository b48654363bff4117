/** The name of a row as a button: its press is the row's, which opens it. */
export function OpenName({ name }: { name: string }) {
  return (
    <button type="button" className="sv-open-name">
      {name}
    </button>
  );
}
