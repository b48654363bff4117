/**
 * SQL: whether a list price is older than its org trusts one, and whether that hides its quality from
 * sales: only what is in stock is hidden, until a manager reconfirms the price.
 * Takes `p` (crm_list_price), `o` (its core_org), `s` (crm_stock_by_quality, left joined).
 * @param now slot of the moment it is asked for
 * @source J22, J23
 */
export const isStale = (now: string) => `(p.confirmed_at < ${now}::timestamptz - make_interval(days => o.price_stale_days))`;
export const isHidden = (now: string) => `(${isStale(now)} and coalesce(s.on_hand_meters, 0) > 0)`;
