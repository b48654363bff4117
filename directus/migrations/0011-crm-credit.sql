-- /credit lists the won deals that the credit block holds; they are few among all.
create index crm_deal_credit_blocked on crm_deal (org, profile, currency) where status = 'won' and credit_blocked;
