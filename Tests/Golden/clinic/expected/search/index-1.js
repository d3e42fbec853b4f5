throughlineSearch([
["department","Care","departments/care.html","","Everything that patients meet."],
["department","Laboratory","departments/laboratory.html","","Results by noon."],
["department","Pharmacy","departments/pharmacy.html","","Small, and always there."],
["department","Reception","departments/reception.html","","We answer within three rings. What you can expect Promise How soon A call back the same day A letter two days See what the laboratory promises us. · Front desk"],
["department","Wards","departments/wards.html","","Day and night."],
["question","Overall, how satisfied are you with the service?","surveys/2026-q1.html","Quality","overall"],
["question","I was kept informed","surveys/2026-q1.html","Keeps me informed","informed"],
["survey","Pulse 2025-q4","surveys/2025-q4.html","2025-Q4",""],
["survey","Pulse 2026-q1","surveys/2026-q1.html","2026-Q1",""],
["note","Ninety percent within a day","notes/2026-03-04-waiting.html","4 March 2026 · Reception","Four of five patients are to be satisfied."],
["note","Results by noon","notes/2026-02-03-results-by-noon.html","3 February 2026 · Laboratory · Wards","One analyser stood still, and nobody told the wards. · The wards are called within the hour. · The wards waited two days. Call list beside the analyser Second contract for repairs"],
["action","Call list beside the analyser","notes/2026-02-03-results-by-noon.html","Laboratory lead · 1 March 2026 · Laboratory · Wards",""],
["action","Second contract for repairs","notes/2026-02-03-results-by-noon.html","Purchasing · 20 February 2026 · Laboratory · Wards",""]
]);
