"""Invented articles with the forms of quotation that are rare in PolNeAR's political news.

Rows have the layout of PolNeAR's train.jsonl.gz ({"id", "text", "attributions"}): half-open offsets in code points,
paragraphs separated by blank lines. No fact, person or sentence is taken from anywhere. The annotators' conventions
hold: quotation marks belong to the content, a final period or comma outside them does not; a source includes titles and
appositions, with the comma that ends one; "said:" and "said in a statement" are cues as a whole.

`python -m training.forms N [SEED]` prints N articles as JSON lines.
"""

from __future__ import annotations

# Word lists are tables with wide lines. Randomness here is not for security.
# ruff: noqa: E501, SIM905, D102
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# Spans are written inline while a text is built: OPEN, kind, attribution, words, CLOSE. Changes of case ignore them.
OPEN, CLOSE, FIRST_ID = "\x01", "\x02", 0xE000
KINDS = {"\x03": "source", "\x04": "cue", "\x05": "content"}
MARKUP = re.compile("(\x01[\x03\x04\x05].|\x02)", re.DOTALL)
# Quotation marks are ⟪⟫ (outer) and ⟨⟩ (inner) until the article's house style is applied at the end.
STYLES = [
    (8, "“ ” ‘ ’", True),
    (6, "\" \" ' '", True),
    (3, "‘ ’ “ ”", False),
    (1, "' ' \" \"", False),
    (1, "'' '' ' '", True),
    (1, "`` '' ` '", True),
    (2, "„ “ ‚ ‘", False),
    (1, "« » ‹ ›", False),
    (1, "«_ _» “ ”", False),
    (1, "“ ” “ ”", False),
]

FIRST = """Amara Jonas Priya Tomasz Leila Diego Ingrid Kwame Yuki Fatima Owen Mei Rashid Chiara Bogdan Aoife Tariq Nadia
Hamish Soo-jin Lucía Emeka Greta Andrés Zanele Mateus Anneli Farid Colette Desmond Ruth Viktor Hana Joaquín Wanjiru Pavel
Shreya Eamon Noor Linnea Bao Marisol Otis Ayşe Callum Thandi Renée Igor Keiko Samir Beatriz Dwayne Hilde Quang Esther Ivo
Maëlle Sipho Tamsin Ravi Jelena Curtis Oluchi Piet Roxana Hyun Caleb Sunniva Malik Dorota""".split()
LAST = """Okafor Lindqvist Ramaswamy Kowalczyk Haddad Morales Bergström Mensah Tanaka Al-Sayed Pritchard Zhang Qureshi
Bianchi Ionescu Gallagher Mahmoud Petrov MacAllister Park Fuentes Nwosu Vogel Castellanos Dlamini Teixeira Virtanen Nazari
Moreau Whitlock Abramson Novak Sato Echeverría Kamau Dvořák Iyer O’Donnell Rahman Holm Nguyen Delgado Bramwell Yıldız
Ferguson Mbeki Lefèvre Sokolov Fujimoto Khoury Almeida Prewitt Steiner Tran Adeyemi Marković Van_der_Berg De_Luca Hartwell
Ó_Briain Szabó Tupou Redfeather Nakamura Osei Larkin Birch Crane Underhill Stone""".split()
PLACES = """Harrow_Creek Eastmere Port_Alden Lisburg Vallonia Kettleford Santa_Rita Tamworth_Bay Brackwater Nordvik Millhaven
Oakridge San_Telmo Wexbury Dunmore_Falls Karlsund Little_Ashby New_Corinth Ravenshaw Tirana_Heights""".split()
ROLES = """head coach|goalkeeper|mayor|deputy mayor|school principal|superintendent|chief executive|CEO|spokeswoman|spokesman
|head of research|professor of geology|epidemiologist|head nurse|chief of police|county sheriff|defense attorney|prosecutor
|union leader|artistic director|lead singer|novelist|curator|farmer|shop owner|bus driver|forecaster|director|chairwoman
|vice president of sales|senior analyst|economist|harbour master|fire captain|founder|treasurer|student|resident|volunteer
|conductor|choreographer|chef|engineer|marine biologist|astronomer|head teacher|bishop|midwife|captain|striker""".replace(
    "\n", ""
).split("|")
TITLES = "Dr. Mayor Coach Judge Sheriff Professor Captain Councilwoman Councilman Rev. Sen. Chief Detective Sgt. Gov. Sir".split()
ORGS = """Harbor Trust|Northline Energy|the Eastmere Herald|the school board|Brightwell Foods|the water company|St. Olave’s Hospital
|the city council|the rail union|Kettleford United|the Tide Museum|Velora Labs|the weather service|the health ministry|the police
|Lumen Pictures|the county court|the growers’ association|the airline|Ravenshaw University|the dock workers’ union|Orbis Bank""".replace(
    "\n", ""
).split("|")
GROUPS = """residents|critics|officials|neighbors|witnesses|parents|some fans|two nurses|organizers|several teachers|prosecutors
|many commuters|local farmers|investigators|scientists|analysts|police|her former colleagues|doctors""".replace(
    "\n", ""
).split("|")
UNNAMED = """a spokesperson for {org}|one parent, who asked not to be named,|a source close to the club|the report|the study|a witness
|the judge|the letter|an email to staff|a statement from {org}|the company|the coach|the author|the 34-year-old|the minister
|a person familiar with the talks|her lawyer|his sister|the notice|a sign on the door|the ruling|the survey""".replace(
    "\n", ""
).split("|")

SUBJECTS = """the club|the new stadium|the second goal|the referee|the coach|the relay team|the marathon|the goalkeepers|the league|the transfer|the rowers|the old library|the school|the teachers
|the reading test|the lunch menu|the pupils|the kindergarten|the maths exam|the dormitory|the court|the jury|the witness|the appeal|the lawyers|the tribunal|the prison|the inmates|the indictment|the tenants|the storm|the river|the frost|the forecast|the floods|the heat wave|the wildfire|the hail|the landslide|the drought
|the hospital|the vaccine|the nurses|the clinic|the patients|the surgeons|the outbreak|the ambulance|the screening|the council tax|the landfill|the sewer|the housing plan|the council|the bridge|the tram line|the bus lanes|the budget|the voters
|the orchestra|the film|the exhibition|the novel|the choir|the dancers|the museum|the mural|the album|the comedy|the bakery|the start-up|the brewery|the bank|the software|the exports|the factory|the workers|the merger|the shares|the app|the battery
|the telescope|the glacier|the bees|the sample|the algorithm|the probe|the whales|the satellite|the fossil|the volcano|the bacteria|the farm|the vineyard|the herd|the airport|the tunnel|the ferry|the market|the pool|the trains""".replace(
    "\n", ""
).split("|")
OBJECTS = """the north stand|a third penalty|their best player|the winter season|the reading list|the exam timetable|a new gym|the free meals|the school bus|the entrance test|their captain|the away match|the medal|the locker room
|the verdict|the evidence|the sentence|a second hearing|the bail|the plea deal|the witness box|a restraining order|the sea wall|the shelter|the evacuation|the wells|the sandbags|the power lines|the harvest|the waiting list|the flu ward
|a cheaper test|the new scanner|the blood bank|the treatment|the recycling bins|the bond issue|the ward map|the night shift|the parking fees|the zoning plan|the town square|a bike lane|the property tax|the second act|the old songs
|a lost painting|the festival|the script|the last chorus|the poster|the ballet|the first edition|the invoices|the payroll|a price rise|the patents|the warehouse|two hundred jobs|the supply chain|a rival firm|the profit margin|the data|the coral reef
|a rare orchid|the old theory|the ice core|the landing site|the trial run|the lens|the vents|the fieldwork|the pasture|the runway|the detour|the roof|the harbor lights|the playground|the archive""".replace(
    "\n", ""
).split("|")
DEEDS = """open close review rebuild fund delay cancel expand repair measure protect test study defend restore replace finish lose sell
buy move save watch need plan ban approve reject share cut change keep leave cover drop win clean shut lend
paint guard question miss mention ignore attack inspect extend praise examine launch scrap welcome fix carry count record photograph""".split()
ADJS = """slow proud ready late fair quiet strange wonderful risky costly safe messy simple honest bitter modest historic lonely brave
unfair broken careful loud tiny enormous overdue hopeless beautiful complicated reckless tender thin stubborn
urgent sudden generous dull steady cruel elegant noisy empty crowded fragile harsh cheerful vague solid bold rare weary rude clever""".split()
NOUNS = """friend miracle shambles gift disaster victory lesson nightmare circus sacrifice fix puzzle chance compromise experiment monster
ghost bargain relief mess family classic gamble joke insult storm charade milestone
burden scandal dream promise trap farce triumph tragedy riddle crisis blessing pity headache warning revolution turning_point wake-up_call step_back game-changer""".split()
WHEN = """last week|on Monday|by the end of May|next spring|this year|in 2019|after midnight|before dawn|on Thursday evening|for a decade
|over the weekend|in the autumn|within days|since June|at half-time|every summer|without notice|for the first time""".replace(
    "\n", ""
).split("|")
FEEL = "glad sorry sure afraid certain thrilled convinced angry surprised hopeful".split()
LEADS = "Honestly, |Look, |Well, |Of course |And |But |You know, |To be fair, |Frankly, |No, |Yes, |I mean, ".split("|")
TOPICS = (
    "Weather Sport Culture Science Business Courts Schools Health Travel Food Letters Markets Traffic Gardening".split()
)
WORKS = """The Salt Road|Winter Birds|A House of Paper|Midnight Ferry|Tall Grass|The Last Cartographer|Blue Hour|Paper Moons Rising
|Letters to Nobody|The Clockmaker’s Son|Small Rivers|How to Leave a City|Static|Nine Lanterns""".replace(
    "\n", ""
).split("|")
NICKS = "Bob Tiny Skip Doc Moose Red Bunny Ace Sparky Duke Mimi Lefty Ziggy".split()

# Verbs with a quotation as object; those of THAT also take a clause.
THAT = """say say say say say say say say add add tell@ explain recall concede admit insist argue claim note warn believe think suggest confirm
announce declare acknowledge maintain stress predict assert reveal estimate fear hope observe remark allege testify conclude promise
complain contend reckon estimate report state swear vow emphasize reiterate stipulate hint figure suspect point_out speculate boast
joke write reply respond agree counter affirm guess lament marvel confess repeat tweet post caution propose assure@ remind@ inform@
inform_the_court deny protest attest indicate surmise posit theorize imply mention proclaim disclose
underline tell_reporters tell_the_court tell_the_audience tell_the_inquiry make_clear let_slip go_on_to_say take_to_Twitter_to_say
understand feel hold decide rule find""".split()
QUOTE = """quip opine muse intone thunder ask laugh sigh shout yell whisper mutter mumble murmur growl snap bark beam gush enthuse rave
fume rage roar sob weep wail cry grin shrug scoff sneer jeer taunt tease deadpan crack smile groan grumble gripe moan whine bellow holler
exclaim blurt_out gasp stammer stutter croak purr coo chuckle giggle chirp hiss retort shoot_back fire_back hit_back chime_in pipe_up interject
interrupt cut_in break_in continue go_on begin conclude finish sum_up reflect reminisce wonder ponder philosophize pronounce decree
rule declaim recite rhyme sing chant preach sermonize lecture scold chide admonish plead beg implore urge pray coax exhort advise counsel
venture offer volunteer allow chip_in elaborate clarify expand stress spell_out read scrawl pen type text email message blog caption
summarize quote echo demand inquire query answer rejoin riposte parry demur object bristle huff thunder drawl lisp spit rasp croon simper""".split()
FIXED = (
    """was quoted as saying|were_was quoted as saying|has been quoted as saying|said in a statement|said in an email|wrote on Facebook
|posted on Instagram|wrote in a blog post|told reporters|said on Twitter|said in an interview|was heard to say|could be heard saying
|would only say|likes to say|is fond of saying|used to say|put it|took to Twitter to say|took to Instagram to write|said with a laugh|said flatly
|said softly|had this to say|told the crowd|told the jury|told viewers|told me|told the BBC|told this newspaper|said by phone|said via video link
|added with a grin|joked on stage|shouted from the back|wrote in her diary|announced over the loudspeaker|told a press conference|said in a release""".replace(
        "\n", ""
    )
    .replace("were_was", "was later")
    .split("|")
)
GESTURE = """sounded worried|shrugged|paused|laughed|was blunt|was not convinced|did not mince words|threw up both hands|grinned|looked tired
|was unrepentant|sounded defiant|struck a different note|was philosophical|disagreed|was delighted|looked relieved|was succinct""".replace(
    "\n", ""
).split("|")
NOUN_CUES = (
    "verdict|message|answer|advice|response|view|motto|explanation|reaction|summary|warning|plea|final words".split("|")
)
CALLS = "call describe+ dismiss+ praise+ denounce+ hail+ slam+ label brand dub decry+ deride+ characterize+ paint+ blast+ mock+ condemn+".split()
URGES = "urge ask beg order tell advise warn@ remind encourage instruct call_on implore invite challenge want".replace(
    "@", ""
).split()
IRREGULAR = {
    w.split()[0]: w.split()[1:]
    for w in """say said said|tell told told|write wrote written|think thought thought|put put put|hold held held|go went gone|make made made
|take took taken|feel felt felt|find found found|swear swore sworn|sing sang sung|read read read|shoot shot shot|hit hit hit|cut cut cut
|break broke broken|begin began begun|spit spat spat|let let let|weep wept wept|rebuild rebuilt rebuilt|lose lost lost|sell sold sold
|buy bought bought|keep kept kept|leave left left|win won won|shut shut shut|lend lent lent|understand understood understood
|stand stood stood|spell spelled spelled|deadpan deadpanned deadpanned|beg begged begged|text texted texted""".replace(
        "\n", ""
    ).split("|")
}
DOUBLED = {"quip", "admit", "snap", "sob", "pen", "chat", "drop", "ban", "plan", "grin", "hum", "chip", "sum", "scrap", "demur", "let", "put",
           "cut", "hit", "shut", "begin", "win", "slam", "dub", "deadpan", "blog", "nag", "beg", "spit"}  # fmt: skip


def inflect(phrase: str, form: str) -> str:
    """Return the first verb of `phrase` as "past", "pp", "ing", "s" or "base"."""
    word, _, rest = phrase.replace("@", " the meeting").replace("_", " ").partition(" ")
    soft = word[-1] == "y" and word[-2] not in "aeiou"
    stem = word + word[-1] if word in DOUBLED else word
    if form in ("past", "pp"):
        if word in IRREGULAR:
            made = IRREGULAR[word][form == "pp"]
        else:
            made = word[:-1] + "ied" if soft else word + "d" if word[-1] == "e" else stem + "ed"
    elif form == "ing":
        made = word[:-1] + "ing" if word[-1] == "e" and word[-2] not in "eoy" else stem + "ing"
    elif form == "s":
        made = word[:-1] + "ies" if soft else word + ("es" if re.search("(s|sh|ch|x|go)$", word) else "s")
    else:
        made = word
    return f"{made} {rest}".strip()


def cap(text: str) -> str:
    """Return `text` with its first letter in upper case, after any markup or quotation mark."""
    at = re.match("(?:\x01..|[⟪⟨])*", text, re.DOTALL)
    place = at.end() if at else 0
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]


@dataclass(frozen=True, slots=True)
class Said:
    """Markers for the parts of one attribution."""

    number: int

    def _tag(self, kind: str, words: str) -> str:
        return f"{OPEN}{kind}{chr(FIRST_ID + self.number)}{words}{CLOSE}"

    def source(self, words: str) -> str:
        return self._tag("\x03", words)

    def cue(self, words: str) -> str:
        return self._tag("\x04", words)

    def content(self, words: str) -> str:
        return self._tag("\x05", words)


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person."""

    first: str
    last: str
    role: str
    org: str
    title: str
    pronoun: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


class Writer:
    """Writer of one article; the state is its quotation marks, people and attribution numbers."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.count = rng, 0
        _, marks, self.inside = rng.choices(STYLES, [s[0] for s in STYLES])[0]
        self.marks = [m.replace("_", "\xa0") for m in marks.split()]
        self.present = self.odd(0.15)
        self.subjects, self.objects = self.field(SUBJECTS, at := rng.random()), self.field(OBJECTS, at)
        self.cast = [self.person() for _ in range(rng.randint(2, 4))]

    # Words
    def odd(self, share: float) -> bool:
        return self.rng.random() < share

    def pick(self, words: Sequence[str]) -> str:
        return self.rng.choice(words).replace("_", " ")

    def field(self, words: Sequence[str], at: float) -> list[str]:
        """Return an article's vocabulary: neighbouring words of a list ordered by topic, and a few others."""
        begin = int(at * (len(words) - 14))
        return [*words[begin : begin + 14], *self.rng.sample(words, 4)]

    def person(self) -> Person:
        place = self.pick(PLACES)
        org = (
            self.pick(ORGS)
            if self.odd(0.7)
            else f"the {place} {self.pick(['council', 'Zoo', 'Rovers', 'Theatre', 'Chamber of Commerce', 'school district'])}"
        )
        names = self.pick(FIRST), self.pick(LAST)
        return Person(*names, self.pick(ROLES), org, self.pick(TITLES), self.pick(["he", "she"]))

    def adj(self) -> str:
        return self.pick(ADJS) if self.odd(0.8) else f"{self.pick(ADJS)} and {self.pick(ADJS)}"

    def thing(self) -> str:
        noun = f"{self.pick(ADJS)} {self.pick(NOUNS)}" if self.odd(0.5) else self.pick(NOUNS)
        return ("an " if noun[0] in "aeiou" else "a ") + noun

    def some(self, words: Sequence[str], share: float = 0.25) -> str:
        """Return a noun phrase from `words`, sometimes with an adjective or a place."""
        made = self.pick(words)
        if self.odd(share) and made.startswith("the "):
            made = f"the {self.pick(ADJS)} {made[4:]}"
        if self.odd(share / 3):
            made += self.rng.choice(
                [f" in {self.pick(PLACES)}", f" of {self.pick(PLACES)}", f" near {self.pick(PLACES)}"]
            )
        return made

    def deed(self, form: str = "base") -> str:
        return f"{inflect(self.pick(DEEDS), form)} {self.some(self.objects)}"

    def clause(self, deep: bool = True) -> str:
        """Return a statement in the third person, in lower case, without a final mark."""
        s, o, when, p = (
            self.pick(self.subjects),
            self.pick(self.objects),
            self.pick(WHEN),
            self.rng.choice([*self.cast, self.person()]),
        )
        s = p.last if self.odd(0.12) else f"the {self.pick(ADJS)} {s[4:]}" if self.odd(0.15) else s
        many = s.endswith("s") and s != p.last
        was, n = (
            "were" if many else "was",
            self.rng.choice(["two", "about 40", "more than 300", "12", "1,500", "a dozen"]),
        )
        place, number = self.pick(PLACES), self.rng.randint(2, 900)
        made = self.rng.choice([
            f"{s} {self.deed('past')} {when}", f"{s} had {self.deed('pp')}", f"{s} will {self.deed()}", f"{s} {was} {self.adj()}",
            f"{s} could not {self.deed()} without {o}", f"{n} people {self.deed('past')}", f"{o} would cost ${number} million",
            f"there was no sign of {o} {when}", f"nobody {self.deed('past')} {when}", f"{s} may {self.deed()}", f"{o} might be {self.thing()}",
            f"{s} and {self.pick(self.subjects)} {self.deed('past')} {when}", f"{s} {was} {'no longer ' if self.odd(0.5) else ''}{self.adj()} enough",
            f"{s}, which opened in {1100 + number}, {was} {self.adj()}" if s.startswith("the ") else f"{s}, who grew up in {place}, had {self.deed('pp')}",
            f"it took {number} days to {self.deed()}", f"{n} of {number + 1500} {self.pick(['residents', 'parents', 'farmers', 'fans', 'nurses'])} in {place} {self.deed('past')}", f"{s} moved to {place}",
            f"{s} rose {number / 10:.1f} percent" if s.startswith("the ") else f"{s} left {place} at {number % 50 + 2} minutes past nine", f"the rain kept {self.pick(GROUPS)} away",
            f"{s} needed {n} more {self.pick(['weeks', 'points', 'votes', 'beds', 'dollars', 'tests'])}", f"it will be {self.adj()} in {place} {when}",
        ])  # fmt: skip
        if deep and self.odd(0.35):
            made += self.rng.choice(
                [" and ", " because ", ", but ", " after ", " while ", " even if ", ", so "]
            ) + self.clause(False)
        return made

    def speech(self, ask: bool = True) -> tuple[str, str]:
        """Return a spoken sentence without its final mark, and that mark."""
        o, who = (
            self.pick(self.objects),
            self.pick(["us", "the children", "everyone", "this town", "the team", "small firms"]),
        )
        they = "we" if who == "us" else who
        if ask and self.odd(0.12):
            return cap(
                self.rng.choice(
                    [f"why did they {self.deed()}", f"who is going to {self.deed()}", f"how can {o} be {self.adj()}"]
                )
            ), "?"
        if self.odd(0.06):
            return cap(self.rng.choice([f"what {self.thing()}", f"never {self.deed()}", "it’s over", "we did it"])), "!"
        made = self.rng.choice([
            f"we {self.deed('past')} {self.pick(WHEN)}", f"I never thought {self.clause(False)}", f"it’s {self.adj()} for {who}",
            f"all I know is that {self.clause(False)}", f"the {self.pick(ADJS)} thing to do is to {self.deed()}", f"nobody asked {who} about {o}", f"I love {o}",
            f"it doesn’t matter whether {self.clause(False)}", f"when I was {self.rng.randint(6, 40)}, {self.clause(False)}", f"let’s {self.deed()} and see", f"they should {self.deed()}",
            f"this is {self.thing()}, not {self.thing()}", f"thank you for {o}", f"I hope {they} can {self.deed()}", f"there is nothing {self.adj()} about {o}", f"please {self.deed()}",
            f"we’ve got {self.rng.randint(2, 60)} {self.pick(['games', 'days', 'people', 'dollars', 'years'])} left, and {self.clause(False)}", f"you {self.deed('past')}, didn’t you",
            f"{self.pick(['she', 'he'])} would always {self.deed()}", f"it was so {self.adj()} that I cried", f"our job is to {self.deed()}", f"I {self.deed('past')}, I {self.deed('past')}, and I went home",
            f"my {self.pick(['mother', 'brother', 'daughter', 'boss', 'doctor'])} {self.deed('past')}", f"I’m {self.pick(FEEL)} that {self.clause(False)}",
            f"you can’t {self.deed()} and expect {o} to be {self.adj()}", f"we are not going to {self.deed()}", f"I want {who} to {self.deed()}",
            f"that was {self.thing()}", f"there’s {self.thing()} in every story", f"they told {who} to {self.deed()}, and they were {self.adj()}",
            f"if we {self.deed()}, {they} will be {self.adj()}", f"I’ve {self.deed('pp')} {self.pick(WHEN)}", self.clause(), self.clause(),
        ])  # fmt: skip
        return cap((self.pick(LEADS) if self.odd(0.2) else "") + made), "."

    def scrap(self) -> str:
        """Return a few quoted words."""
        return self.rng.choice([self.thing(), self.adj(), f"{self.adj()} and {self.adj()}", f"not {self.pick(ADJS)} enough",
                                f"{self.thing()} for the whole town", f"too {self.pick(ADJS)}", self.deed("ing")])  # fmt: skip

    # Who, and the words of saying
    def new(self) -> Said:
        self.count += 1
        return Said(self.count)

    def who(self, last: bool = False) -> tuple[str, bool]:
        """Return a source's words, and True if plural. `last`: the source ends the clause, so no comma follows."""
        p, end = self.rng.choice(self.cast), "" if last else ","
        kind = self.rng.random()
        if kind < 0.2:
            return self.rng.choice([p.pronoun] * 9 + ["I", "we", "they"]), False
        if kind < 0.34:
            groups = [self.pick(GROUPS), f"{p.name} and {self.person().name}", "the two sisters", f"members of {p.org}"]
            return self.rng.choice([groups[0], *groups]), True
        if kind < 0.42:
            words = self.pick(UNNAMED).format(org=p.org)
            return words.removesuffix(",") if last else words, False
        if kind < 0.47:
            return p.org, False
        mister = "Mr" if p.pronoun == "he" else "Ms"
        return self.rng.choice([p.name, p.last, p.last, p.name, f"{p.name}, {p.role} of {p.org}{end}", f"{p.role} {p.name}", f"{p.title} {p.name}",
            f"{mister} {p.last}", f"{mister}. {p.last}", f"{p.name}, {self.rng.randint(19, 88)}{end}", f"{p.title} {p.last}", p.first, f"the {p.role}",
            f"{p.name}, the {p.role} at {p.org}{end}", f"{p.name} of {p.org}", f"{p.name} ({p.org})", f"{p.name}, who lives nearby{end}",
        ]), False  # fmt: skip

    def verb(self, base: str, plural: bool, who: str = "") -> str:
        many = plural or who in ("I", "we", "they")
        if self.odd(0.8):
            return inflect(base, "base" if self.present and many else "s" if self.present else "past")
        has = "have" if many else "has"
        was = "were" if many and who != "I" else "was"
        return self.rng.choice([f"{has} {inflect(base, 'pp')}", f"had {inflect(base, 'pp')}", f"would {inflect(base, 'base')}", f"later {inflect(base, 'past')}",
                                f"{was} {inflect(base, 'ing')}", f"also {inflect(base, 'past')}"])  # fmt: skip

    def quoting(self, plural: bool, who: str) -> str:
        """Return a cue that follows its source and introduces a direct quotation."""
        kind = self.rng.random()
        if kind < 0.3:
            return (
                "say" if self.present and (plural or who in ("I", "we", "they")) else "says" if self.present else "said"
            )
        if kind < 0.42 and not plural and who not in ("I", "we", "they"):
            return self.pick(FIXED)
        return self.verb(self.rng.choice(QUOTE + THAT), plural, who)

    def tail(self) -> str:
        """Return words that may follow a cue without being part of it."""
        return (
            self.rng.choice(
                [" on Tuesday", " this week", " after the game", " at the hearing", " with a smile", " outside court"]
            )
            if self.odd(0.25)
            else ""
        )

    def quoted(self, a: Said, words: str, end: str) -> str:
        """Return `words` in quotation marks, with `end` inside or outside by the publisher's style."""
        inner = f"⟪{words}{end}⟫" if self.inside or end in "?!" else f"⟪{words}⟫"
        return a.content(inner) + ("" if self.inside or end in "?!" else end)

    def bare(self, a: Said, words: str, end: str) -> str:
        """Return `words` without quotation marks; a final period is not part of them."""
        return a.content(words) + end if end == "." else a.content(words + end)

    def spoken(self, many: int = 2) -> tuple[str, str]:
        """Return one or more sentences and the last one's final mark; sometimes with a quotation inside."""
        found = [self.speech() for _ in range(self.rng.randint(1, many))]
        text = " ".join(s + e for s, e in found)[: -len(found[-1][1])]
        if self.odd(0.12):
            text = f"{self.pick(['She told me', 'People say', 'My father would say', 'They keep saying'])}, ⟨{text}.⟩ {self.speech(False)[0]}"
            return text, "."
        return text, found[-1][1]

    # Forms with an attribution
    def direct(self) -> str:
        """Content, source and cue in any order, all content in quotation marks."""
        a, (who, plural), (text, end) = self.new(), self.who(), self.spoken()
        comma = "," if end == "." else end
        pick, tail = self.rng.random(), self.tail()
        if pick < 0.3:
            return f"{self.quoted(a, text, comma)} {a.source(who)} {a.cue(self.quoting(plural, who))}{tail}."
        if pick < 0.55:
            who, plural = self.who(last=True) if not tail else (who, plural)
            if who in ("I", "we", "they", "he", "she"):
                who = self.rng.choice(self.cast).name
            cue = (
                self.verb(self.rng.choice(QUOTE + THAT), plural)
                if self.odd(0.5)
                else "says"
                if self.present and not plural
                else "said"
            )
            return f"{self.quoted(a, text, comma)} {a.cue(cue)} {a.source(who)}{tail}."
        if pick < 0.75:
            cue, colon = self.quoting(plural, who), self.odd(0.4)
            lead = f"{cap(a.source(who))} {a.cue(cue + ':' if colon and not tail else cue)}{tail}{'' if colon and not tail else ':' if colon else ','}"
            return f"{lead} {self.quoted(a, text, end)}"
        if pick < 0.85:
            person = self.rng.choice(self.cast)
            who = self.rng.choice([person.last, person.name, cap(person.pronoun), f"The {person.role}"])
            return f"{a.source(who)} {a.cue(self.pick(GESTURE) + (':' if (colon := self.odd(0.4)) else ''))}{'' if colon else '.'} {self.quoted(a, text, end)}"
        person = self.rng.choice(self.cast)
        return self.rng.choice([
            f"{a.cue(self.pick(['Said', 'Says', 'Added', 'Replied', 'Wrote', 'Quipped']))} {a.source(person.name)}: {self.quoted(a, text, end)}",
            f"{a.source(person.last + '’s')} {a.cue(self.pick(NOUN_CUES) + ':')} {self.quoted(a, text, end)}",
            f"{a.cue('In the words of')} {a.source(person.name)}, {self.quoted(a, text, end)}",
            f"As {a.source(person.name)} {a.cue(self.pick(['puts it', 'put it', 'once said', 'tells it']) + ':')} {self.quoted(a, text, end)}",
            f"Asked about it, {a.source(person.pronoun)} {a.cue('said')}: {self.quoted(a, text, end)}",
        ])  # fmt: skip

    def cut(self) -> str:
        """A quotation that the cue interrupts between or within sentences: one attribution."""
        a, (who, plural), (text, end), (more, stop) = self.new(), self.who(), self.speech(), self.speech()
        cue = self.quoting(plural, who)
        said = (
            f"{a.source(who)} {a.cue(cue)}"
            if self.odd(0.6) or who in ("I", "we", "they", "he", "she") or " " in cue
            else f"{a.cue(cue)} {a.source(who.rstrip(','))}"
        )
        if self.odd(0.4):
            join = self.rng.choice(["and ", "but ", "because ", "which means "])
            rest = join + self.clause(False)
            return f"{self.quoted(a, self.speech(False)[0], ',')} {said}, {self.quoted(a, rest, '.')}"
        return f"{self.quoted(a, text, ',' if end == '.' else end)} {said}{self.tail()}. {self.quoted(a, more, stop)}"

    def long(self) -> str:
        """A quotation over several paragraphs, each with an opening mark, the last with a closing one."""
        a, (who, plural) = self.new(), self.who()
        paragraphs = [
            ". ".join(self.speech(False)[0] for _ in range(self.rng.randint(1, 3))) + "."
            for _ in range(self.rng.randint(2, 3))
        ]
        cue = f"{cap(a.source(who))} {a.cue(self.quoting(plural, who) + ':')}"
        first = f"{cue} {a.content('⟪' + paragraphs[0])}"
        if self.odd(0.5):
            first = f"{self.quoted(a, self.speech(False)[0], ',')} {a.source(who)} {a.cue('said')}. {a.content('⟪' + paragraphs[0])}"
        return "\n\n".join(
            [first, *(a.content("⟪" + p) for p in paragraphs[1:-1]), a.content("⟪" + paragraphs[-1] + "⟫")]
        )

    def mixed(self) -> str:
        """A content partly in quotation marks."""
        a, (who, plural), marked = self.new(), self.who(), f"⟪{self.scrap()}⟫"
        s = cap(a.source(who))
        that, tail = self.rng.choice(["that ", ""]), self.tail()
        if self.inside and self.odd(0.9) and not tail:
            marked, stop = marked[:-1] + ".⟫", ""
        else:
            stop = "."
        if self.odd(0.35):
            verb, link = self.pick(CALLS), " "
            if verb.endswith("+"):
                verb, link = verb[:-1], " as "
            return f"{s} {a.cue(self.verb(verb, plural, who))} {a.content(self.pick(self.objects) + link + marked)}{tail}{stop}"
        subject = self.pick(self.subjects)
        was = "were" if subject.endswith("s") else "was"
        return f"{s} {a.cue(self.verb(self.pick(THAT), plural, who))} {a.content(f'{that}{subject} {was} {marked}')}{tail}{stop}"

    def indirect(self) -> str:
        """A content without quotation marks."""
        a, (who, plural), clause = self.new(), self.who(), self.clause()
        if self.odd(0.4):
            return f"{cap(a.source(who))} {a.cue(self.verb(self.pick(THAT), plural, who))} {a.content(self.rng.choice(['that ', '']) + clause)}."
        s, cue = a.source(who), a.cue(self.verb(self.pick(THAT), plural, who))
        person = self.rng.choice(self.cast)
        to = ("to " if self.odd(0.5) else "not to ") + self.deed()
        given = self.who(last=True)[0]
        given = person.name if given in ("I", "we", "they", "he", "she") else given
        return self.rng.choice([
            f"{cap(s)} {cue}{self.tail()} {a.content('that ' + clause)}.", f"{cap(s)} {cue} {a.content(clause)}.", f"{cap(a.content(clause))}, {s} {cue}.",
            f"{cap(a.content(clause))}, {a.cue('according to')} {a.source(given)}.", f"{a.cue('According to')} {a.source(given)}, {a.content(clause)}.",
            f"{cap(s)} {a.cue(self.verb(self.pick(URGES), plural, who))} {a.content(self.pick(GROUPS) + ' ' + to)}.",
            f"{a.cue('The way')} {a.source(person.last)} {a.cue('sees it')}, {a.content(clause)}.", f"As {a.source(person.name)} {a.cue('tells it')}, {a.content(clause)}.",
            f"{a.cue('In')} {a.source(person.last + '’s')} {a.cue(self.pick(['view', 'opinion', 'telling']))}, {a.content(clause)}.",
            f"{cap(a.content(clause))}, {a.cue('in the opinion of')} {a.source(person.name)}.", f"It {a.cue('is said')} {a.content('that ' + clause)}.",
            f"{cap(s)} {a.cue(self.verb(self.pick(['ask', 'wonder', 'explain']), plural, who))} {a.content(self.pick(['why ', 'whether ', 'how ']) + clause)}.",
            f"Later, speaking to {self.pick(GROUPS)}, {s} {cue} {a.content('that ' + clause)}.", f"{cap(a.content(clause))}, {a.cue(self.pick(['says', 'said', 'admits']))} {a.source(given)}.",
            f"{cap(s)} {self.deed('past')}, {a.cue(inflect(self.pick(THAT), 'ing'))} {a.content('that ' + clause)}.",
        ])  # fmt: skip

    def label(self) -> str:
        """Name, colon or dash, words; or the words first, with the name after a dash."""
        a, p, (text, end) = self.new(), self.rng.choice(self.cast), self.spoken(3)
        role = self.rng.choice(
            [p.name, p.name, p.last, f"{p.name}, {p.role}", f"{p.name} ({p.org})", p.last.upper(), p.name.upper()]
        )
        return self.rng.choice([
            f"{a.source(role)}{a.cue(':')} {self.quoted(a, text, end)}", f"{a.source(role)}{a.cue(':')} {self.bare(a, text, end)}",
            f"{a.source(role)} {a.cue(self.pick(['—', '–', '--']))} {self.quoted(a, text, end)}",
            f"{self.quoted(a, text, end)} {a.cue(self.pick(['—', '–', '--', '―']))} {a.source(role)}",
            f"{self.pick(['—', '–', '―'])} {a.content(text + ('' if end == '.' else end))}{',' if end == '.' else ''} {a.cue(self.pick(['said', 'says', 'asked', 'sighed']))} {a.source(p.name)}.",
            f"{self.quoted(a, text, end)}\n{a.cue(self.pick(['—', '– ', '―']).strip())} {a.source(role)}",
        ])  # fmt: skip

    def tweet(self) -> str:
        """A post with its line of name, handle and date."""
        a, p, (text, end) = self.new(), self.rng.choice(self.cast), self.spoken(2)
        handle = (
            "@"
            + re.sub("[^a-z]", "", self.rng.choice([p.first, p.last, p.first + p.last]).lower())
            + self.rng.choice(["", "_", "7", "HQ", "fc"])
        )
        day = f"{self.pick(['January', 'March', 'June', 'October'])} {self.rng.randint(1, 30)}, {self.rng.randint(2009, 2024)}"
        body = (
            text
            + end
            + self.rng.choice(
                [
                    "",
                    "",
                    " #" + re.sub("[^A-Za-z]", "", self.pick(PLACES)),
                    " pic.twitter.com/" + "".join(self.rng.choices("abcXYZ019", k=8)),
                    " 👏",
                ]
            )
        )
        body = body.lower() if self.odd(0.3) else body.upper() if self.odd(0.1) else body
        body, stop = (body[:-1], ".") if body[-1] == "." else (body, "")
        return self.rng.choice([
            f"{a.content(body)}{stop}{self.rng.choice([' ', chr(10), chr(10) * 2])}{a.cue('—')} {a.source(f'{p.name} ({handle})')} {day}",
            f"{a.source(f'{p.name} ({handle})')}{a.cue(':')} {a.content(body)}{stop}", f"{a.source(handle)} {a.cue(self.pick(['tweeted:', 'wrote:', 'replied:', 'posted:']))} {a.content(body)}{stop}",
        ])  # fmt: skip

    def headline(self) -> str:
        """A title that quotes, without a final mark."""
        a, p, clause = self.new(), self.rng.choice(self.cast), cap(self.clause(False))
        who = self.rng.choice([p.last, p.name, cap(self.pick(GROUPS)), cap(p.role)])
        cue = self.rng.choice(["says", "warns", "claims", "admits", "vows", "insists"])
        cue = cue[:-1] if who[-1] == "s" and who not in (p.last, p.name) else cue
        text = self.rng.choice([
            f"{a.source(who)}{a.cue(':')} {a.content(clause)}", f"{a.source(who)}{a.cue(':')} {a.content(f'⟨{clause}⟩')}", f"{a.content(f'⟨{clause}⟩')}, {a.cue(cue)} {a.source(who)}",
            f"{a.content(clause)}, {a.cue(cue)} {a.source(who)}", f"{a.source(who)} {a.cue(cue)} {a.content(clause[0].lower() + clause[1:])}",
            f"{a.content(f'⟨{clause}⟩')}{a.cue(':')} {a.source(who)}", f"{a.content(clause)} {a.cue('–')} {a.source(who)}",
        ])  # fmt: skip
        return text + ("." if self.odd(0.2) else "")

    # Forms without an attribution
    def plain(self) -> str:
        return " ".join(cap(self.clause()) + "." for _ in range(self.rng.randint(1, 3)))

    def negative(self) -> str:
        """Quotation marks and dashes that are not speech."""
        p, q, work, scrap = self.rng.choice(self.cast), self.person(), self.pick(WORKS), self.pick(NOUNS)
        s, o, n = self.pick(self.subjects), self.pick(self.objects), self.rng.randint(2, 90)
        stop, comma = (".⟫", ",⟫") if self.inside else ("⟫.", "⟫,")
        return self.rng.choice([
            f"{cap(s)} became a so-called ⟪{scrap}⟫ of {self.pick(PLACES)}.", f"The ⟪{scrap}⟫ {self.deed('past')} {self.pick(WHEN)}.", f"{p.first} ⟪{self.pick(NICKS)}⟫ {p.last} {self.deed('past')}.",
            f"{p.name}’s first novel, ⟪{work}{comma} sold {n},000 copies.", f"{q.name} plays a {p.role} in ⟪{work}{stop}", f"{p.name} stands 6'{n % 12}\" tall and weighs {n + 100} pounds.",
            f"The band opened with ⟪{work}⟫ and closed with ⟪{self.pick(WORKS)}{stop}", f"A {n}-inch (12\") pipe burst under {o}, 5' below the street.", f"{cap(s)} had a ⟪{self.pick(ADJS)}⟫ side, like ⟪{work}{stop}",
            f"The word ⟪{self.pick(ADJS)}⟫ appears {n} times in the file.", f"{cap(s)} — and {o} — {inflect(self.pick(DEEDS), 'past')} nothing.", f"{p.name} signed ⟪{self.clause()}.",
            f"{cap(s)} sells ⟪{self.pick(ADJS)}⟫ bread and ⟪{self.pick(ADJS)}⟫ milk.", f"{p.name} spoke for {n} minutes and {self.deed('past')}.", f"A painting called ⟪{work}⟫ hung by {o}.",
            f"In ⟪{work}{comma} {self.clause()}.", f"The rock ’n’ roll of the ’{n % 9 + 1}0s filled {self.pick(PLACES)}.", f"Three things were missing: {o}, {self.pick(self.objects)} and {self.pick(self.objects)}.",
            f"{q.first} (⟪{self.pick(NICKS)}⟫ to friends) {self.deed('past')}.", f"The ⟨{self.pick(ADJS)} {scrap}⟩ of {1900 + n} is long gone.", f"The score stood at {n}:{n + 7} when {self.clause(False)}.",
        ])  # fmt: skip

    def heading(self) -> str:
        """A separate line that is not speech: label, caption, byline, heading, score."""
        p, q, n = self.rng.choice(self.cast), self.person(), self.rng.randint(2, 90)
        return self.rng.choice([
            f"{self.pick(TOPICS)}: {self.pick(['rain', 'sun', 'delays', 'sold out', 'see page 4', 'closed on Monday', 'what to know'])}", f"{self.pick(['Where', 'When', 'Tickets', 'Address'])}: {self.pick(PLACES)}, {n} {self.pick(LAST)} Street",
            f"Photo: {q.name}/{cap(p.org)}", f"{p.name}, left, and {q.name} at {self.pick(PLACES)} {self.pick(WHEN)}.", f"Results: {p.last} 3, {q.last} 1; {cap(p.org)} {n}, Rovers 0.", f"By {q.name}", f"READ MORE: {self.pick(WORKS)}",
            cap(self.pick(self.objects)), f"{p.name}: born {1930 + n}, {self.pick(PLACES)}; {p.role}.", f"— {q.name} contributed to this report", f"{p.name}: {self.rng.randint(5, 30)} points, {n % 9} assists", f"⟪{self.pick(WORKS)}⟫: {n % 5 + 1} stars",
            f"Director: {q.name}", f"Chapter {n}: {self.pick(WORKS)}", f"{self.pick(PLACES)} – {self.clause(False)}.", f"{n}. {cap(self.pick(NOUNS))}", f"{cap(self.pick(self.subjects))}: {cap(self.pick(WORKS))}",
        ])  # fmt: skip

    # Whole articles
    def news(self) -> list[str]:
        runs: list[Callable[[], str]] = (
            [self.direct] * 7
            + [self.cut] * 3
            + [self.mixed] * 4
            + [self.indirect] * 6
            + [self.plain] * 6
            + [self.negative] * 2
        )
        blocks: list[Callable[[], str]] = [self.long, self.label, self.tweet, self.heading]
        text = [self.headline() if self.odd(0.5) else cap(self.clause(False))]
        for _ in range(self.rng.randint(5, 13)):
            alone = self.odd(0.22)
            text.append(
                self.rng.choice(blocks)()
                if alone
                else " ".join(f() for f in self.rng.choices(runs, k=self.rng.choice([1, 1, 2, 3])))
            )
        return text

    def interview(self) -> list[str]:
        """Questions and answers: Q/A, names, or unmarked questions."""
        p = self.rng.choice(self.cast)
        asks, answers = self.rng.choice(
            [
                ("Q", "A"),
                ("Q", "A"),
                ("", p.last),
                ("", p.first),
                ("Question", "Answer"),
                (self.pick(LAST), p.last),
                (cap(self.pick(ORGS)), p.name),
            ]
        )
        sep = self.rng.choice([":", ":", "."]) if asks == "Q" else ":"
        text = [
            self.headline(),
            f"{p.name}, {p.role} of {p.org}, sat down with us {self.pick(['last week', 'on Monday', 'in May'])}. {self.plain()}",
        ]
        for _ in range(self.rng.randint(3, 7)):
            ask = self.rng.choice(
                [
                    f"Why did {self.pick(self.subjects)} {self.deed()}?",
                    f"What is it like to {self.deed()}?",
                    f"Did you {self.deed()}?",
                ]
            )
            said, (words, end) = self.new(), self.spoken(4)
            asked = self.new()
            text += [
                f"{asked.source(asks)}{asked.cue(sep)} {asked.content(ask)}" if asks else ask,
                f"{said.source(answers)}{said.cue(sep)} {self.bare(said, words, end)}",
            ]
        return text

    def transcript(self) -> list[str]:
        names = [self.rng.choice([p.last.upper(), f"{p.name.upper()}, {p.role.upper()}"]) for p in self.cast]
        text = [cap(self.plain())] if self.odd(0.5) else []
        for _ in range(self.rng.randint(5, 12)):
            a, (words, end) = self.new(), self.spoken(4)
            text.append(f"{a.source(self.rng.choice(names))}{a.cue(':')} {self.bare(a, words, end)}")
            if self.odd(0.1):
                text.append(
                    self.pick(["(CROSSTALK)", "(LAUGHTER)", "(END VIDEO CLIP)", "[Applause]", "(COMMERCIAL BREAK)"])
                )
        return text

    def letters(self) -> list[str]:
        """Letters to the editor: the signature is the source."""
        text = [self.pick(["Letters to the editor", "Your letters", "Readers write", "Comments"])]
        for _ in range(self.rng.randint(1, 4)):
            a, p = self.new(), self.person()
            body = [self.bare(a, *self.spoken(4)) for _ in range(self.rng.randint(1, 2))]
            sign = a.source(f"{p.name}, {self.pick(PLACES)}" if self.odd(0.6) else p.name)
            close = f"{a.cue(self.pick(['Sincerely,', 'Yours faithfully,', 'Best wishes,', 'With thanks,', 'Signed,']))}\n{sign}"
            text += [
                *(["Dear Editor,"] if self.odd(0.4) else []),
                *body,
                self.rng.choice([close, f"{a.cue('—')} {sign}"]),
            ]
        return text

    def release(self) -> list[str]:
        """A press release: long titles after the cue."""
        p, q = self.cast[0], self.cast[1]
        place = self.pick(PLACES)
        text = [
            cap(f"{p.org} to {self.deed()}"),
            f"{place.upper()}, {self.pick(['May 3', 'Oct. 12', 'June 30'])} /Newswire/ -- {cap(p.org)} today {self.deed('past')}. {self.plain()}",
        ]
        for who in (p, q):
            a, (words, end), (more, stop) = self.new(), self.spoken(), self.speech()
            said = f"{a.cue(self.pick(['said', 'said', 'commented', 'stated', 'added', 'explained']))} {a.source(f'{who.name}, {who.role} of {who.org}')}"
            text += [
                f"{self.quoted(a, words, ',' if end == '.' else end)} {said}. {self.quoted(a, more, stop)}",
                self.plain(),
            ]
        return [*text, f"About {p.org}", self.plain(), f"Contact: {q.name}, {q.first.lower()}@example.com"]

    def article(self) -> str:
        kinds = [(60, self.news), (9, self.interview), (7, self.transcript), (6, self.letters), (7, self.release)]
        kind = self.rng.choices([f for _, f in kinds], [w for w, _ in kinds])[0]
        text = "\n\n".join(kind())
        text = text.upper() if (case := self.rng.random()) < 0.03 else text.lower() if case < 0.06 else text
        if self.odd(0.9 if self.marks[1] in "''\"" else 0.06):
            text = text.replace("’", "'")
        return text.translate({ord(m): mark for m, mark in zip("⟪⟫⟨⟩", self.marks, strict=True)})


def spans(marked: str) -> tuple[str, list[dict[str, list[list[int]]]]]:
    """Return plain text and attributions of a text with markup. Raises ValueError for overlapping tags or an empty span."""
    text, begun = "", None
    found: dict[str, dict[str, list[list[int]]]] = {}
    for part in MARKUP.split(marked):
        if part.startswith(OPEN):
            if begun:
                raise ValueError(f"a span begins inside another: {text[-80:]!r}")
            begun = KINDS[part[1]], part[2], len(text)
        elif part == CLOSE and begun:
            kind, number, at = begun
            if not text[at:].strip() or text[at:] != text[at:].strip():
                raise ValueError(f"a {kind} is empty or begins or ends with space: {text[-80:]!r}")
            found.setdefault(number, {k: [] for k in ("source", "cue", "content")})[kind].append([at, len(text)])
            begun = None
        else:
            text += part
    return text, list(found.values())


def check(row: dict[str, Any]) -> None:
    """Raise ValueError unless spans are within the text and do not overlap, and each attribution has a cue and content."""
    taken = sorted(tuple(s) for a in row["attributions"] for k in a for s in a[k])
    inside = all(0 <= b < e <= len(row["text"]) for b, e in taken)
    apart = all(one[1] <= two[0] for one, two in pairwise(taken))
    if not (inside and apart and all(a["cue"] and a["content"] for a in row["attributions"])):
        raise ValueError(f"{row['id']}: spans outside the text, over each other, or missing")


def articles(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Return `count` invented articles, the same for the same seed, each checked."""
    for n in range(count):
        text, attributions = spans(Writer(random.Random(f"{seed}/{n}")).article())
        row = {"id": f"forms_{seed}_{n}", "text": text, "attributions": attributions}
        check(row)
        yield row


if __name__ == "__main__":
    for made in articles(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print(json.dumps(made, ensure_ascii=False))
