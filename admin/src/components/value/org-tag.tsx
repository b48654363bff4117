/** Which organisation a row belongs to; shown in All Orgs only. */
export function OrgTag({ code }: { code: string }) {
  return <span className="sv-org">{code}</span>;
}
