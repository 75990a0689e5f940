-- The short lists the policies read. Owner-owned and security-barrier: they answer for the account in force, whoever asks.
create or replace view my_ties with (security_barrier) as
  select t.person_id, t.may_write, t.because
  from directory_tie t
  where t.account_id = kith_account() and t.because <> 'conflict'
    and t.starts_at <= kith_now() and (t.ends_at is null or t.ends_at > kith_now());

-- Sealed: closed unless I am named. Restricted: closed unless I have any tie. A declared conflict closes a record whatever else.
create or replace view closed_to_me with (security_barrier) as
  select r.person_id as id
  from directory_restriction r
  where r.ended_at is null
    and not exists (
      select 1 from my_ties t
      where t.person_id = r.person_id and (r.level = 'restricted' or t.because = 'named'))
  union
  select t.person_id from directory_tie t
  where t.account_id = kith_account() and t.because = 'conflict'
    and t.starts_at <= kith_now() and (t.ends_at is null or t.ends_at > kith_now());

-- Addresses kept from the very person who is reading, whoever they are here as.
create or replace view hidden_from_me with (security_barrier) as
  select p.address_id as id
  from people_addressprotection p
  where p.from_person_id = kith_person() and p.ended_on is null;

-- What this account itself did: how a child knows its own lines of the log from everyone else's.
create or replace view my_occasions with (security_barrier) as
  select o.id from record_occasion o where o.by_id = kith_account();

-- Rows taken off every ordinary view because they were recorded about the wrong child.
create or replace view withdrawn with (security_barrier) as
  select row_table, row_id from record_withdrawal;

grant select on my_ties, closed_to_me, hidden_from_me, my_occasions, withdrawn
  to kith_staff, kith_partner, kith_family, kith_child, kith_public, kith_system;
