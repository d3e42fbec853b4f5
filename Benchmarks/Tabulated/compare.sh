#!/usr/bin/env bash
# Builds one small site four times: from rows, from `throughline tabulate`, and from the counts of DuckDB and of Spark, and
# compares figures, links and department pages to the byte. Needs Python and a Java runtime; installs duckdb and pyspark
# into a Python environment of its own (PYTHON names one that has them).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${PROGRAM:-$here/../../.build/release/throughline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-}
if [ -z "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" -q install duckdb pyspark
  python=$work/venv/bin/python
fi
cd "$work"

"$program" new rows >/dev/null
sed -i 's/^comments: open/comments: none/; s/^period:/as_of: 2026-04-10\nperiod:/' rows/site.yml
echo 'one_rating_per_person: true' >> rows/surveys/2026-q1-pulse.yml
"$program" tabulate --content rows rows/surveys/2026-q1-pulse.csv > counts-throughline.csv

"$python" - "$here" <<'PYTHON'
import pathlib, shutil, sys
import duckdb
from pyspark.sql import SparkSession
here, export = pathlib.Path(sys.argv[1]), "rows/surveys/2026-q1-pulse.csv"
connection = duckdb.connect()
connection.execute(f"SET VARIABLE export = '{export}'")
connection.execute((here / "responses-duckdb.sql").read_text())
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
spark.read.csv(export, header=True).createOrReplaceTempView("responses")
spark.sql((here / "responses-spark.sql").read_text()).coalesce(1).write.csv("spark-parts", header=True)
shutil.copy(next(pathlib.Path("spark-parts").glob("part-*.csv")), "counts-spark.csv")
PYTHON

"$program" build --quiet --content rows --output site-rows
for engine in throughline duckdb spark; do
  cp -R rows "$engine"
  cp "counts-$engine.csv" "$engine/surveys/2026-q1-pulse.csv"
  if [ "$engine" = throughline ]; then
    sed -e '/^wave:/d; /^respondent:/,/^department:/d' "$here/counts.yml" > "$engine/surveys/2026-q1-pulse.yml"
  else
    cp "$here/counts.yml" "$engine/surveys/2026-q1-pulse.yml"
  fi
  "$program" build --quiet --content "$engine" --output "site-$engine"
  for file in data/figures.csv data/links.csv $(cd site-rows && ls departments/*.html); do
    # The release id in the foot is a hash of all data files, and the ledger counts lines of another file.
    cmp <(sed '/class="release"/d' "site-rows/$file") <(sed '/class="release"/d' "site-$engine/$file") \
      || { echo "compare: $engine: $file differs" >&2; exit 1; }
  done
  echo "$engine: $(wc -l < "counts-$engine.csv") lines of counts, the same figures, links and department pages"
done
