-- What a board needs to know to trust how a child stood when it was judged last (kept.py). Owner-owned: they give the
-- ids of people alone, and whoever reads with them is held to the policies as ever.

-- Those close to these people: what is recorded of the one may bear on what is known of the other.
create or replace function kith_close_to(_people bigint[]) returns table (person_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select unnest(_people)
  union select x.other_id from people_relationship x where x.person_id = any(_people)
  union select x.person_id from people_relationship x where x.other_id = any(_people)
  union select x.person_id from people_parentalresponsibility x where x.holder_id = any(_people)
  union select x.person_id from people_adultsupport x where x.other_id = any(_people)
  union select x.person_id from people_offer x where x.other_id = any(_people)
  union select x.person_id from people_asking x where x.asked_id = any(_people)
  union select beside.person_id from involvement_contactline x
    join involvement_contactline beside on beside.contact_id = x.contact_id
    where x.person_id = any(_people) and beside.person_id is not null
  union select beside.person_id from involvement_meetingline x
    join involvement_meetingline beside on beside.meeting_id = x.meeting_id where x.person_id = any(_people)
$$;

-- Those of whom one reader may know more than another, or for whom hours count: they are judged anew for each reader.
create or replace function kith_judged_apart() returns table (person_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select person_id from kith_close_to(array(
    select r.person_id from directory_restriction r where r.ended_at is null
    union select t.person_id from directory_tie t where t.because = 'conflict'
    union select a.person_id from directory_account a where a.person_id is not null and a.audience = 'staff'
  ))
  union select person_id from people_livedthrough
  union select person_id from involvement_immediateconcern
  union select person_id from involvement_touchpoint where cardinality(seen_by) > 0
  union select person_id from decisions_challenge where kept_from_team_id is not null
  union select person_id from feedback_complaintchild
  union select k.person_id from directory_tie k join feedback_thanks t on t.told_by_id = k.account_id
  union select r.person_id from people_residence r join people_addressprotection p on p.address_id = r.address_id
    where p.from_person_id in (select a.person_id from directory_account a where a.audience = 'staff')
  union select person_id from involvement_exposure where taken_at is null
  union select person_id from involvement_need where lane = 'now' and met_at is null and over_at is null
$$;

-- What is told of a colleague’s training is about no child, and bears on every child they lead: on everyone, the first
-- time that anything of it is told at all.
create or replace function kith_led_by_the_trained(_cluster bigint, _xid bigint) returns table (person_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  with told as (
    select t.account_id, o.cluster = _cluster and o.xid >= _xid as anew
    from directory_trainingtaken t join record_occasion o on o.id = t.occasion_id
  )
  select l.person_id from involvement_leadworker l
  where l.until_on is null and exists (select from told where anew)
    and (l.account_id in (select account_id from told where anew) or not exists (select from told where not anew))
$$;

-- Those something was recorded of since the oldest transaction that ran when they were judged, and those close to them.
-- Nothing of a record that is closed to a colleague who asks: it is on no board of theirs.
create or replace function kith_touched_since(_cluster bigint, _xid bigint) returns table (person_id bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select close.person_id from kith_close_to(array(
    select distinct a.person_id from record_act a where a.cluster = _cluster and a.xid >= _xid
    union select person_id from kith_led_by_the_trained(_cluster, _xid)
  )) close
  where current_setting('role') <> 'kith_staff' or close.person_id not in (select id from kith_closed_to_me())
$$;

-- Which server this is, and its oldest running transaction.
create or replace function kith_counting_from(out cluster bigint, out xid bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select system_identifier, pg_snapshot_xmin(pg_current_snapshot())::text::bigint from pg_control_system()
$$;

revoke all on function kith_close_to, kith_judged_apart, kith_led_by_the_trained, kith_touched_since,
  kith_counting_from from public;
grant execute on function kith_touched_since, kith_counting_from to kith_staff, kith_system;
grant execute on function kith_judged_apart to kith_system;
