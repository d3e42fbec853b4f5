#!/usr/bin/env python3
"""Draws the survey exports of the sample site from a fixed seed and writes them to content/surveys.

    python3 Benchmarks/Sample/write_surveys.py [content/surveys]

Northline Railway is invented. What the answers are to tell: the customer desk rises clearly on both sides; ticketing is
strong inside and weak outside; legal and lost property are too small to show; payroll fell with a new pay system and
came back; track and signals sinks slowly; own views lie above the customers'. The mess is that of real exports: people
who answer twice, forms sent off empty, spellings that match no department, a response without a date.
"""
import csv
import datetime
import pathlib
import random
import sys

from comments import Comments

SEED = 20260410
WAVES = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
SATISFACTION = ["Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"]
AGREEMENT = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
EASE = ["Very difficult", "Difficult", "Neither easy nor difficult", "Easy", "Very easy"]

# id: name, head count, departments it serves; twice where it is met every day.
DEPARTMENTS = {
    "timetable-planning": ("Timetable Planning", 34, "control-room train-crew train-crew stations customer-desk freight-and-charter"),
    "control-room": ("Control Room", 28, "train-crew train-crew stations customer-desk rolling-stock"),
    "train-crew": ("Train Crew", 312, "control-room rolling-stock stations"),
    "stations": ("Stations", 196, "customer-desk customer-desk train-crew train-crew assisted-travel"),
    "customer-desk": ("Customer Desk", 52, "stations stations ticketing communications train-crew"),
    "ticketing": ("Ticketing and Fares", 31, "stations stations customer-desk customer-desk train-crew finance"),
    "assisted-travel": ("Assisted Travel", 17, "stations train-crew"),
    "lost-property": ("Lost Property", 3, "stations"),
    "freight-and-charter": ("Freight and Charter", 15, "timetable-planning finance"),
    "rolling-stock": ("Rolling Stock", 128, "train-crew train-crew train-crew control-room timetable-planning"),
    "track-and-signals": ("Track and Signals", 118, "timetable-planning timetable-planning control-room control-room train-crew train-crew rolling-stock"),
    "facilities": ("Buildings and Facilities", 29, "stations customer-desk rolling-stock train-crew"),
    "finance": ("Finance", 24, "stations track-and-signals rolling-stock people-and-training"),
    "payroll": ("Payroll", 9, "train-crew stations rolling-stock track-and-signals"),
    "purchasing": ("Purchasing", 12, "rolling-stock track-and-signals facilities it-service-desk"),
    "people-and-training": ("People and Training", 26, "train-crew stations rolling-stock customer-desk"),
    "it-service-desk": ("IT Service Desk", 21, "customer-desk ticketing stations finance control-room train-crew"),
    "legal": ("Legal", 6, "purchasing people-and-training"),
    "communications": ("Communications", 13, "customer-desk stations ticketing"),
}
DIVISIONS = {"operations": ("Operations", 14), "customer-services": ("Customer Services", 9), "engineering": ("Engineering", 11), "corporate-services": ("Corporate Services", 8)}

# Share of content customers, wave by wave: inside and outside.
INNER = {
    "timetable-planning": [.52, .50, .47, .55, .58], "control-room": [.61, .60, .63, .66, .70], "train-crew": [.66, .67, .65, .68, .67],
    "stations": [.74, .76, .75, .77, .78], "customer-desk": [.46, .52, .60, .67, .74], "ticketing": [.80, .81, .83, .82, .84],
    "assisted-travel": [.84, .85, .83, .86, .87], "lost-property": [.7] * 5, "freight-and-charter": [.55, .57, .56, .58, .57],
    "rolling-stock": [.55, .53, .54, .57, .62], "track-and-signals": [.58, .55, .52, .49, .46], "facilities": [.47, .49, .48, .50, .51],
    "finance": [.63, .64, .62, .64, .65], "payroll": [.78, .76, .48, .63, .77], "purchasing": [.45, .46, .47, .46, .49],
    "people-and-training": [.60, .61, .62, .61, .63], "it-service-desk": [.54, .56, .61, .66, .70], "legal": [.7] * 5,
    "communications": [.62, .60, .63, .64, .64],
}
OUTER = {
    "stations": [.60, .58, .59, .60, .62], "train-crew": [.70, .71, .69, .72, .73], "customer-desk": [.50, .54, .62, .70, .76],
    "ticketing": [.47, .46, .42, .44, .45], "assisted-travel": [.86, .85, .88, .87, .89], "lost-property": [.75] * 5,
    "freight-and-charter": [.64, .62, .66, .65, .67],
}
# How well people are kept informed, relative to the overall view.
INFORMED = {"rolling-stock": [-.18, -.19, -.17, -.10, .0], "track-and-signals": [-.16] * 5, "customer-desk": [-.02, .0, .02, .03, .04],
            "timetable-planning": [-.10, -.09, -.08, .02, .03], "it-service-desk": [.0, .02, .05, .06, .08]}


def point(random, share):
    """An answer 0 to 4, so that about `share` of them are 3 or 4."""
    share = min(.97, max(.03, share))
    if random.random() < share:
        return 4 if random.random() < .22 + .35 * share else 3
    roll = random.random()
    return 2 if roll < .48 else 1 if roll < .82 else 0


def day_in(random, wave, first_day=0, last_day=88):
    year, quarter = int(wave[:4]), int(wave[-1])
    first = datetime.datetime(year, quarter * 3 - 2, 1)
    return first + datetime.timedelta(days=random.randint(first_day, last_day), minutes=random.randint(330, 1420), seconds=random.randint(0, 59))


def numbered(random, rows, prefix, first):
    """The rows in order of time, their numbers rising; a row that was sent twice keeps its number."""
    rows.sort(key=lambda pair: pair[0])
    names = {}
    for _, row in rows:
        if row[0] not in names:
            first += random.randint(1, 9)
            names[row[0]] = f"{prefix}{first}"
        row[0] = names[row[0]]
    return [row for _, row in rows]


def write(path, header, rows, line_end):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator=line_end)
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path}: {len(rows)} rows")


class Staff:
    """The people who work at Northline, each with a code, a department and a temper."""

    def __init__(self, random):
        self.people = []
        code = 1000
        units = {**{k: v[:2] for k, v in DEPARTMENTS.items()}, **DIVISIONS}
        for unit, (_, heads) in units.items():
            for _ in range(heads):
                code += random.randint(3, 11)
                kind = random.random()
                relation = "Team leader or manager" if kind < .11 else "Contractor or agency worker" if kind < .16 else "Employee"
                self.people.append((f"NL-{code}", unit, relation, random.gauss(0, .10)))
        self.suppliers = {unit: [] for unit in units}
        for provider, (_, _, served) in DEPARTMENTS.items():
            for customer in served.split():
                self.suppliers[customer].append(provider)
        for division in DIVISIONS:
            self.suppliers[division] = ["finance", "communications", "people-and-training", "it-service-desk", "legal"]


NAMES = {**{k: v[0] for k, v in DEPARTMENTS.items()}, **{k: v[0] for k, v in DIVISIONS.items()}}
MATRIX = ["timetable-planning", "control-room", "rolling-stock", "track-and-signals", "customer-desk", "it-service-desk", "people-and-training", "facilities"]
ODD = ["Timetabling (old team)", "the night shift", "all of them", "Harrow Bay", "Catering"]


def pulse(random, comments, staff, wave, index, folder):
    """The internal pulse: Google Forms, with a matrix whose rows are departments."""
    easy = "How easy was it to get what you needed?" if index == 0 else "How easy was it to get what you needed from them?"
    header = ["Timestamp", "Your survey code", "Which department do you work in?", "What describes you best?",
              "Which department's service do you want to rate?", "Overall, how satisfied are you with the service you get from this department?",
              easy, "They do what they said they would do", "They treat us as people who work on the same thing"]
    header += [f"This department keeps me well informed [{NAMES[unit]}]" for unit in MATRIX]
    header += ["Overall, how satisfied are you with the service your own department gets from the others?", "What should they do better, or go on doing?"]
    rows = []
    for code, home, relation, temper in staff.people:
        if random.random() > .44 + .02 * index:
            continue
        roll = random.random()
        if roll < .12 and home not in DIVISIONS:
            rated = home
        elif roll < .19:
            # Some name the division; nobody does so with engineering, whose departments go by their own names.
            rated = random.choice(["operations", "customer-services", "corporate-services"])
        else:
            rated = random.choice(staff.suppliers[home] or list(DEPARTMENTS)) if random.random() < .9 else random.choice(list(DEPARTMENTS))
        if rated in ("legal", "lost-property") and random.random() < .9:
            rated = "finance"
        own = rated == home
        base = (INNER[rated][index] if rated in INNER else .6) + temper + (.15 if own else 0)
        # Open for three weeks; most answer in the first days and after the reminder.
        when = day_in(random, wave, *random.choice([(40, 43), (40, 61), (50, 53)]))
        stamp = f"{when.month}/{when.day}/{when.year} {when.hour}:{when.minute:02}:{when.second:02}"
        shown = NAMES[rated]
        if random.random() < .05 and rated == "it-service-desk":
            shown = "IT helpdesk"
        if random.random() < .03 and rated == "people-and-training":
            shown = "HR"
        answers = [SATISFACTION[point(random, base)], EASE[point(random, base - .03)], AGREEMENT[point(random, base + .02)], AGREEMENT[point(random, base + .06)]]
        if random.random() < .05:
            answers[2] = "Not applicable"
        if random.random() < .03:
            answers[1] = ""
        matrix = []
        for unit in MATRIX:
            met = unit in staff.suppliers[home] or random.random() < .12
            if not met or unit == home:
                matrix.append("")
            elif random.random() < .06:
                matrix.append("N/A")
            else:
                level = INNER[unit][index] + INFORMED.get(unit, [-.05] * 5)[index]
                matrix.append(AGREEMENT[point(random, level + temper)])
        # Who is served better serves better: a department's own share of content customers colours what it gets.
        gets = .50 + .35 * (INNER.get(home, [.6] * 5)[index] - .6) + temper
        received = SATISFACTION[point(random, gets)] if random.random() < .9 else ""
        text = comments.write(random, "inside", rated, answers[0] in SATISFACTION[3:], wave, by="own" if own else None) if random.random() < .24 else ""
        home_shown = NAMES[home] if random.random() > .01 else ""
        row = [stamp, code, home_shown, relation, shown, *answers, *matrix, received, text]
        mishap = random.random()
        if mishap < .010:
            row[4] = random.choice(ODD)
        elif mishap < .020:
            row[5:-1] = [""] * (len(row) - 6)
            row[-1] = ""
        rows.append((when, row))
        if .020 < mishap < .032:
            later = when + datetime.timedelta(days=random.randint(0, 2), minutes=random.randint(2, 300))
            again = list(row)
            again[0] = f"{later.month}/{later.day}/{later.year} {later.hour}:{later.minute:02}:{later.second:02}"
            again[5] = SATISFACTION[point(random, base)]
            rows.append((later, again))
    rows.sort(key=lambda pair: pair[0])
    write(folder / f"{wave.lower()}-pulse.csv", header, [row for _, row in rows], "\r\n")


TOUCH = {  # what the public form calls the departments, and how many answers a wave
    "stations": ("Station staff", 170), "train-crew": ("On-board staff", 140), "ticketing": ("Ticket machines and app", 130),
    "customer-desk": ("Help line", 128), "assisted-travel": ("Passenger assistance", 38), "lost-property": ("Lost Property", 3),
}


def passengers(random, comments, folder):
    """The passenger survey: one file that grows, a row for each answer, the spring of 2026 still open."""
    header = ["response_id", "submitted", "channel", "I am a", "ticket_number", "who_helped_you", "How satisfied are you with the help you got?", "How likely are you to recommend Northline to a friend?", "How easy was it to get what you needed?",
              "I was kept well informed", "They did what they said they would do", "What should we do better?"]
    rows = []
    number = 0
    for index, wave in enumerate(WAVES + ["2026-Q2"]):
        level = min(index, 4)
        for unit, (label, count) in TOUCH.items():
            count = count if index < 5 else count // 12
            for _ in range(max(0, count + random.randint(-count // 10, count // 8))):
                number += 1
                when = day_in(random, wave)
                if index == 5:
                    when = datetime.datetime(2026, 4, 1) + datetime.timedelta(days=random.randint(0, 8), minutes=random.randint(400, 1300))
                roll = random.random()
                who = "Passenger" if roll < .62 else "Season ticket holder" if roll < .86 else "Business account" if roll < .91 else "Council" if roll < .93 else "Charity or club" if roll < .95 else "Visitor"
                ticket = f"{random.choice('ABCDEH')}{random.randint(100000, 999999)}"
                temper = random.gauss(0, .09)
                base = OUTER[unit][level] + temper
                if random.random() < .035:
                    ticket = f"STAFF-{random.randint(1000, 2999)}"
                    base = INNER[unit][level] + temper
                if random.random() < .012:
                    who = "Inspector"
                if random.random() < .02:
                    who = random.choice(["", "Other", "prefer not to say"])
                overall = point(random, base)
                recommend = min(10, max(0, round(2.35 * overall + random.gauss(.2 if unit != "ticketing" else -.8, 1.3))))
                informed = AGREEMENT[point(random, base - (.12 if unit == "stations" else .02))]
                promise = AGREEMENT[point(random, base + .02)]
                ease = EASE[point(random, base - (.14 if unit == "ticketing" else 0))]
                if random.random() < .07:
                    informed = "Don't know"
                if random.random() < .04:
                    promise = "n/a"
                text = comments.write(random, "outside", unit, overall > 2, wave) if random.random() < .27 else ""
                row = [number, f"{when.day:02}/{when.month:02}/{when.year} {when.hour:02}:{when.minute:02}", random.choice(["web", "web", "app", "app", "card"]), who, ticket, label,
                       SATISFACTION[overall], str(recommend), ease, informed, promise, text]
                mishap = random.random()
                if mishap < .006:
                    row[5] = random.choice(["Bus replacement", "Café", "the lady in the train", "Eastmere Ferries"])
                elif mishap < .014:
                    row[6:12] = ["", "", "", "", "", ""]
                elif mishap < .0165:
                    row[1] = ""
                elif mishap < .019:
                    row[7] = ""
                rows.append((when, row))
                if .019 < mishap < .026:
                    later = when + datetime.timedelta(minutes=random.randint(1, 40))
                    again = list(row)
                    again[1] = f"{later.day:02}/{later.month:02}/{later.year} {later.hour:02}:{later.minute:02}"
                    rows.append((later, again))
    write(folder / "passenger-survey.csv", header, numbered(random, rows, "R", 48200), "\n")


GROUPS = {  # what the ticket system calls the departments, how many rated tickets a wave, who asks
    "it-service-desk": ("IT Service Desk", 165, "customer-desk ticketing stations finance control-room train-crew communications"),
    "payroll": ("Payroll", 62, "train-crew stations rolling-stock track-and-signals"),
    "people-and-training": ("HR", 48, "train-crew stations rolling-stock customer-desk"),
    "facilities": ("Facilities", 74, "stations customer-desk rolling-stock train-crew"),
    "purchasing": ("Purchasing", 44, "rolling-stock track-and-signals facilities it-service-desk"),
}


def requests(random, comments, staff, folder):
    """Closed requests of the internal service desks: one rating a ticket, the same people many times."""
    header = ["Ticket", "Closed", "Requester e-mail", "Requester type", "Requester department", "Resolver group", "How satisfied are you with how your request was handled?", "How easy was it to get your request handled?",
              "Was your request solved the first time?", "Remark"]
    homes = {}
    for code, home, relation, temper in staff.people:
        homes.setdefault(home, []).append((code, relation, temper))
    rows = []
    ticket = 0
    for index, wave in enumerate(WAVES):
        for unit, (label, count, askers) in GROUPS.items():
            for _ in range(count + random.randint(-count // 10, count // 8)):
                ticket += 1
                home = random.choice(askers.split())
                code, relation, temper = random.choice(homes[home])
                when = day_in(random, wave)
                base = INNER[unit][index] + temper
                email, kind, asker = f"{code.lower()}@northline.example", relation, NAMES[home]
                if unit == "purchasing" and random.random() < .34:
                    email, kind, asker = f"office@supplier-{random.randint(11, 42)}.example", "Supplier", ""
                    base -= .05
                elif random.random() < .05:
                    kind = ""
                if random.random() < .012:
                    email, kind, asker = f"visitor{random.randint(2, 60)}@post.example", "", ""
                first = "Yes" if random.random() < base + .08 else "No"
                satisfaction = point(random, base)
                row = [ticket, when.strftime("%Y-%m-%d %H:%M"), email, kind, asker, label,
                       SATISFACTION[satisfaction], EASE[point(random, base - .04)], first if random.random() > .05 else "",
                       comments.write(random, "inside", unit, satisfaction > 2, wave, by="supplier" if kind == "Supplier" else None) if random.random() < .13 else ""]
                mishap = random.random()
                if mishap < .008:
                    row[5] = random.choice(["Service desk 2nd level", "Unassigned", "Vendor"])
                elif mishap < .018:
                    row[6:10] = ["", "", "", ""]
                rows.append((when, row))
    write(folder / "service-requests.csv", header, numbered(random, rows, "SR", 70310), "\n")


def business(random, comments, folder):
    """Freight and business customers: a Qualtrics export with its three header rows, previews and unfinished answers."""
    columns = [("StartDate", "Start Date", "startDate"), ("EndDate", "End Date", "endDate"), ("Status", "Response Type", "status"), ("Progress", "Progress", "progress"),
               ("Duration (in seconds)", "Duration (in seconds)", "duration"), ("Finished", "Finished", "finished"), ("RecordedDate", "Recorded Date", "recordedDate"),
               ("ResponseId", "Response ID", "_recordId"), ("DistributionChannel", "Distribution Channel", "distributionChannel"), ("UserLanguage", "User Language", "userLanguage"),
               ("Q1", "What is your organisation to Northline?", "QID1"), ("Q2", "Overall, how satisfied are you with our freight and charter desk?", "QID2"),
               ("Q3", "How likely are you to recommend Northline to a business partner?", "QID3"), ("Q4", "How easy is it to deal with us?", "QID4"),
               ("Q5", "We keep you well informed about your transport", "QID5"), ("Q6", "We do what we said we would do", "QID6"), ("Q7", "What should we do better?", "QID7_TEXT")]
    imports = ['{"ImportId":"%s"%s}' % (key, ',"timeZone":"Europe/London"' if "Date" in key else "") for _, _, key in columns]
    rows = []
    letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
    for index, wave in enumerate(WAVES):
        for _ in range(44 + random.randint(-4, 5)):
            when = day_in(random, wave, 60, 84)
            spent = random.randint(48, 900)
            base = OUTER["freight-and-charter"][index] + random.gauss(0, .08)
            roll = random.random()
            who = "Freight customer" if roll < .66 else "Business account" if roll < .82 else "Council" if roll < .88 else "Supplier" if roll < .97 else "Regulator"
            overall = point(random, base)
            state = "IP Address"
            finished, progress, channel = "True", "100", random.choice(["email", "email", "anonymous"])
            answers = [SATISFACTION[overall], str(min(10, max(0, round(2.3 * overall + random.gauss(.4, 1.2))))), EASE[point(random, base + .04)],
                       AGREEMENT[point(random, base - .06)], AGREEMENT[point(random, base + .05)]]
            text = comments.write(random, "outside", "freight-and-charter", overall > 2, wave) if random.random() < .3 else ""
            mishap = random.random()
            if mishap < .035:
                state, channel, text = "Survey Preview", "preview", "test test"
            elif mishap < .085:
                finished, progress = "False", random.choice(["24", "47", "63"])
                answers[2:], text = ["", "", ""], ""
            if random.random() < .05:
                answers[3] = "Not applicable"
            form = "%Y-%m-%d %H:%M:%S"
            end = when + datetime.timedelta(seconds=spent)
            code = "R_" + "".join(random.choice(letters) for _ in range(15))
            rows.append((when, [when.strftime(form), end.strftime(form), state, progress, str(spent), finished, (end + datetime.timedelta(seconds=1)).strftime(form), code, channel, "EN", who, *answers, text]))
    rows.sort(key=lambda pair: pair[0])
    header = [[name for name, _, _ in columns], [text for _, text, _ in columns], imports]
    write(folder / "business-customers.csv", header[0], header[1:] + [row for _, row in rows], "\n")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "content/surveys")
    folder.mkdir(parents=True, exist_ok=True)
    staff = Staff(random.Random(SEED))
    comments = Comments(SEED)
    for index, wave in enumerate(WAVES):
        pulse(random.Random(SEED + 1 + index), comments, staff, wave, index, folder)
    passengers(random.Random(SEED + 11), comments, folder)
    requests(random.Random(SEED + 12), comments, staff, folder)
    business(random.Random(SEED + 13), comments, folder)
    print(f"{len(staff.people)} people work at Northline: that is `invited` of the pulse")


main()
