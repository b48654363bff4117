/** Codes that refused in a decision `d`, whatever an override lifted; a warning refuses nothing, and what was kept before there were any refused. */
export const UNMET = `coalesce((select jsonb_agg(r ->> 'code') from jsonb_array_elements(d.requirements) r
  where not (r ->> 'met')::boolean and coalesce(r ->> 'severity', 'block') = 'block'), '[]')`;
