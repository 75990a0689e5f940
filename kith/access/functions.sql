-- What every policy leans on. Made before the first migration; safe to make again.
create or replace function kith_account() returns bigint language sql stable parallel safe
as $$ select nullif(current_setting('kith.account', true), '')::bigint $$;

create or replace function kith_person() returns bigint language sql stable parallel safe
as $$ select nullif(current_setting('kith.person', true), '')::bigint $$;

-- The moment the actor acts; the clock, for anything that runs outside a request.
create or replace function kith_now() returns timestamptz language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('kith.now', true), '')::timestamptz, statement_timestamp()) $$;

create or replace function kith_append_only() returns trigger language plpgsql
as $$ begin raise exception '% is append-only: correct it by adding to it', tg_table_name
      using errcode = 'insufficient_privilege'; end $$;

-- Late stays late: what the serving login writes carries the real moment, whatever its settings say.
create or replace function kith_true_time() returns trigger language plpgsql
as $$ begin
  if session_user = 'kith_web' and abs(extract(epoch from new.recorded_at - clock_timestamp())) > 900 then
    raise exception 'recorded_at must be the moment of recording';
  end if;
  return new;
end $$;
