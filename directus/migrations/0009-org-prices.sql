alter table core_org add constraint price_stale_days_is_positive check (price_stale_days > 0);
