import io, time
from collections import Counter
from datetime import date, datetime
from django.db import connection
from kith.access import acting_as, SYSTEM
from kith.demo.census import synthetic_census, synthetic_header
from kith.returns.acts import import_census
from kith.returns.cin.writing import write
from tests.cast import NOW

def test_smoke(db):
    on=date(2026,3,31)
    out=io.BytesIO()
    write(synthetic_header(on=on,made_at=datetime(2026,5,23,9)),synthetic_census(2000,seed=1,on=on),out,year=2026)
    spent=Counter(); n=Counter()
    def w(execute, sql, params, many, context):
        t=time.time()
        try: return execute(sql,params,many,context)
        finally:
            k=str(sql)[:60]; spent[k]+=time.time()-t; n[k]+=1
    with acting_as(SYSTEM(NOW)) as by, connection.execute_wrapper(w):
            t=time.time(); c=time.process_time()
            out.seek(0)
            import cProfile,pstats; p=cProfile.Profile(); p.enable(); m=import_census(by=by,file=out); p.disable(); pstats.Stats(p).sort_stats("tottime").print_stats(28); pstats.Stats(p).sort_stats("cumtime").print_stats(45)
            print(time.time()-t, time.process_time()-c)
    for k,v in spent.most_common(20): print(round(v,3),n[k],k)
    t=time.time()
    with connection.cursor() as cur: cur.execute("set constraints all immediate")
    print("constraints",time.time()-t)
