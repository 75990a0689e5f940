-- The texts of the last records of each child asked about: a visit, words heard apart from a visit, or what life is
-- like today. All texts of one act about one child are one record. Read under the reader's own policies.
with written as (
  select x.person_id, x.act_id, x.visited_on as day, 'visit' as kind, 'child' as otherwise, x.saw || e'\n' || x.means as text
  from visits_childline x where x.person_id = any(%(people)s)
  union all
  select x.person_id, x.act_id, x.visited_on, 'visit', '', v.for_everyone
  from visits_childline x join visits_visit v on v.id = x.visit_id where x.person_id = any(%(people)s)
  union all
  select x.person_id, x.act_id, x.said_on, 'words', 'quote', case when x.text = '' then x.picked else x.text end
  from voice_words x where x.person_id = any(%(people)s)
  union all
  select x.person_id, x.act_id, x.written_on, 'life', 'child', x.text
  from assessment_lifetoday x where x.person_id = any(%(people)s)
), numbered as (
  select w.*, dense_rank() over (partition by w.person_id order by w.day desc, w.act_id desc) as n
  from written w where btrim(w.text, e' \n') <> ''
)
select person_id, act_id, day, kind, otherwise, text from numbered
where n <= %(records)s
order by person_id, n, kind desc, otherwise
