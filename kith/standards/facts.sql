-- Everything the standards need to know, for each child with open work: one statement, one row a child.
-- A plain query under the reader's own policies. Each piece is looked up child by child through an index on the
-- person, so that one child and fifteen thousand take the same road.
with child as materialized (
  select distinct on (s.person_id)
    s.person_id, p.ref, p.called, p.sort_key, s.level, s.started_on, s.came_from, p.born_on,
    p.born_on is null and p.expected_on is not null as unborn, p.died_on
  from involvement_spell s
  join people_person p on p.id = s.person_id
  where s.closed_on is null and (%(people)s::bigint[] is null or s.person_id = any(%(people)s::bigint[]))
  order by s.person_id, s.started_on desc, s.id desc
)
select
  child.*, led.*, seen.*, heard.*, wishes.*, answered.*, untold.*, told.*, gaps.*, closed.*, explained.*, judged.*,
  (
    select x.visited_on from visits_childline x
    where x.person_id = child.person_id and x.seen and x.alone = 'alone' and x.mode <> all(%(not_counted)s)
    order by x.visited_on desc limit 1
  ) as alone_on,
  (
    select x.visited_on from visits_childline x where x.person_id = child.person_id order by x.visited_on desc limit 1
  ) as tried_on,
  (
    select x.planned_for from visits_plannedvisit x
    where x.person_id = child.person_id and x.visited_id is null and x.replaced_by_id is null
      and x.planned_for >= %(start_of_today)s
    order by x.planned_for limit 1
  ) as next_at,
  (select max(r.reviewed_to) from story_storyreview r where r.person_id = child.person_id) as reviewed_to,
  (
    select count(distinct r.other_id) from people_relationship r
    where r.person_id = child.person_id and r.kind = any(%(parents)s)
  ) as parents,
  (
    select count(distinct h.holder_id) from people_parentalresponsibility h
    where h.person_id = child.person_id and (h.until_on is null or h.until_on > %(today)s)
  ) as deciders
from child

cross join lateral (
  select
    count(*) filter (where l.until_on is null) as leads,
    (array_agg(l.account_id order by l.id desc) filter (where l.until_on is null))[1] as lead_id,
    coalesce((array_agg(l.name order by l.id desc) filter (where l.until_on is null))[1], '') as lead_name,
    max(l.from_on) filter (where l.until_on is null) as lead_from,
    min(l.from_on) filter (where l.from_on >= child.started_on) as first_led_on,
    max(l.until_on) as last_led_until
  from involvement_leadworker l where l.person_id = child.person_id
) led

cross join lateral (
  select array_agg(v.visited_on) as seen_on, array_agg(v.alone) as seen_alone, array_agg(v.saw) as saw,
    array_agg(v.observed) as observed
  from (
    select x.visited_on, x.alone,
      case when child.born_on is null or child.born_on > %(six_years_ago)s then left(x.saw, 200) else '' end as saw,
      (child.born_on is null or child.born_on > %(six_years_ago)s) and not exists (
        select 1 from visits_tocomplete g where g.line_id = x.id and g.what = 'observation' and g.completed_on is null
      ) as observed
    from visits_childline x
    where x.person_id = child.person_id and x.seen and x.mode <> all(%(not_counted)s)
    order by x.visited_on desc, x.id desc limit %(visits)s
  ) v
) seen

cross join lateral (
  select array_agg(w.said_on) as heard_on, array_agg(w.text) as heard_text, array_agg(w.shared) as shared
  from (
    select x.said_on, left(x.text, 200) as text, exists (
      select 1 from record_act mine
      join record_act theirs on theirs.occasion_id = mine.occasion_id and theirs.person_id <> mine.person_id
      join voice_words same on same.act_id = theirs.id and same.text = x.text
      where mine.id = x.act_id
    ) as shared
    from voice_words x where x.person_id = child.person_id
    order by x.said_on desc, x.id desc limit 3
  ) w
) heard

cross join lateral (
  select array_agg(w.id) as wish_id, array_agg(said.said_on) as wish_since, array_agg(w.answer_by_on) as wish_due
  from voice_wish w join voice_words said on said.id = w.words_id
  where w.person_id = child.person_id and not exists (select 1 from voice_answer a where a.wish_id = w.id)
) wishes

left join lateral (
  select said.said_on as answered_since, w.answer_by_on as answered_due, a.decided_on as answered_on
  from voice_answer a join voice_wish w on w.id = a.wish_id join voice_words said on said.id = w.words_id
  where a.person_id = child.person_id
  order by a.decided_on desc, a.id desc limit 1
) answered on true

cross join lateral (
  select array_agg(a.wish_id) as untold_id, array_agg(a.decided_on) as untold_since,
    array_agg(null::date) as untold_due, array_agg(a.not_told_because) as untold_because
  from voice_answer a where a.person_id = child.person_id and a.told_on is null
) untold

left join lateral (
  select a.decided_on as told_since, null::date as told_due, a.told_on
  from voice_answer a where a.person_id = child.person_id and a.told_on is not null
  order by a.told_on desc, a.id desc limit 1
) told on true

cross join lateral (
  select array_agg(g.id) as gap_id, array_agg(v.visited_on) as gap_since, array_agg(g.due_on) as gap_due
  from visits_tocomplete g join visits_childline v on v.id = g.line_id
  where g.person_id = child.person_id and g.completed_on is null
) gaps

left join lateral (
  select v.visited_on as closed_since, g.due_on as closed_due, g.completed_on as closed_on
  from visits_tocomplete g join visits_childline v on v.id = g.line_id
  where g.person_id = child.person_id and g.completed_on is not null
  order by g.completed_on desc, g.id desc limit 1
) closed on true

cross join lateral (
  select array_agg(e.id) as explained_id, array_agg(e.standard::text) as explained_standard,
    array_agg(e.given_on) as explained_on, array_agg(e.accepted_by_id is not null) as accepted,
    array_agg(e.expires_on) as expires_on
  from standards_explanation e
  where e.person_id = child.person_id and (e.expires_on is null or e.expires_on >= %(today)s)
) explained

cross join lateral (
  select array_agg(j.id) as found_id, array_agg(j.standard::text) as found_standard,
    array_agg(j.verdict::text) as verdict, array_agg(j.judged_on) as found_on
  from (
    select distinct on (x.standard) x.id, x.standard, x.verdict, x.judged_on from standards_judgement x
    where x.person_id = child.person_id order by x.standard, x.judged_on desc, x.id desc
  ) j
) judged
