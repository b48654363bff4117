alter table core_org add constraint allowed_discount_is_a_share check (allowed_discount_percent >= 0 and allowed_discount_percent < 100);
