-- Callers are also known by the address that they wrote from and by their name at a messaging account.
alter table ledger.personal drop constraint personal_kind_check;
alter table ledger.personal add constraint personal_kind_check check (kind in ('name', 'phone', 'id_number', 'address', 'mail', 'account', 'other'));
