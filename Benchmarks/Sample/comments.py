"""Sentences of which the invented respondents' comments are made."""

# About a department, inside: what colleagues write, content ones (+) and others (-). Slots: {d} a weekday, {n} a small number, {p} a place.
INSIDE = {
    "timetable-planning": [
        "-Amendments came on {d} evening again, we rostered twice.",
        "-Please send the weekly changes as a list, not as a picture of a list.",
        "-Helpful on the phone, but the file is always late.",
        "+Best timetable change in years, thank you for the meeting in {p} before it.",
        "-If a train is cut, tell the stations first. We read it on the screen like the passengers do.",
        "+The draft was clear and someone called us about the school trains. More of that",
        "-i never know who plans our branch now that the team was reshuffled",
    ],
    "control-room": [
        "+Calm and clear on the night of the storm. Respect.",
        "-One message instead of three, please. Stations, crew and the app said different things.",
        "-We waited {n} minutes for a decision while the platform filled up.",
        "+Much better since they say when the next update comes, even if there is nothing new.",
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
        "+A year ago nobody picked up. Now I get an answer in {n} minutes.",
        "+They send passengers' messages on to us with everything we need. Big step forward.",
        "+I like that every case has a name on it now.",
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
        "+Since the hand-over book is on the tablet I know what I take over. Good.",
        "+Cleaning is much better than last year",
        "-The five o'clock hand-over at {p} depot slips almost every {d}.",
    ],
    "track-and-signals": [
        "-Closures are announced {n} days before, we need three weeks.",
        "-Nice people, but the plan changes until the last evening.",
        "-Level crossing at {p}: we asked three times and never got an answer.",
        "+Worked well during the big closure, daily call at seven was useful.",
        "-It used to be better when the planner sat with us.",
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
        "-Night supplements wrong for the {n}th month.",
        "+Since they have the counter on {d}s everything gets sorted in five minutes.",
        "+My question was answered the same day.",
        "+After the mess in summer it works again. Saying sorry helped.",
        "+the new payslip is readable, finally",
    ],
    "purchasing": [
        "-Two weeks for a box of gloves.",
        "+They found a cheaper supplier and told us why it matters.",
        "-Why three offers for {n} hundred? Costs more time than it saves.",
        "-Always polite. Slow.",
    ],
    "people-and-training": [
        "+Trainees come well prepared.",
        "-The vacancy in our team has been open for {n} months.",
        "-Course dates are published too late for the roster.",
        "+Very supportive when I came back after my illness.",
    ],
    "it-service-desk": [
        "+They keep me posted until it works, great.",
        "+Tablet swapped within the shift.",
        "-Got {n} automatic mails and no human being.",
        "-New accounts still take a week, our starters sit there without.",
        "-Explain in normal words please",
        "+Much better since the queue times are on the intranet.",
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
        "-Waiting room closed at 7 pm, in February.",
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
        "-Paid {n} euros too much and nobody could tell me why.",
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

# Openings and endings that people put around what they have to say.
BEFORE = ["", "", "", "", "", "Honestly: ", "To be fair, ", "Small thing: ", "+ ", "Once more: ", "Hm. "]
AFTER = ["", "", "", "", "", " Thanks", " :-)", " Thank you!", "\n\nOtherwise fine.", " Please.", " (second time I write this)", " !!"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PLACES = ["Harrow Bay", "Alder Cross", "Millbrook", "Stonegate", "Wick Junction", "Lower Fenton", "Carrow", "Eastmere"]


def comment(random, pool, isContent):
    """One comment about a department, or an empty string if nobody writes about it.

    Sentences that begin with + are said by content people, those with - by others; now and then it is the other way
    round, as in life.
    """
    mark = "+" if isContent != (random.random() < 0.12) else "-"
    fitting = [text[1:] for text in pool if text[0] == mark] or [text.lstrip("+-") for text in pool]
    if not fitting:
        return ""
    text = random.choice(fitting).format(d=random.choice(DAYS), n=random.randint(2, 9), p=random.choice(PLACES))
    before, after = random.choice(BEFORE), random.choice(AFTER)
    if before.endswith(", "):
        text = text[0].lower() + text[1:] if not text.startswith("I ") else text
    text = before + text + after
    if random.random() < 0.06:
        text = text.lower()
    return text
