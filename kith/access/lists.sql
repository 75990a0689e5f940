-- The short lists as the policies ask for them, once for every table of a statement. A view would be planned anew each
-- time, which takes longer than most statements do; a function is planned once for each connection. Whoever may call
-- them may read the views themselves.
create or replace function kith_closed_to_me() returns setof closed_to_me
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 100
as $$ begin return query select * from closed_to_me; end $$;

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

grant execute on function kith_sealed_contact_children to kith_partner, kith_system;
grant execute on function kith_closed_contact_children, kith_closed_contacts to kith_staff, kith_system;
grant execute on function kith_closed_to_me, kith_my_ties
  to kith_staff, kith_partner, kith_family, kith_child, kith_public, kith_system;
