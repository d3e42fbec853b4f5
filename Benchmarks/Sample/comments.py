"""Writes the invented respondents' comments. The sentences of which they are made are here and in more_comments.py."""
import random as generators
import re

from more_comments import BRIEF, INSIDE_MORE, OUTSIDE_MORE, OWN, SUPPLIERS

# About a department, inside: what colleagues write, content ones (+) and others (-). In brackets stands when a sentence
# may be said, where not always: parts of a wave's name, or from which wave on. Slots: see Pool.
#
# How many sentences a list has is part of what the main stream draws: more of them go to more_comments.py.
INSIDE = {
    "timetable-planning": [
        "-[2025]Amendments came on {d} evening again, we rostered twice.",
        "-[2025]Please send the weekly changes as a list, not as a picture of a list.",
        "-Helpful on the phone, but the file is always late.",
        "+Best timetable change in years, thank you for the meeting in {p} before it.",
        "-If a train is cut, tell the stations first. We read it on the screen like the passengers do.",
        "+The draft was clear and someone called us about the school trains. More of that",
        "-i never know who plans our branch now that the team was reshuffled",
    ],
    "control-room": [
        "+[2025-Q2 2025-Q3]Calm and clear on the night of the storm. Respect.",
        "-[2025-Q1 2025-Q2]One message instead of three, please. Stations, crew and the app said different things.",
        "-We waited {n} minutes for a decision while the platform filled up.",
        "+[2025-Q2+]Much better since they say when the next update comes, even if there is nothing new.",
        "-Radio is fine. The mailbox is a black hole.",
        "-Ask the crew before you turn a train short at {p}.",
    ],
    "train-crew": [
        "+Conductors on the {p} line help with the doors without being asked.",
        "-Faults are told at the hand-over but not written in the book, so the night shift does not know.",
        "-Good people, never on mail. Is there another way to reach them",
        "+Thanks to the driver who waited for the last connection on {d}!",
    ],
    "stations": [
        "+The team at {p} is a joy to work with.",
        "+They always know what is going on, and tell us.",
        "+Quick, friendly, they find a solution.",
        "-Keys were missing twice this month.",
        "+Nothing to complain about. Keep on",
    ],
    "customer-desk": [
        "+[2025-Q4+]A year ago nobody picked up. Now I get an answer in {n} minutes.",
        "+[2025-Q3+]They send passengers' messages on to us with everything we need. Big step forward.",
        "+[2025-Q2+]I like that every case has a name on it now.",
        "-Sometimes they promise passengers things that we cannot keep.",
        "-Cases still arrive twice when it is busy on {d}s",
        "+The weekly summary of complaints helps us a lot.",
    ],
    "ticketing": [
        "+Always helpful, machine at {p} was back within the hour.",
        "+They explained the new fares to our whole team. Twice!",
        "+Friendly and fast.",
        "+Best colleagues in the house, honestly.",
        "-We would like to see fare changes {n} weeks earlier.",
    ],
    "assisted-travel": [
        "+You can rely on them, even at six in the morning.",
        "+Bookings reach us in time, and they call if something changes.",
        "+They trained {n} of us on the ramps, well done.",
    ],
    "lost-property": ["-Friendly. Opening hours do not fit our shifts."],
    "freight-and-charter": [
        "-Requests come late and are all urgent.",
        "+Clear about what the customer needs. Good to plan with.",
    ],
    "rolling-stock": [
        "-Set was not heated on {d}, nobody had told us.",
        "-They mend things quickly, they just do not tell anyone.",
        "-We hear from passengers which unit is short. It should be the depot that calls.",
        "+[2026-Q1+]Since the hand-over book is on the tablet I know what I take over. Good.",
        "+Cleaning is much better than last year",
        "-The five o'clock hand-over at {depot} depot slips almost every {d}.",
    ],
    "track-and-signals": [
        "-Closures are announced {n} days before, we need three weeks.",
        "-Nice people, but the plan changes until the last evening.",
        "-Level crossing at {p}: we asked three times and never got an answer.",
        "+Worked well during the big closure, daily call at seven was useful.",
        "-[2025-Q1 2025-Q2 2025-Q3]It used to be better when the planner sat with us.",
    ],
    "facilities": [
        "-Lift at {p} out of order for {n} weeks and no date.",
        "+Cleaner waiting rooms, thank you.",
        "-The form asks for a room number. Platforms have no room numbers!",
        "+Came the same day. Top",
    ],
    "finance": [
        "+Monthly figures came early and with an explanation I understood.",
        "-Cost centre forms are a pain, otherwise fine.",
        "-Friendly, but always ask us for the same numbers.",
    ],
    "payroll": [
        "-[2025-Q3]Night supplements wrong for the second month.",
        "+[2025-Q4]Since they have the counter on Wednesdays everything gets sorted in five minutes.",
        "+My question was answered the same day.",
        "+[2025-Q4+]After the mess in summer it works again. Saying sorry helped.",
        "+[2026-Q1+]the new payslip is readable, finally",
    ],
    "purchasing": [
        "-[2025-Q1 2025-Q2]Two weeks for a box of gloves.",
        "+They found a cheaper supplier and told us why it matters.",
        "-[2025-Q1 2025-Q2]Why three offers for {n} hundred? Costs more time than it saves.",
        "-Always polite. Slow.",
    ],
    "people-and-training": [
        "+Trainees come well prepared.",
        "-The vacancy in our team has been open for {n} months.",
        "-[2025-Q1 2025-Q2 2025-Q3]Course dates are published too late for the roster.",
        "+Very supportive when I came back after my illness.",
    ],
    "it-service-desk": [
        "+They keep me posted until it works, great.",
        "+Tablet swapped within the shift.",
        "-Got {n} automatic mails and no human being.",
        "-New accounts still take a week, our starters sit there without.",
        "-Explain in normal words please",
        "+[2025-Q2+]Much better since the queue times are on the intranet.",
    ],
    "legal": ["+Answers I can read. Thank you.", "+Took long, but it was right."],
    "communications": [
        "+Screens were updated before we had to ask.",
        "-The posters for the closure named the wrong station, {p} instead of Alder Cross.",
        "-Nice texts. Ask us before you print them.",
    ],
}

# About a department, outside: what passengers and customers write.
OUTSIDE = {
    "stations": [
        "-Nobody on the platform at {p} when the train was cancelled.",
        "-Announcement came after the train had left.",
        "+The man at the counter was very kind and printed my connections.",
        "-[Q1]Waiting room closed at 7 pm, in February.",
        "-Staff seemed to know as little as we did.",
        "-Clean station, no information.",
        "+Lady in {p} helped me with the pram, thank you so much",
    ],
    "train-crew": [
        "+Conductor was friendly and explained the delay. Made a difference.",
        "-No announcement for {n} minutes in the tunnel.",
        "+Driver waited for the bus passengers. I have used this line for {n} years and it still happens, wonderful.",
        "-Got shouted at because my ticket was on the phone with a cracked screen.",
        "+always a good morning from the crew on the 6:42",
    ],
    "customer-desk": [
        "+Rang twice, got through at once both times.",
        "+They called back when they said they would.",
        "-Refund after {n} weeks, and only because I wrote three times.",
        "+First time that someone at a railway apologised properly.",
        "+Chat was helpful, the mail before it was a text block.",
        "+Very nice gentleman, solved it while I was on the line.",
        "-Please call me about my refund, 0171 555 01{n}{n}, I am at home in the evening.",
        "-You can write to me at j.harper{n}@mail.example if you need the ticket.",
    ],
    "ticketing": [
        "-I still do not understand which ticket I need to {p}.",
        "-The machine only took coins.",
        "-Bought the wrong fare because the app calls it something else than the machine.",
        "-Three prices for the same train??",
        "-App logs me out every {d}.",
        "+Day ticket for the family is great value once you have found it.",
        "-Paid {n} too much and nobody could tell me why.",
    ],
    "assisted-travel": [
        "+The ramp was there both times. I could cry with relief.",
        "+Booking by phone was easy, they knew my chair.",
        "+Felt safe the whole way.",
        "+Helper came late but stayed with me until {p}.",
    ],
    "lost-property": ["+My daughter has her bear back!", "-Counter was closed when the page said open."],
    "freight-and-charter": [
        "+Good contact person, slots are the problem.",
        "+We got an answer within three days, as promised.",
        "-Invoice was wrong {n} times this year.",
        "-Two wagons late, no call. Our crane stood idle.",
    ],
}

# Openings and endings that people put around what they have to say, by what it is; most put none.
OPENINGS = {
    "+": ["Honestly: ", "To be fair, ", "Small thing: ", "Once more: ", "+ ", "Just this: "],
    "-": ["Honestly: ", "To be fair, ", "Small thing: ", "Once more: ", "Hm. ", "- ", "Well, "],
}
ENDINGS = {
    "+": [" Thanks", " Thank you!", " :-)", " Keep it up.", " 👍", " 😊", "\n\nThat's all.", "\nGreetings from {q}", " Well done."],
    "-": ["\n\nOtherwise fine.", " (second time I write this)", " Thanks", " Just saying.", " :-(", "\n\nApart from that no complaints.", "\nThank you for reading this."],
}
# Words at the beginning of a sentence that are written small after a comma.
SMALL = {"The", "They", "It", "We", "My", "Nobody", "You", "There", "Always", "Very", "If", "When", "This", "That", "Two", "Three", "Too", "No", "Not", "Good", "Quick", "Please", "Still", "Some"}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PLACES = ["Harrow Bay", "Alder Cross", "Millbrook", "Stonegate", "Wick Junction", "Lower Fenton", "Carrow", "Eastmere"]
DEPOTS = ["Harrow Bay", "Alder Cross"]
WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def signed(texts, mark):
    """The sentences that people of this mark say; all of them where there are none."""
    return [text[1:] for text in texts if text[0] == mark] or [text[1:] for text in texts]


class Pool:
    """The sentences about one department from one side, content ones or others, with a generator of their own.

    None comes again before every other one that may be said in the wave was written, and then the third that was
    written longest ago comes first; nobody tells a long story a second time.

    Slots: {d} a weekday, {n} a small number, {w} the same in words, {nth} the same as an ordinal, {p} a place and {q}
    another one, neither named by the sentence itself, {depot} one of the two depots, {t} when a train leaves, {m} minutes
    of waiting.
    """

    def __init__(self, name, texts, isBrief):
        self.random = generators.Random(name)
        self.sentences = [re.fullmatch(r"(?:\[([^\]]*)\])?(.*)", text, re.DOTALL).groups() for text in texts]
        self.written = {}
        self.isBrief = isBrief

    def sentence(self, wave):
        fitting = [text for when, text in self.sentences if when is None or any(wave >= part[:-1] if part[-1] == "+" else part in wave for part in when.split())]
        waiting = [text for text in fitting if text not in self.written]
        if not waiting:
            again = [text for text in fitting if len(text.split()) <= 20]
            waiting = sorted(again, key=self.written.get)[:max(1, len(again) // 3)]
        text = self.random.choice(waiting)
        self.written.pop(text, None)
        self.written[text] = max(self.written.values(), default=0) + 1
        return text

    def fill(self, text, day, number, place):
        first = PLACES.index(place)
        places = [name for name in PLACES[first:] + PLACES[:first] if name not in text]
        return text.format(
            d=day, n=number, w=WORDS[number], nth={2: "2nd", 3: "3rd"}.get(number, f"{number}th"), p=places[0], q=places[1],
            depot=self.random.choice(DEPOTS), t=f"{self.random.randint(6, 22)}:{self.random.choice([4, 9, 12, 18, 26, 33, 37, 41, 48, 54]):02}",
            m=self.random.choice([15, 20, 25, 30, 35, 40, 45, 50]))

    def dress(self, text, mark):
        """The sentence as somebody writes it: now and then with an opening or an ending."""
        words = len(text.split())
        if words > 25 or "\n" in text:
            return text
        if self.random.random() < .10:
            opening = self.random.choice(OPENINGS[mark])
            if not opening.endswith(", "):
                text = opening + text
            elif text.split()[0] in SMALL:
                text = opening + text[0].lower() + text[1:]
        if words > 2 and text[-1] in ".!?" and "hank" not in text and self.random.random() < .13:
            text += self.random.choice(ENDINGS[mark])
        return text


class Comments:
    """Whoever writes comments: what was written already is remembered, so that few say the same."""

    def __init__(self, seed):
        self.seed = seed
        self.pools = {}

    def pool(self, *name):
        """The sentences of a name: what kind they are of, a department or a side, and a mark."""
        if name not in self.pools:
            kind, of, mark = name
            texts = {
                "inside": lambda: INSIDE[of] + INSIDE_MORE.get(of, []), "outside": lambda: OUTSIDE[of] + OUTSIDE_MORE.get(of, []),
                "brief": lambda: BRIEF[of], "own": lambda: OWN, "supplier": lambda: SUPPLIERS,
            }[kind]()
            self.pools[name] = Pool(" ".join([str(self.seed), *name]), signed(texts, mark), isBrief=kind == "brief")
        return self.pools[name]

    def write(self, random, side, unit, isContent, wave, by=None):
        """One comment about a department, or an empty string if nobody writes about it.

        Sentences that begin with + are said by content people, those with - by others; now and then it is the other way
        round, as in life. `by` says whose view it is where it is not that of a customer: "own" or "supplier".

        The main stream gives all other columns as well. So it is asked the same here whatever is written: new sentences,
        openings and endings leave every figure as it is.
        """
        texts = (OUTSIDE if side == "outside" else INSIDE).get(unit, [])
        mark = "+" if isContent != (random.random() < 0.12) else "-"
        if not texts:
            return ""
        random.choice(signed(texts, mark))
        day, number, place = random.choice(DAYS), random.randint(2, 9), random.choice(PLACES)
        random.choice(range(11)), random.choice(range(12))
        isLower = random.random() < 0.06

        pool = self.pool(by, side, mark) if by else self.pool(side, unit, mark)
        # Content people wish for something more often than others praise, and nobody praises in one word then.
        isOtherWay = isContent != (mark == "+")
        if isOtherWay and mark == "+" and pool.random.random() < .6:
            mark = "-"
            pool = self.pool(by, side, mark) if by else self.pool(side, unit, mark)
        if not by and not isOtherWay and pool.random.random() < .08:
            pool = self.pool("brief", side, mark)
        text = pool.sentence(wave)
        text = pool.fill(text if pool.isBrief else pool.dress(text, mark), day, number, place)
        return text.lower() if isLower else text
