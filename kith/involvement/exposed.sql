-- Which children are close to someone noted as a danger, and how: living together, family (their own relative, or the
-- partner of a parent), or seeing each other by arrangement. Asked by the system, for everyone, every minute.
with noted as (
  select f.id, f.person_id from people_riskflag f where f.ended_on is null
), close_to as (
  select noted.id as flag_id, theirs.person_id as child_id, 'household' as way
  from noted
  join people_residence own on own.person_id = noted.person_id and own.until_on is null and own.kind <> 'correspondence'
  join people_residence theirs
    on theirs.address_id = own.address_id and theirs.until_on is null and theirs.kind <> 'correspondence'
  union
  select noted.id, r.person_id, 'family' from noted
  join people_relationship r on r.other_id = noted.person_id and r.until_on is null
  union
  select noted.id, r.other_id, 'family' from noted
  join people_relationship r on r.person_id = noted.person_id and r.until_on is null
  union
  select noted.id, child.person_id, 'family' from noted
  join people_relationship pair on noted.person_id in (pair.person_id, pair.other_id) and pair.until_on is null
    and pair.kind in ('partner', 'spouse')
  join people_relationship child on child.kind in ('parent', 'adoptive_parent') and child.until_on is null
    and child.other_id = case when pair.person_id = noted.person_id then pair.other_id else pair.person_id end
  union
  select noted.id, c.person_id, 'contact' from noted
  join people_contactarrangement c on c.other_id = noted.person_id and c.until_on is null and c.way <> 'none'
)
select close_to.child_id, close_to.flag_id, array_agg(close_to.way order by close_to.way) as ways
from close_to
join noted on noted.id = close_to.flag_id and noted.person_id <> close_to.child_id
join people_person p on p.id = close_to.child_id and p.died_on is null
where p.born_on > %(eighteen_years_ago)s or p.expected_on is not null
   or (p.born_on is null and exists (
     select 1 from involvement_spell s where s.person_id = p.id and s.closed_on is null))
group by close_to.child_id, close_to.flag_id
