import io, time, pathlib, os
from datetime import date, datetime
from django.db import connection
from kith.access import SYSTEM, acting_as
from kith.demo.census import synthetic_census, synthetic_header
from kith.returns.cin.writing import write
from kith.returns.acts import import_census
from tests.cast import NOW
def server():
    with connection.cursor() as c:
        c.execute("select pg_backend_pid()"); pid=c.fetchone()[0]
    f=pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(f[11])+int(f[12]))/100
def test_x(db):
    on=date(2026,3,31); n=3000
    out=io.BytesIO(); write(synthetic_header(on=on,made_at=datetime(2026,5,23,9)),synthetic_census(n,seed=1,on=on),out,year=2026); out.seek(0)
    how=os.environ.get("HOW","")
    with connection.cursor() as c:
        if how=="nohist":
            for t in "people_person people_identifier involvement_spell assessment_assessment plans_plan involvement_enquiry involvement_protectionplan".split():
                c.execute(f"alter table {t} disable trigger user")
        if how=="nofk":
            c.execute("select conrelid::regclass::text, conname from pg_constraint where contype='f' and conrelid::regclass::text in ('people_person','people_identifier','involvement_spell','assessment_assessment','plans_plan','involvement_enquiry','involvement_protectionplan')")
            for t,k in c.fetchall(): c.execute(f'alter table {t} drop constraint "{k}"')
        if how=="nopath":
            c.execute("""do $$ declare f record; begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proname like 'pgtrigger%' loop
    execute format('alter function %s reset search_path', f.name);
  end loop; end $$""")
    last=[server()]
    def each(done):
        if done%500==0:
            s=server(); print(how, done, round(s-last[0],2), flush=True); last[0]=s
    with acting_as(SYSTEM(NOW)) as by:
        import_census(by=by,file=out,each=each)
