-- The short lists as the policies ask for them, once for every table of a statement. A view would be planned anew each
-- time, which takes longer than most statements do; a function is planned once for each connection. Whoever may call
-- them may read the views themselves.
--
-- Those closed to me are looked up once, when I begin to act (actor.py), and kept for the transaction: every table of
-- every statement asks for them. Whatever changes them there throws the list away, and then it is looked up again.
create or replace function kith_closed_now() returns bigint[]
language plpgsql stable parallel safe security definer set search_path = public, pg_temp
as $$ begin return array(select id from closed_to_me); end $$;

drop function if exists kith_closed_to_me();
create function kith_closed_to_me() returns table (id bigint) language sql stable parallel safe rows 100
as $$ select unnest(coalesce(nullif(current_setting('kith.closed', true), '')::bigint[], kith_closed_now())) $$;

create or replace function kith_closed_anew() returns trigger language plpgsql
as $$ begin perform set_config('kith.closed', '', true); return null; end $$;

create or replace trigger closed_anew after insert or update or delete or truncate on directory_restriction
  for each statement execute function kith_closed_anew();
create or replace trigger closed_anew after insert or update or delete or truncate on directory_tie
  for each statement execute function kith_closed_anew();

create or replace function kith_my_ties() returns setof my_ties
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 100
as $$ begin return query select * from my_ties; end $$;

create or replace function kith_closed_contact_children() returns setof closed_contact_children
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 10
as $$ begin return query select * from closed_contact_children; end $$;

create or replace function kith_closed_contacts() returns setof closed_contacts
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 10
as $$ begin return query select * from closed_contacts; end $$;

create or replace function kith_sealed_contact_children() returns setof sealed_contact_children
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 10
as $$ begin return query select * from sealed_contact_children; end $$;

create or replace function kith_my_told_children() returns setof my_told_children
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 10
as $$ begin return query select * from my_told_children; end $$;

grant execute on function kith_sealed_contact_children, kith_my_told_children to kith_partner, kith_system;
grant execute on function kith_closed_contact_children, kith_closed_contacts to kith_staff, kith_system;
grant execute on function kith_closed_now to kith_web, kith_worker; -- who begin to act
grant execute on function kith_closed_now, kith_closed_to_me, kith_my_ties
  to kith_staff, kith_partner, kith_family, kith_child, kith_public, kith_system;
