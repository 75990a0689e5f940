-- Everything the standards need to know, for each child with open work: one statement, one row a child, under the
-- reader's own policies. What is first or newest is looked up child by child through an index on the person. What is
-- added up ($each ... $by_child) is read child by child for a few, where no plan can go astray because a table has
-- just grown; and once for all of them together for a whole partnership.
with child as materialized (
  select distinct on (s.person_id)
    s.person_id, p.ref, p.called, p.sort_key, s.level,
    -- A file may leave the day out: then Kith knows of the work from the day it took it in, and claims no more (7.10).
    coalesce(s.started_on, s.known_from, %(today)s) as started_on,
    s.came_from, p.born_on, p.born_on is null and p.expected_on is not null as unborn, p.died_on, s.id as spell_id
  from involvement_spell s
  join people_person p on p.id = s.person_id
  where s.closed_on is null and (%(people)s::bigint[] is null or s.person_id = any(%(people)s::bigint[]))
  order by s.person_id, s.started_on desc nulls last, s.id desc
)
select
  child.person_id, child.ref, child.called, child.sort_key, child.level, child.started_on, child.came_from,
  child.born_on, child.unborn, child.died_on, led.*,
  (
    select x.visited_on from visits_childline x where x.person_id = child.person_id order by x.visited_on desc limit 1
  ) as tried_on,
  (
    select (x.planned_for at time zone %(zone)s)::date from visits_plannedvisit x
    where x.person_id = child.person_id and x.visited_id is null and x.replaced_by_id is null
      and x.called_off_on is null and x.planned_for >= %(start_of_today)s
    order by x.planned_for limit 1
  ) as next_on,
  (select max(r.reviewed_to) from story_storyreview r where r.person_id = child.person_id) as reviewed_to,
  coalesce(parents.n, 0) as parents, coalesce(deciders.n, 0) as deciders,
  case when child.level = 'looked_after' then greatest(placed.placed_on, (
    select max(r.from_on) from people_residence r
    where r.person_id = child.person_id and r.from_on <= %(today)s and (r.until_on is null or r.until_on > %(today)s)
      and (r.kind = 'placement' or (r.kind = 'home' and r.from_on >= child.started_on))
  )) end as moved_on,
  case when child.level = 'child_protection' then (
    select max(p.started_on) from involvement_protectionplan p
    where p.person_id = child.person_id and p.ended_on is null and p.started_on <= %(today)s
  ) end as plan_on,
  placed.placed_as, placed.placed_on,
  case when child.level = 'looked_after' then (
    select max(l.began_on) from involvement_legalstatus l
    where l.person_id = child.person_id and l.began_on <= %(today)s and l.ended_on is null
  ) end as law_on,
  case when child.level = 'looked_after' then (
    select max(r.held_on) from involvement_carereviewline r where r.person_id = child.person_id
  ) end as care_reviewed_on,
  (
    select max(x.written_on) from assessment_lifetoday x where x.person_id = child.person_id and says(x.text)
  ) as life_on,
  (select max(x.confirmed_on) from people_treeconfirmation x where x.person_id = child.person_id) as tree_on,
  (
    select count(*) from people_aboutme x where x.person_id = child.person_id and x.ended_on is null and says(x.text)
  ) as about_me,
  seen.*, heard.*,
  explained.explained_id, explained.explained_standard, explained.explained_on, explained.accepted, explained.expires_on,
  judged.found_id, judged.found_standard, judged.verdict, judged.found_on,
  owed.owed
from child

left join lateral (
  select p.visited_as as placed_as, p.began_on as placed_on from involvement_placement p
  where child.level = 'looked_after' and p.person_id = child.person_id and not p.temporary
    and p.began_on <= %(today)s and (p.ended_on is null or p.ended_on > %(today)s)
  order by p.began_on desc, p.id desc limit 1
) placed on true

left join lateral (
  select
    count(*) filter (where l.until_on is null) as leads,
    (array_agg(l.account_id order by l.id desc) filter (where l.until_on is null))[1] as lead_id,
    coalesce((array_agg(l.name order by l.id desc) filter (where l.until_on is null))[1], '') as lead_name,
    max(l.from_on) filter (where l.until_on is null) as lead_from,
    min(l.from_on) filter (where l.spell_id = child.spell_id or l.from_on >= child.started_on) as first_led_on,
    max(l.until_on) as last_led_until
  from involvement_leadworker l where l.person_id = child.person_id
) led on true

left join lateral (
  select array_agg(v.visited_on) as seen_on, array_agg(v.alone) as seen_alone, array_agg(v.saw) as saw,
    array_agg(v.observed) as observed, array_agg(v.written_on) as seen_written_on
  from (
    select x.visited_on, x.alone, case when small.child then left(x.saw, 60) else '' end as saw,
      not (small.child and exists (
        select from visits_tocomplete t
        where t.line_id = x.id and t.what = 'observation' and t.completed_on is null
      )) as observed,
      case when row_number() over (order by x.visited_on desc, x.id desc) = 1 then (
        select (a.recorded_at at time zone %(zone)s)::date from record_act a where a.id = x.act_id
      ) end as written_on
    from visits_childline x, (select child.born_on is null or child.born_on > %(six_years_ago)s as child) small
    where x.person_id = child.person_id and x.seen and x.mode <> all(%(not_counted)s)
    order by x.visited_on desc, x.id desc limit %(visits)s
  ) v
) seen on true

left join lateral (
  select array_agg(w.said_on) as heard_on,
    array_agg(left(case when w.text = '' then w.picked else w.text end, 60)) as heard_text,
    array_agg(w.n = 1 and exists (
    -- Asked row by row, never joined: while tables are newly filled a join would read all words for every child.
    select 1 from record_act theirs
    where theirs.occasion_id = (select mine.occasion_id from record_act mine where mine.id = w.act_id)
      and theirs.person_id <> child.person_id
      and (select same.id from voice_words same where same.act_id = theirs.id and same.text = w.text limit 1) is not null
  )) as shared
  from (
    select x.said_on, x.text, x.picked, x.act_id, row_number() over () as n from (
      select y.said_on, y.text, y.picked, y.act_id from voice_words y where y.person_id = child.person_id
      order by y.said_on desc, y.id desc limit 3
    ) x
  ) w
) heard on true

left join $each (
  select $child, count(distinct x.other_id) as n from people_relationship x
  where $of_child and x.kind = any(%(parents)s) $by_child
) parents on parents.person_id = child.person_id

left join $each (
  select $child, count(distinct x.holder_id) as n from people_parentalresponsibility x
  where $of_child and (x.until_on is null or x.until_on > %(today)s) $by_child
) deciders on deciders.person_id = child.person_id

left join $each (
  select $child, array_agg(x.id) as explained_id, array_agg(x.standard::text) as explained_standard,
    array_agg(x.given_on) as explained_on, array_agg(x.accepted_by_id is not null) as accepted,
    array_agg(x.expires_on) as expires_on
  from standards_explanation x
  where $of_child and (x.expires_on is null or x.expires_on >= %(today)s)
  $by_child
) explained on explained.person_id = child.person_id

left join $each (
  select $child, array_agg(x.id) as found_id, array_agg(x.standard::text) as found_standard,
    array_agg(x.verdict::text) as verdict, array_agg(x.judged_on) as found_on
  from (
    select distinct on (x.person_id, x.standard) x.* from standards_judgement x
    where $of_child order by x.person_id, x.standard, x.judged_on desc, x.id desc
  ) x $by_child
) judged on judged.person_id = child.person_id

-- What is owed by each promise that says where it is read (shapes/sources.py): for a whole partnership a branch for each,
-- for a few children all of them at once (owed.py).
left join (
  select o.person_id, json_agg(json_build_array(o.promise, o.told)) as owed from (
  $owed
  ) o group by o.person_id
) owed on owed.person_id = child.person_id
