-- Counts of a survey export, for a site that is built from counts: one line for each wave, department, kind of
-- respondent, customer department, question and answer. Respondent fields stay as they are: the rulebook of the site
-- classifies them.
COPY (
  WITH answers AS (
    UNPIVOT (
      SELECT "Which department are you rating?" AS department,
             "I am a …" AS relationship,
             coalesce("Your department", '') AS customer,
             strftime(strptime("Timestamp", '%d/%m/%Y %H:%M:%S'), '%Y') || '-Q'
               || quarter(strptime("Timestamp", '%d/%m/%Y %H:%M:%S')) AS wave,
             "Overall, how satisfied are you with the service?" AS overall,
             "I was kept informed" AS informed
      FROM read_csv(getvariable('export'), header = true, all_varchar = true)
    ) ON overall, informed INTO NAME question VALUE answer
  )
  SELECT wave, department, relationship, customer, question, answer, count(*) AS count
  FROM answers
  GROUP BY ALL
  ORDER BY ALL
) TO 'counts-duckdb.csv' (HEADER);
