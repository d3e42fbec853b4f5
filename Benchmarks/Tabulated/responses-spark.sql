-- The same counts by Spark SQL, over a view `responses` of the export with all columns as text.
SELECT wave, department, relationship, customer, question, answer, count(*) AS count
FROM (
  SELECT `Which department are you rating?` AS department,
         `I am a …` AS relationship,
         coalesce(`Your department`, '') AS customer,
         date_format(to_timestamp(`Timestamp`, 'd/M/yyyy H:mm:ss'), "yyyy-'Q'q") AS wave,
         stack(2, 'overall', `Overall, how satisfied are you with the service?`,
                  'informed', `I was kept informed`) AS (question, answer)
  FROM responses
)
WHERE answer IS NOT NULL
GROUP BY wave, department, relationship, customer, question, answer
ORDER BY wave, department, relationship, customer, question, answer
