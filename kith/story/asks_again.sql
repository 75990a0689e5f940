-- Significant events that came to be known after a decision that is open, and that nobody has yet been asked about
-- (S1-35): a turning point or harm taken into the story, a child telling of harm, somebody who may be a danger close by.
select d.id, event.id
from decisions_decision d
join record_act made on made.id = d.act_id
join record_act event on event.person_id = d.person_id and event.recorded_at >= %(since)s
left join story_entry e on e.event_id = event.id and e.standing = 'taken'
left join record_act taken on taken.id = e.latest_act_id
where d.state in ('agreed', 'challenged')
  and greatest(event.recorded_at, coalesce(taken.recorded_at, event.recorded_at)) > made.recorded_at
  and event.name <> all(%(own)s)
  and (
    e.significance >= %(turning_point)s
    or (e.lens = 'harm' and e.significance >= %(matters)s)
    or event.name = 'find_exposure'
    or exists (select 1 from voice_words w where w.act_id = event.id and w.sort = 'harm')
  )
  and not exists (select 1 from decisions_revisit r where r.decision_id = d.id and r.event_id = event.id)
  and not exists (
    select 1 from record_withdrawal gone where gone.row_table = 'record_act' and gone.row_id = event.id)
order by d.id, event.id
