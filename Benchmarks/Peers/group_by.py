"""The counting alone, by a data frame library or a database: rows by department, quarter, side, question and answer.

usage: group_by.py ENGINE FORMULATION FILE; prints the seconds of the query, without start-up and imports, and a check
sum (groups, answers). Only the needed columns are read, as text.
"""
import sys
import time

engine, formulation, path = sys.argv[1:4]
questions = [f"Question {n}" for n in range(1, 7)]
columns = ["Date", "Relationship", "Rated department"] + questions


def polars_query():
    import polars as pl

    start = time.perf_counter()
    frame = (
        pl.scan_csv(path, infer_schema=False)
        .select(columns)
        .with_columns(
            quarter=pl.col("Date").str.slice(0, 4) + "-" + (pl.col("Date").str.slice(5, 2).cast(pl.Int32) - 1).floordiv(3).cast(pl.String),
            side=pl.col("Relationship").is_in(["Employee", "Manager"]),
        )
    )
    keys = ["Rated department", "quarter", "side"]
    if formulation == "unpivot":
        query = frame.unpivot(on=questions, index=keys).group_by(keys + ["variable", "value"]).len()
        out = query.collect(engine="streaming")
        groups, answers = out.height, out["len"].sum()
    else:
        queries = [frame.group_by(keys + [question]).len() for question in questions]
        outs = pl.collect_all(queries, engine="streaming")
        groups, answers = sum(out.height for out in outs), sum(out["len"].sum() for out in outs)
    return time.perf_counter() - start, groups, answers


def duckdb_query():
    import duckdb

    connection = duckdb.connect()
    start = time.perf_counter()
    names = ", ".join(f'"{name}"' for name in columns)
    base = (
        f"SELECT {names}, substr(\"Date\", 1, 4) || '-' || ((CAST(substr(\"Date\", 6, 2) AS INTEGER) - 1) // 3) AS quarter, "
        "\"Relationship\" IN ('Employee', 'Manager') AS side "
        f"FROM read_csv('{path}', all_varchar = true, header = true)"
    )
    on = ", ".join(f'"{name}"' for name in questions)
    if formulation == "unpivot":
        out = connection.execute(
            f"WITH base AS ({base}) SELECT \"Rated department\", quarter, side, question, answer, count(*) FROM "
            f"(UNPIVOT base ON {on} INTO NAME question VALUE answer) GROUP BY ALL"
        ).fetchall()
        groups, answers = len(out), sum(row[-1] for row in out)
    else:
        connection.execute(f"CREATE TEMP TABLE base AS {base}")
        groups = answers = 0
        for question in questions:
            out = connection.execute(
                f"SELECT \"Rated department\", quarter, side, \"{question}\", count(*) FROM base GROUP BY ALL"
            ).fetchall()
            groups += len(out)
            answers += sum(row[-1] for row in out)
    return time.perf_counter() - start, groups, answers


seconds, groups, answers = polars_query() if engine == "polars" else duckdb_query()
print(f"{seconds:.4f} {groups} {answers}")
