"""Writes a content folder with 1,000 departments, 20 questions, 20 waves and two sides: what there is to decide on at the
upper end. Usage: generate.py DIR [RATINGS]. The same bytes at every run."""
import pathlib
import random
import sys

folder, ratings = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
rng = random.Random(2026)
for name in ("departments", "surveys", "notes"):
    (folder / name).mkdir(parents=True, exist_ok=True)
(folder / "site.yml").write_text(
    "title: Bench\norganisation: Bench\nas_of: 2026-01-01\nheadline: q1\ncomments: none\n"
    "confidentiality: { internal: 5, external: 5, key: bench }\n")
(folder / "customers.yml").write_text(
    "rules:\n"
    "  - { name: Staff, when: { role: [Employee] }, side: internal, kind: employee, because: Works here. }\n"
    "  - { name: Customer, when: { role: [Customer] }, side: external, kind: person, because: Pays. }\n")
for unit in range(1000):
    parent = f"parent: d{(unit - 1) // 6:04}\n" if unit else ""
    (folder / "departments" / f"d{unit:04}.md").write_text(f"---\nname: Department {unit:04}\n{parent}---\n")
questions = [f"q{number}" for number in range(1, 21)]
(folder / "surveys" / "bench.yml").write_text(
    "title: Bench\nplatform: generic\nwave: { column: day }\nrespondent: { id: id, role: role }\n"
    "department: { column: rated }\nquestions:\n"
    + "".join(f"  - {{ id: {q}, column: {q}, measure: satisfaction, scale: {{ from: 1, to: 5 }} }}\n" for q in questions))
with open(folder / "surveys" / "bench.csv", "w") as file:
    file.write("id,day,role,rated," + ",".join(questions) + "\n")
    for row in range(ratings):
        wave = rng.randrange(20)
        day = f"{2020 + wave // 4}-{wave % 4 * 3 + 1:02}-{rng.randint(1, 28):02}"
        answers = ",".join(str(rng.randint(1, 5)) if rng.random() > 0.1 else "" for _ in questions)
        file.write(f"p{row},{day},{rng.choice(('Employee', 'Customer'))},Department {rng.randrange(1000):04},{answers}\n")
