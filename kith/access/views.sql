-- The short lists the policies read. Owner-owned and security-barrier: they answer for the account in force, whoever asks.
create or replace view my_standing_ties with (security_barrier) as
  select t.person_id, t.may_write, t.because
  from directory_tie t
  where t.account_id = kith_account()
    and t.starts_at <= kith_now() and (t.ends_at is null or t.ends_at > kith_now());

-- What lets me in, whichever audience I am of. A declared conflict undoes every other tie; a seal, all but being
-- named on it; and a child's own corner stays the child's, who may have to say there that they are not safe.
create or replace view my_ties with (security_barrier) as
  select t.person_id, t.may_write, t.because
  from my_standing_ties t
  where not exists (
      select 1 from my_standing_ties c where c.person_id = t.person_id and c.because = 'conflict')
    and not exists (
      select 1 from directory_restriction r
      where r.person_id = t.person_id and r.ended_at is null and r.level = 'sealed'
        and not exists (
          select 1 from my_standing_ties n where n.person_id = t.person_id and n.because = 'named')
        and not exists (
          select 1 from my_standing_ties o where o.person_id = t.person_id and o.because = 'self'
            and current_setting('role') = 'kith_child'));

-- Restricted or sealed: closed to staff unless a tie of mine lets me in. A declared conflict closes any record.
create or replace view closed_to_me with (security_barrier) as
  select r.person_id as id
  from directory_restriction r
  where r.ended_at is null and not exists (select 1 from my_ties t where t.person_id = r.person_id)
  union
  select c.person_id from my_standing_ties c where c.because = 'conflict';

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

-- Whether it is not safe to tell the very person who is reading: then their page is silent about what is to come.
create or replace view told_nothing with (security_barrier) as
  select n.id
  from people_notsafetotell n
  where n.person_id = kith_person() and n.ended_on is null
    and n.id not in (select row_id from withdrawn where row_table = 'people_notsafetotell');

grant select on told_nothing to kith_family, kith_child;

-- Around the children I work with: their parents, and who lives at home with them. Whoever works with a child may write
-- who these people are and where they live, and reads no more of them for it. Nobody closed to me is ever among them.
create or replace view around_mine with (security_barrier) as
  with child as (
    select t.person_id from my_ties t
    where t.may_write and t.because in ('lead_worker', 'covering', 'working_with', 'team_manager')
      and exists (select 1 from involvement_spell s where s.person_id = t.person_id and s.closed_on is null)
  ), today as (
    select (kith_now() at time zone 'Europe/London')::date as day
  ), home as (
    select r.person_id, r.address_id from people_residence r, today
    where r.kind = 'home' and r.from_on <= today.day and (r.until_on is null or r.until_on > today.day)
      and r.address_id not in (select id from hidden_from_me)
      and r.id not in (select row_id from withdrawn where row_table = 'people_residence')
  ), related as (
    select r.* from people_relationship r, today
    where (r.until_on is null or r.until_on > today.day)
      and r.id not in (select row_id from withdrawn where row_table = 'people_relationship')
  )
  select around.person_id from (
    select r.other_id as person_id from related r join child c on c.person_id = r.person_id
    where r.kind in ('parent', 'adoptive_parent')
    union
    select r.person_id from related r join child c on c.person_id = r.other_id
    where r.kind in ('child', 'adopted_child')
    union
    select theirs.person_id from child c join home own on own.person_id = c.person_id
    join home theirs on theirs.address_id = own.address_id
  ) around
  where around.person_id not in (select id from closed_to_me);

grant select on around_mine to kith_staff, kith_system;

-- Children told of in a contact whose record, once somebody has said which it is, is closed to me; and contacts all of
-- whose children are.
create or replace view closed_contact_children with (security_barrier) as
  select l.child_id as id, l.contact_id from involvement_contactline l join closed_to_me c on c.id = l.person_id;

create or replace view closed_contacts with (security_barrier) as
  select c.contact_id as id from closed_contact_children c
  group by c.contact_id
  having count(*) = (select count(*) from involvement_contactchild k where k.contact_id = c.contact_id);

-- The same for whoever told us, or was asked: a seal hides what is said back about the child, and what was asked.
create or replace view sealed_contact_children with (security_barrier) as
  select l.child_id as id, l.contact_id from involvement_contactline l
  join directory_restriction r on r.person_id = l.person_id and r.ended_at is null and r.level = 'sealed';

-- Children told of whose record I am tied to: of an agency that was asked, they read what is made of it together.
create or replace view my_told_children with (security_barrier) as
  select l.child_id as id from involvement_contactline l join my_ties t on t.person_id = l.person_id;

grant select on closed_contact_children, closed_contacts to kith_staff, kith_system;
