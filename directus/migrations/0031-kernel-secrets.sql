-- Administrators see which secrets there are and when they were used; views never pick the ciphertext.
create policy admin_reads on kernel.webhook_secret for select using ((select app.holds_any('{admin}')));
