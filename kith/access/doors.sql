-- Narrow doors through the policies: each does one thing for the account in force and shows nothing else.
-- Owner-owned, SECURITY DEFINER, fixed search_path. Granted one by one below.

-- Is the account in force on duty now?
create or replace function kith_on_duty() returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (
    select 1 from directory_dutyturn d
    where d.account_id = kith_account() and d.starts_at <= kith_now() and d.ends_at > kith_now())
$$;

-- May the account in force do this today, by a role it holds? For the few policies that open to a right.
create or replace function kith_may(p_right text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (
    select 1 from directory_roleheld h join directory_role r on r.id = h.role_id
    where h.account_id = kith_account() and p_right = any(r.rights)
      and h.from_on <= (kith_now() at time zone 'Europe/London')::date
      and (h.until_on is null or h.until_on >= (kith_now() at time zone 'Europe/London')::date))
$$;

-- "Worried now", from anyone: kept at once, and the first person on the rota is told in the same breath. When a child
-- whose record few may open says it of themselves, duty is told whom to ring, and the guardian who knows the name.
create or replace function kith_raise_concern(
  p_key text, p_what text, p_who text, p_where text, p_ring_back text, p_person bigint, p_name text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare on_duty record; concern bigint; guardian record;
begin
  select r.guardian_id as id, s.name, s.phone into guardian from directory_restriction r
  left join directory_staff s on s.account_id = r.guardian_id
  where p_key like 'corner-%' and r.person_id = p_person and r.ended_at is null limit 1;
  if found then
    p_name := 'A child, on their own page';
    p_who := 'A record few may open. Its guardian knows who: ' || concat_ws(', ', guardian.name, guardian.phone);
  end if;
  select d.account_id, d.name, d.phone into on_duty from directory_dutyturn d
  where d.starts_at <= kith_now() and d.ends_at > kith_now() order by d.place, d.id limit 1;
  insert into involvement_immediateconcern
    (key, what, who, "where", ring_back, person_id, raised_by_id, raised_by_name, raised_at, told_id, told_at, taken_by_name)
  values (p_key, p_what, p_who, p_where, p_ring_back, p_person, kith_account(), p_name, kith_now(),
          on_duty.account_id, case when on_duty.account_id is not null then kith_now() end, '')
  on conflict (key) do nothing returning id into concern;
  if concern is not null and guardian.id is not null then
    insert into directory_notice (account_id, kind, person_id, sentence, at)
    values (guardian.id, 'not_safe', p_person, 'A child whose record you guard does not feel safe. Duty has been told.', kith_now());
  end if;
  if concern is not null and on_duty.account_id is not null then
    insert into directory_notice (account_id, kind, sentence, at)
    values (on_duty.account_id, 'worried_now', 'Someone is worried now. Open the duty list.', kith_now());
  elsif concern is not null then
    perform kith_tell_those_near(p_person, 'not_safe', 'Someone is worried now about a child you work with, and nobody is on duty.');
  end if;
  return coalesce(on_duty.phone, '');
end $$;

-- Those who work with a child: the lead worker, then whoever manages the work. Used by the doors here alone.
create or replace function kith_tell_those_near(p_person bigint, p_kind text, p_sentence text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into directory_notice (account_id, kind, person_id, sentence, at)
  select near.account_id, p_kind, p_person, p_sentence, kith_now() from (
    select l.account_id from involvement_leadworker l join involvement_spell s on s.id = l.spell_id
    where l.person_id = p_person and l.until_on is null and s.closed_on is null
    union
    select t.account_id from directory_tie t
    where t.person_id = p_person and t.because = 'team_manager'
      and t.starts_at <= kith_now() and (t.ends_at is null or t.ends_at > kith_now())) near
$$;

-- Concerns nobody has taken within the limit go to the next person on the rota (system only); at once when nobody was
-- on duty to be told.
create or replace function kith_pass_on_concerns(p_minutes integer) returns integer language plpgsql security definer
set search_path = public, pg_temp as $$
declare waiting record; next_up record; passed integer := 0;
begin
  for waiting in select c.id, c.told_id from involvement_immediateconcern c
    where c.taken_at is null and (c.told_at is null or c.told_at <= kith_now() - make_interval(mins => p_minutes))
    for update
  loop
    select d.account_id into next_up from directory_dutyturn d
    where d.starts_at <= kith_now() and d.ends_at > kith_now() and d.account_id is distinct from waiting.told_id
    order by (d.place > coalesce((select x.place from directory_dutyturn x where x.account_id = waiting.told_id
              and x.starts_at <= kith_now() and x.ends_at > kith_now() limit 1), 0)) desc, d.place limit 1;
    if found then
      update involvement_immediateconcern set told_id = next_up.account_id, told_at = kith_now() where id = waiting.id;
      insert into directory_notice (account_id, kind, sentence, at)
      values (next_up.account_id, 'worried_now', 'Someone is worried now and nobody has taken it yet.', kith_now());
      passed := passed + 1;
    end if;
  end loop;
  return passed;
end $$;

-- A child has said something in their own corner: whoever leads the work is told, or else whoever manages it.
create or replace function kith_child_said(p_person bigint) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare lead bigint := kith_lead_account(p_person);
begin
  if not exists (select 1 from my_ties t where t.person_id = p_person and t.because = 'self') then
    raise insufficient_privilege;
  elsif lead is null then
    perform kith_tell_those_near(p_person, 'child_said', 'A child you answer for has said something in their own corner.');
  else
    insert into directory_notice (account_id, kind, person_id, sentence, at)
    values (lead, 'child_said', p_person, 'A child has said something to you in their own corner.', kith_now());
  end if;
end $$;

-- Somebody of the family has written on their own page what they will do: the same people are told.
create or replace function kith_family_said(p_person bigint) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare lead bigint := kith_lead_account(p_person);
begin
  if not exists (select 1 from my_ties t where t.person_id = p_person and t.because <> 'self') then
    raise insufficient_privilege;
  elsif lead is null then
    perform kith_tell_those_near(p_person, 'family_said', 'A family you answer for has written on their own page.');
  else
    insert into directory_notice (account_id, kind, person_id, sentence, at)
    values (lead, 'family_said', p_person, 'A family you work with has written on their own page.', kith_now());
  end if;
end $$;

-- A child has asked for another worker: whoever manages the work is told, never only the one it is about (S1-21).
create or replace function kith_child_asked(p_person bigint) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from my_ties t where t.person_id = p_person and t.because = 'self') then
    raise insufficient_privilege;
  end if;
  insert into directory_notice (account_id, kind, person_id, sentence, at)
  select distinct t.account_id, 'child_asked', p_person, 'A child has asked for another worker. The answer is yours to give.', kith_now()
  from directory_tie t
  where t.person_id = p_person and t.because = 'team_manager'
    and t.starts_at <= kith_now() and (t.ends_at is null or t.ends_at > kith_now());
  if not found then
    perform kith_tell_those_near(p_person, 'child_asked', 'A child has asked for another worker. Tell your manager today.');
  end if;
end $$;

-- "Not OK" (practice rule 7.12): the wish is owed an answer once more, by someone other than who answered it. The first
-- answer stands aside and is kept. Who: whoever manages the work, else the lead worker, else anyone who writes about
-- the child; nobody by name when there is only the one. Does nothing the second time.
create or replace function kith_reopen(p_answer bigint, p_act bigint, p_answer_by date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare first record; other record;
begin
  select a.id, a.wish_id, a.person_id, o.by_id into first
  from voice_answer a join voice_wish w on w.id = a.wish_id
  join record_act line on line.id = a.act_id join record_occasion o on o.id = line.occasion_id
  where a.id = p_answer and a.reaction = 'not_ok' and w.reopened_on is null
    and exists (select 1 from record_act mine join record_occasion now_on on now_on.id = mine.occasion_id
                where mine.id = p_act and mine.person_id = a.person_id and now_on.by_id is not distinct from kith_account());
  if not found then
    return;
  end if;
  select t.account_id, s.name into other from directory_tie t
  join directory_staff s on s.account_id = t.account_id
  where t.person_id = first.person_id and t.may_write and t.because not in ('self', 'conflict', 'break_glass')
    and t.account_id is distinct from first.by_id
    and t.starts_at <= kith_now() and (t.ends_at is null or t.ends_at > kith_now())
  order by t.because = 'team_manager' desc, t.because = 'lead_worker' desc, t.id limit 1;
  update voice_answer set wish_id = null, first_for_id = first.wish_id, latest_act_id = p_act where id = first.id;
  update voice_wish set owed_by_id = other.account_id, owed_by_name = coalesce(other.name, 'Someone else in the team'),
    reopened_on = (kith_now() at time zone 'Europe/London')::date, answer_by_on = p_answer_by, latest_act_id = p_act
  where id = first.wish_id;
  insert into directory_notice (account_id, kind, person_id, sentence, at)
  select other.account_id, 'not_ok', first.person_id, 'A child was not OK with an answer. The second one is yours to give.',
         kith_now() where other.account_id is not null;
end $$;

-- What a child thought of an answer, said by the child: the one thing they may add to it. Reading the card is being told.
create or replace function kith_child_reacts(
  p_answer bigint, p_reaction text, p_words text, p_helper boolean, p_act bigint, p_answer_by date
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update voice_answer a set
    reaction = p_reaction, reaction_words = p_words, wants_helper = p_helper, not_told_because = '',
    told_on = coalesce(a.told_on, (kith_now() at time zone 'Europe/London')::date),
    told_by = coalesce(nullif(a.told_by, ''), 'a card in their own corner'),
    latest_act_id = p_act
  where a.id = p_answer and (a.told_on is not null or a.card_on is not null) and a.first_for_id is null
    and exists (select 1 from my_ties t where t.person_id = a.person_id and t.because = 'self')
    and exists (select 1 from record_act line where line.id = p_act and line.person_id = a.person_id);
  if not found then
    raise insufficient_privilege;
  elsif p_reaction = 'not_ok' then
    perform kith_reopen(p_answer, p_act, p_answer_by);
  end if;
end $$;

-- A child takes back a sheet they sent, until somebody has told them that we have it: every line said on it leaves each
-- ordinary page at once and stays sealed in the audit. What tells of harm has been acted on, and stays (practice rule 7.3).
create or replace function kith_child_takes_back(p_words bigint, p_act bigint) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare sent bigint := (
    select w.act_id from voice_words w
    where w.id = p_words and w.own_hand is not null
      and exists (select 1 from my_ties t where t.person_id = w.person_id and t.because = 'self')
      and exists (select 1 from record_act line where line.id = p_act and line.person_id = w.person_id));
  child bigint := (select w.person_id from voice_words w where w.id = p_words);
begin
  if sent is null then
    raise insufficient_privilege;
  elsif exists (
    select 1 from voice_words w left join voice_wish s on s.words_id = w.id
    where w.act_id = sent and (w.sort = 'harm' or w.got_on is not null
      or exists (select 1 from voice_answer a where s.id in (a.wish_id, a.first_for_id))
      or exists (select 1 from voice_citation c where c.words_id = w.id))
  ) then
    return false;
  end if;
  insert into record_withdrawal (person_id, act_id, latest_act_id, row_table, row_id, because)
  select child, p_act, p_act, gone.row_table, gone.row_id, 'The child took it back before anyone had told them it was read.'
  from voice_words w
  left join voice_wish s on s.words_id = w.id
  left join voice_drawing d on d.words_id = w.id,
  lateral (values ('voice_words', w.id), ('voice_wish', s.id), ('voice_drawing', d.id)) gone(row_table, row_id)
  where w.act_id = sent and gone.row_id is not null
    and not exists (select 1 from withdrawn o where o.row_table = gone.row_table and o.row_id = gone.row_id);
  insert into directory_notice (account_id, kind, person_id, sentence, at)
  select lead, 'child_said', child, 'A child took back something they had sent you.', kith_now()
  from kith_lead_account(child) lead where lead is not null;
  return true;
end $$;

-- Whether a child may be asked anything by a sheet: not while an enquiry about them is open (practice rule 7.3).
create or replace function kith_guided(p_person bigint) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select not exists (
    select 1 from involvement_enquiry e join involvement_spell s on s.id = e.spell_id
    where e.person_id = p_person and e.started_on is not null and s.closed_on is null
      and e.conference_on is null and e.conference_not_needed is not true and e.concluded_on is null)
$$;

-- Drafts nobody has touched for two days, for whoever manages the team of their writer: whose, about what kind of work,
-- since which day and how many. Never a word of them, nor whom they are about; a challenge, a note between two people and
-- whatever else is nobody's to know of is "other".
create or replace function kith_drafts_left() returns table (account_id bigint, work text, since date, drafts bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.account_id, kind.work, (d.saved_at at time zone 'Europe/London')::date, count(*)
  from record_draft d
  join directory_staff writer on writer.account_id = d.account_id
  join directory_staff manager on manager.account_id = kith_account() and manager.team_id = writer.team_id,
  lateral (select split_part(d.key, ':', 1) as form) named,
  lateral (select case
    when form = 'record-visit' then 'visit'
    when form in ('begin-plan', 'review-plan', 'add-to-review', 'confirm-plan', 'family-plan', 'add-outcome', 'add-step',
                  'change-step') then 'plan'
    when form in ('assessment-part', 'assessment-heard', 'life-today') then 'assessment'
    when form in ('write-on-board', 'who-is-here', 'add-to-meeting', 'record-conference', 'record-review',
                  'record-core_group', 'record-strategy', 'record-transfer_in', 'record-care-review',
                  'add-to-care-review') then 'meeting'
    when form in ('decide', 'revise-decision', 'decide-contact') then 'decision'
    when form in ('answer-wish', 'write-words') then 'words'
    else 'other' end as work) kind
  where kith_may('see_team') and d.account_id <> kith_account() and d.saved_at <= kith_now() - interval '2 days'
  group by 1, 2, 3
  order by 3, 1, 2
$$;

-- Tell an account something. The sentence names no child; the person only leads to a page that checks again.
create or replace function kith_notify(p_account bigint, p_kind text, p_person bigint, p_sentence text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into directory_notice (account_id, kind, person_id, sentence, at)
  select p_account, p_kind, p_person, p_sentence, kith_now() where p_account is not null
$$;

-- A complaint has come (S4-25): whoever sees to complaints is told, but never anybody it is about. Once, by who told it.
create or replace function kith_complaint_came(p_complaint bigint) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into directory_notice (account_id, kind, sentence, at)
  select distinct h.account_id, 'complaint', 'A complaint has come. Open the complaints.', kith_now()
  from feedback_complaint c, directory_roleheld h join directory_role r on r.id = h.role_id
  where c.id = p_complaint and kith_account() in (c.told_by_id, c.taken_by_id)
    and 'handle_complaints' = any(r.rights) and h.account_id <> all(c.about_ids)
    and h.from_on <= (kith_now() at time zone 'Europe/London')::date
    and (h.until_on is null or h.until_on >= (kith_now() at time zone 'Europe/London')::date)
$$;

-- Somebody said thank you (S4-26): who it is for is told. Only by who told it, or took it down.
create or replace function kith_thanks_came(p_thanks bigint) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into directory_notice (account_id, kind, sentence, at)
  select t.about_id, 'thanks', 'Somebody said thank you to you. Read what they said.', kith_now()
  from feedback_thanks t
  where t.id = p_thanks and t.about_id is not null and kith_account() in (t.told_by_id, t.taken_by_id)
$$;

-- Find people by the start of every key given. Sealed records are not there; restricted ones say only that they exist.
create or replace function kith_find(p_keys text[], p_most integer)
returns table (person_id bigint, ref text, open boolean) language sql stable security definer
set search_path = public, pg_temp as $$
  select f.id, p.ref::text, c.id is null
  from (
    -- A key begins with `start` when it lies between it and it with the last of all letters behind: said so, the index
    -- serves a beginning that is not known beforehand. Asked word by word ("offset 0"), so that no plan reads every key.
    select k.person_id as id from unnest(p_keys) with ordinality as asked(start, n), lateral (
      select s.person_id from people_searchkey s
      where s.key ~>=~ asked.start and s.key ~<~ (asked.start || chr(1114111)) offset 0
    ) k
    group by k.person_id having count(distinct asked.n) = cardinality(p_keys)
    limit p_most * 20
  ) f
  join people_person p on p.id = f.id
  left join closed_to_me c on c.id = f.id
  left join directory_restriction r on r.person_id = f.id and r.ended_at is null
  where not (c.id is not null and (r.level is null or r.level = 'sealed'))
  limit p_most
$$;

create or replace function kith_index(p_person bigint, p_keys text[]) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into people_searchkey (person_id, key) select p_person, left(k, 100) from unnest(p_keys) k
  on conflict do nothing
$$;

-- The person behind a reference, when the record is restricted (not sealed, no conflict): all that breaking the glass needs.
create or replace function kith_restricted(p_ref text) returns table (person_id bigint, guardian bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.person_id, r.guardian_id from directory_restriction r join people_person p on p.id = r.person_id
  where p.ref = p_ref and r.ended_at is null and r.level = 'restricted'
    and not exists (select 1 from my_standing_ties t where t.person_id = r.person_id and t.because = 'conflict')
$$;

-- Who leads the work with someone whose record is not open to the asker: only so that the lead can be told.
create or replace function kith_lead_account(p_person bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select l.account_id from involvement_leadworker l join involvement_spell s on s.id = l.spell_id
  where l.person_id = p_person and l.until_on is null and s.closed_on is null limit 1
$$;

-- A duty manager's alert when a contact meets a sealed record: the guardian, never the asker, learns of it.
create or replace function kith_seal_met(p_keys text[]) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into directory_notice (account_id, kind, sentence, at)
  select distinct r.guardian_id, 'seal_met', 'A search met a record you guard. See who was looking.', kith_now()
  from directory_restriction r
  where r.ended_at is null and r.level = 'sealed'
    and not exists (select 1 from unnest(p_keys) asked
                    where not exists (select 1 from people_searchkey k
                                      where k.person_id = r.person_id and k.key like asked || '%'))
$$;

-- A child somebody tells us of may have a sealed record: its guardian learns of the contact, nobody else of the record
-- (design 7.9). Asked with the whole of two names at least, or every sealed Leo would be met. Used by the doors here.
create or replace function kith_seal_told_of(p_keys text[]) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into directory_notice (account_id, kind, sentence, at)
  select distinct r.guardian_id, 'seal_met', 'A contact may be about a child whose record you guard. Ask the front door.', kith_now()
  from directory_restriction r
  where cardinality(p_keys) > 1 and r.ended_at is null and r.level = 'sealed'
    and not exists (select 1 from unnest(p_keys) asked
                    where not exists (select 1 from people_searchkey k where k.person_id = r.person_id and k.key = asked))
$$;

-- "We may already know this family": all that a partner who tells of a child is told of a match, and only of an open
-- record with every name and the day of birth given. The guardian of a sealed one is told; the asker hears the same no.
create or replace function kith_may_know(p_keys text[]) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform kith_seal_told_of(array(select k from unnest(p_keys) k where k !~ '^\d{4}-\d\d-\d\d$'));
  return cardinality(p_keys) > 2 and exists (select 1 from unnest(p_keys) k where k ~ '^\d{4}-\d\d-\d\d$') and exists (
    select 1 from (
      select s.person_id from unnest(p_keys) with ordinality as asked(key, n) join people_searchkey s on s.key = asked.key
      group by s.person_id having count(distinct asked.n) = cardinality(p_keys)) met
    where not exists (select 1 from directory_restriction r where r.person_id = met.person_id and r.ended_at is null)
      and not exists (select 1 from my_standing_ties t where t.person_id = met.person_id and t.because = 'conflict'));
end $$;

-- "I am worried about a child", from anyone, without a name: kept, and whoever is on duty first is told. Nothing comes
-- back but the reference, which is the first one when the same form is sent twice, and empty when too many came at once.
create or replace function kith_tell_us(
  p_key text, p_reference text, p_told jsonb, p_children jsonb, p_pack text, p_decide_by date, p_most integer
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (kith_now() at time zone 'Europe/London')::date;
  first text; occasion bigint; contact bigint; duty bigint; child record;
begin
  perform pg_advisory_xact_lock(7151004);
  select c.reference into first from involvement_contact c join record_occasion o on o.id = c.occasion_id
  where o.by_id is null and o.name = 'tell_us' and o.key = p_key;
  if found then
    return first;
  elsif p_most <= (select count(*) from involvement_contact c where c.received_on >= today - 1
                   and c.how = 'public_page' and c.received_at > kith_now() - interval '10 minutes') then
    return '';
  end if;
  insert into record_occasion (key, name, by_name, audience, happened_on, happened_precision, recorded_at, said, pack)
  values (left(p_key, 64), 'tell_us', 'A member of the public', 'public', today, 'day', kith_now(),
          'Somebody told us of a child.', left(p_pack, 40)) returning id into occasion;
  insert into involvement_contact (occasion_id, reference, received_at, received_on, decide_by_on, how, source, words,
    why_today, going_well, needs, "where", language, danger, family_told, family_why_not, taken_by_name, read_by_name, pack)
  values (occasion, p_reference, kith_now(), today, p_decide_by, 'public_page', coalesce(left(p_told->>'source', 10), ''),
    coalesce(left(p_told->>'words', 5000), ''), '', coalesce(left(p_told->>'going_well', 2000), ''), '', coalesce(left(p_told->>'where', 300), ''), '', false,
    coalesce(left(p_told->>'family_told', 20), ''), '', '', '', left(p_pack, 40)) returning id into contact;
  insert into involvement_teller (occasion_id, contact_id, name, agency_name, role, reach, in_confidence)
  values (occasion, contact, coalesce(left(p_told->>'name', 200), ''), '', '', coalesce(left(p_told->>'reach', 200), ''), true);
  for child in select * from jsonb_array_elements(p_children) with ordinality as told(of, place) where place <= 12
  loop
    insert into involvement_contactchild (occasion_id, contact_id, place, given, family, born_precision, described,
      own_words, own_words_sort, not_asked_because, may_be_known)
    values (occasion, contact, child.place, coalesce(left(child.of->>'given', 100), ''), coalesce(left(child.of->>'family', 100), ''), 'day',
      coalesce(left(child.of->>'described', 300), ''), '', '', '', false);
    perform kith_seal_told_of(array(select jsonb_array_elements_text(child.of->'keys')));
  end loop;
  select d.account_id into duty from directory_dutyturn d
  where d.starts_at <= kith_now() and d.ends_at > kith_now() order by d.place, d.id limit 1;
  insert into directory_notice (account_id, kind, sentence, at)
  select duty, 'contact', 'A worry about a child has reached the front door.', kith_now() where duty is not null;
  return p_reference;
end $$;

-- Ask the worker to do something, in the asker's own transaction: undone with it, and never started before it is kept.
-- Ids and nothing else: what a job needs to know it looks up when it runs. Our own jobs have plain names.
create or replace function kith_enqueue(p_task text, p_args jsonb) returns bigint language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if p_task !~ '^[a-z_]+$' then
    raise exception 'no such job';
  end if;
  if exists (select 1 from jsonb_each(p_args) a where jsonb_typeof(a.value) <> 'number') then
    raise exception 'a job is given ids and nothing else';
  end if;
  return (procrastinate_defer_jobs_v1(array[row('default', p_task, 0, null, null, p_args, null)]
    ::procrastinate_job_to_defer_v1[]))[1];
end $$;

-- Once a spell has had a lead worker it is never without one while it is open. Checked at the end of the transaction.
create or replace function kith_no_gap_in_lead() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform 1 from involvement_spell s
  where s.id = new.spell_id and s.closed_on is null
    and exists (select 1 from involvement_leadworker l where l.spell_id = s.id)
    and not exists (select 1 from involvement_leadworker l where l.spell_id = s.id and l.until_on is null);
  if found then
    raise exception 'an open spell of work keeps a lead worker' using errcode = 'check_violation',
      constraint = 'no_gap_in_lead';
  end if;
  return null;
end $$;

-- Leads of one spell never overlap; the spell is locked so that two allocations cannot pass each other.
create or replace function kith_leads_follow_on() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform 1 from involvement_spell s where s.id = new.spell_id for update;
  perform 1 from involvement_leadworker l
  where l.spell_id = new.spell_id and l.id <> new.id
    and new.from_on < coalesce(l.until_on, 'infinity') and l.from_on < coalesce(new.until_on, 'infinity');
  if found then
    raise exception 'two lead workers at once' using errcode = 'exclusion_violation', constraint = 'one_lead_worker';
  end if;
  return new;
end $$;

create or replace trigger leads_follow_on before insert or update on involvement_leadworker
  for each row execute function kith_leads_follow_on();
drop trigger if exists no_gap_in_lead on involvement_leadworker;
create constraint trigger no_gap_in_lead after insert or update on involvement_leadworker
  deferrable initially deferred for each row execute function kith_no_gap_in_lead();

-- Where in the server's history a row was written: seals close batches by this, and nobody chooses it.
create or replace function kith_place_in_log() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  new.cluster := (select system_identifier from pg_control_system());
  new.xid := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create or replace trigger place_in_log before insert on record_occasion
  for each row execute function kith_place_in_log();
create or replace trigger place_in_log before insert on record_act
  for each row execute function kith_place_in_log();
create or replace trigger true_time before insert on record_occasion
  for each row execute function kith_true_time();

-- Who is asked about a challenge: somebody who may agree decisions and had no part in this one, of the same team if there
-- is one and it is not kept from that team; nobody by name when there is only the list. No row: this decision is not
-- there to be challenged, or was never told to whoever asks.
create or replace function kith_ask_of_challenge(p_decision bigint, p_person bigint, p_not_team bigint)
returns table (account bigint, name text) language sql stable security definer set search_path = public, pg_temp as $$
  select s.account_id, s.name::text
  from decisions_decision d
  left join lateral (
    select s.account_id, s.name from directory_staff s
    where s.account_id not in (
        coalesce(d.decided_by_id, 0), coalesce(d.written_by_id, 0), coalesce(d.agreed_by_id, 0), coalesce(kith_account(), 0))
      and s.team_id is distinct from p_not_team
      and exists (select 1 from directory_roleheld h join directory_role r on r.id = h.role_id
                  where h.account_id = s.account_id and h.until_on is null and 'agree_decisions' = any(r.rights))
      and (not exists (select 1 from directory_restriction c where c.person_id = p_person and c.ended_at is null)
           or exists (select 1 from directory_tie t where t.person_id = p_person and t.account_id = s.account_id
                      and t.because <> 'conflict' and (t.ends_at is null or t.ends_at > kith_now())))
    order by (s.team_id = (select x.team_id from directory_staff x where x.account_id = d.decided_by_id)) desc nulls last, s.id
    limit 1
  ) s on true
  where d.id = p_decision and d.person_id = p_person and d.state in ('proposed', 'agreed', 'challenged')
    and d.id not in (select row_id from withdrawn where row_table = 'decisions_decision')
    and (current_setting('role') = 'kith_system'
      or (current_setting('role') = 'kith_staff' and p_person not in (select id from closed_to_me))
      or (p_person in (select person_id from my_ties) and exists (
            select 1 from decisions_decisiontold t
            where t.decision_id = d.id and 'kith_' || t.audience = current_setting('role'))))
$$;

-- A challenge, once lodged, holds: the decision is challenged, and whoever decided learns that it is.
create or replace function kith_decision_challenged() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update decisions_decision set state = 'challenged', latest_act_id = new.act_id
  where id = new.decision_id and person_id = new.person_id and state in ('proposed', 'agreed', 'challenged');
  if not found then
    raise exception 'no such decision to challenge' using errcode = 'check_violation', constraint = 'challenge_of_a_decision';
  end if;
  insert into directory_notice (account_id, kind, person_id, sentence, at)
  select d.decided_by_id, 'decision_challenged', d.person_id, 'A decision of yours has been challenged. Open it.', kith_now()
  from decisions_decision d where d.id = new.decision_id and d.decided_by_id is not null;
  -- A family and a child tell no account anything themselves.
  if current_setting('role') in ('kith_family', 'kith_child') and new.asked_id is not null then
    insert into directory_notice (account_id, kind, person_id, sentence, at)
    values (new.asked_id, 'challenge', new.person_id, 'A decision was challenged, and the answer is yours to give. Open your list.', kith_now());
  end if;
  return null;
end $$;

-- Which of the reader's own challenges hold a decision back until they are answered: those that would lessen protection.
create or replace function kith_my_challenges_paused(p_person bigint)
returns table (challenge_id bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select c.id
  from decisions_challenge c join decisions_decision d on d.id = c.decision_id
  where c.person_id = p_person and c.answered_on is null and d.state = 'challenged' and d.less_protection
    and (c.raised_by_id = kith_account() or c.raised_by_person_id = kith_person())
    and p_person in (select person_id from my_ties)
    and c.id not in (select row_id from withdrawn where row_table = 'decisions_challenge')
$$;

-- What one child's family was told of the help there is: the level, since when, and whether it has ended. Only what
-- somebody told them; the last they heard stands until they are told of more.
create or replace function kith_help_told(p_person bigint)
returns table (level text, since date, ended_on date, told_on date) language sql stable security definer
set search_path = public, pg_temp as $$
  select told.level, told.since, told.ended_on, told.told_on from (
    select c.to_level::text as level, c.in_force_on as since, null::date as ended_on, c.family_told_on as told_on
    from involvement_levelchange c
    where c.person_id = p_person and c.in_force_on is not null and c.family_told_on is not null and c.way <> 'same'
      and c.id not in (select row_id from withdrawn where row_table = 'involvement_levelchange')
    union all
    select '', s.started_on, s.closed_on, e.family_told_on
    from involvement_closure e join involvement_spell s on s.id = e.spell_id
    where e.person_id = p_person and e.family_told_on is not null
      and e.id not in (select row_id from withdrawn where row_table = 'involvement_closure')
    union all
    select coalesce((select c.from_level from involvement_levelchange c where c.spell_id = s.id order by c.id limit 1), s.level)::text,
      s.started_on, null, l.family_told_on
    from involvement_leadworker l join involvement_spell s on s.id = l.spell_id
    where l.person_id = p_person and l.family_told_on is not null
      and l.id not in (select row_id from withdrawn where row_table = 'involvement_leadworker')
  ) told
  where p_person in (select person_id from my_ties) and not exists (select 1 from told_nothing)
  order by coalesce(told.ended_on, told.since) desc nulls last, told.told_on desc
  limit 1
$$;

-- Decisions about children whom this very worker told us of, and was answered about: what they may disagree with.
create or replace function kith_my_replies()
returns table (reply_id bigint, decision_id bigint, person_id bigint) language sql stable security definer
set search_path = public, pg_temp as $$
  select r.id, l.decision_id, l.person_id
  from involvement_contact c
  join involvement_contactline l on l.contact_id = c.id and l.decision_id is not null
  join involvement_contactreply r on r.child_id = l.child_id
  where c.told_by_id = kith_account()
    and l.child_id not in (select id from sealed_contact_children)
    and r.id not in (select row_id from withdrawn where row_table = 'involvement_contactreply')
$$;

-- Nobody closes a challenge to their own decision, by whatever way they write it; and an answer given is not rewritten.
create or replace function kith_challenge_answered_apart() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if old.answered_on is not null then
    raise exception 'this challenge has been answered' using errcode = 'check_violation', constraint = 'answered_once';
  end if;
  perform 1 from decisions_decision d where d.id = new.decision_id and new.answered_on is not null
    and (new.answered_by_id in (d.decided_by_id, d.written_by_id, d.agreed_by_id)
      or kith_account() in (d.decided_by_id, d.written_by_id, d.agreed_by_id));
  if found then
    raise exception 'a challenge is answered by someone else' using errcode = 'check_violation',
      constraint = 'the_challenged_do_not_answer';
  end if;
  return new;
end $$;

create or replace trigger decision_challenged after insert on decisions_challenge
  for each row execute function kith_decision_challenged();
create or replace trigger challenge_answered_apart before update on decisions_challenge
  for each row execute function kith_challenge_answered_apart();

revoke execute on all functions in schema public from public;
grant execute on function kith_account(), kith_person(), kith_now() to public;
grant execute on function kith_on_duty() to kith_staff, kith_system;
grant execute on function kith_raise_concern(text, text, text, text, text, bigint, text)
  to kith_staff, kith_partner, kith_family, kith_child, kith_public, kith_system;
grant execute on function kith_may(text) to kith_staff, kith_system;
grant execute on function kith_may_know(text[]) to kith_staff, kith_partner, kith_system;
grant execute on function kith_tell_us(text, text, jsonb, jsonb, text, date, integer)
  to kith_staff, kith_partner, kith_family, kith_public, kith_system;
grant execute on function kith_pass_on_concerns(integer) to kith_system;
grant execute on function kith_enqueue(text, jsonb) to kith_staff, kith_partner, kith_family, kith_child, kith_public, kith_system;
grant execute on function kith_notify(bigint, text, bigint, text) to kith_staff, kith_partner, kith_system;
grant execute on function kith_drafts_left() to kith_staff, kith_system;
grant execute on function kith_complaint_came(bigint) to kith_staff, kith_family, kith_child, kith_system;
grant execute on function kith_thanks_came(bigint) to kith_staff, kith_family, kith_system;
grant execute on function kith_child_said(bigint) to kith_child, kith_system;
grant execute on function kith_family_said(bigint) to kith_family, kith_system;
grant execute on function kith_child_asked(bigint) to kith_child, kith_system;
grant execute on function kith_child_reacts(bigint, text, text, boolean, bigint, date) to kith_child, kith_system;
grant execute on function kith_child_takes_back(bigint, bigint) to kith_child, kith_system;
grant execute on function kith_ask_of_challenge(bigint, bigint, bigint)
  to kith_staff, kith_partner, kith_family, kith_child, kith_system;
grant execute on function kith_help_told(bigint), kith_my_challenges_paused(bigint) to kith_family, kith_child, kith_system;
grant execute on function kith_my_replies() to kith_partner, kith_system;
grant execute on function kith_reopen(bigint, bigint, date) to kith_staff, kith_system;
grant execute on function kith_guided(bigint) to kith_staff, kith_child, kith_system;
grant execute on function kith_find(text[], integer), kith_seal_met(text[]), kith_restricted(text), kith_lead_account(bigint) to kith_staff, kith_system;
grant execute on function kith_index(bigint, text[]) to kith_staff, kith_system;
