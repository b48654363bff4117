-- Customers are listed by name as people sort names (asName in extensions/kernel/view/keyset.ts).
drop index crm_customer_profile_list;
create index crm_customer_profile_list on crm_customer_profile (org, (name collate "tr-x-icu"), id);
