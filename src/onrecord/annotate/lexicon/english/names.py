"""Words of names: titles, given names, organisations, places, peoples; and words that only look like names.

The given names are frequent ones of the English-language press, chosen by us. They serve to tell a person from a place
and to keep `he` from referring to a Mary; a name in neither list is compatible with any pronoun.
"""

from __future__ import annotations

from onrecord.annotate.lexicon.english.outlets import NEWSPAPERS
from onrecord.annotate.lexicon.word_list import words
from onrecord.dates.calendar_names import MONTH_ABBREVIATIONS, MONTH_NAMES, WEEKDAY_NAMES

TITLES = words(
    """
    mr mrs ms miss dr prof professor sen senator gov governor rep representative congressman congresswoman
    president mayor judge justice sheriff chief officer detective sgt sergeant lt lieutenant col colonel gen
    general maj major capt captain adm admiral rev reverend fr father sister pope bishop archbishop cardinal
    rabbi imam sir dame lord lady prince princess king queen secretary minister chancellor ambassador attorney
    director chairman chairwoman chair speaker leader spokesman spokeswoman spokesperson commissioner councilman
    councilwoman councillor alderman deputy lawyer coach manager principal superintendent analyst economist
    pollster strategist actor actress singer author former ex vice prime presidential candidate nominee hopeful
    republican democrat democratic independent del sens reps govs senators representatives governors presidents
    officers messrs supt supervisor ceo editor reporter
    host anchor moderator rival activist widow journalist hon acting interim incoming
    """
)
"""Titles and roles before a name."""

MALE = words("mr congressman chairman spokesman councilman father sir lord prince king actor fr")
"""Titles of men."""

FEMALE = words("mrs ms miss congresswoman chairwoman spokeswoman councilwoman sister dame lady princess queen actress")
"""Titles of women."""

ORGANISATIONS = (
    words(
        """
    university college school department ministry committee commission council court senate house congress
    parliament party inc corp corporation company co ltd llc group bank fund foundation institute institution
    center centre agency bureau office administration association society union federation league club church
    hospital police press magazine network radio
    television campaign coalition alliance network board authority service services force army navy nations
    organization organisation project partners industries systems technologies media research airlines motors
    energy coal steel oil gas holdings ventures electric industries foods pharmaceuticals insurance capital
    museum library trust team pac appeals caucus assembly conference convention chamber guild
    """
    )
    | NEWSPAPERS
)
"""Words that make a name an organisation's."""

PLACES = words(
    """
    america american states kingdom york korea zealand jersey hampshire mexico carolina dakota virginia africa
    angeles francisco diego vegas orleans city county street avenue road river lake mountain island islands
    beach valley park mall hall ukraine canada spain italy poland turkey egypt japan india pakistan afghanistan
    australia brazil cuba sweden norway ireland scotland greece boston chicago detroit houston dallas
    philadelphia denver miami atlanta seattle pennsylvania wisconsin michigan iowa nevada arizona georgia
    colorado utah indiana illinois minnesota square north south east west washington europe asia china russia
    iran iraq israel syria germany france britain england london paris moscow texas florida ohio california act
    day bill amendment war street deal hill capitol
    """
)
"""Words that make a name a place's, a law's or an event's."""

_HOLIDAYS = words("christmas easter thanksgiving")
CALENDAR = _HOLIDAYS | {*WEEKDAY_NAMES, *MONTH_NAMES, *MONTH_ABBREVIATIONS} - {"may"}
"""Days, months and holidays that are not names; `may` is a verb more often."""

PARTICLES = words("de da del della di du van von der den bin ibn al el la le ter ten dos das y")
"""Small words inside a name: `Jane van Doren`."""

HE = words(
    """
    aaron adam adrian ahmed alan albert alex alexander alfred ali andre andrew anthony antonio arthur barack
    barry ben benjamin bernard bernie bill bob brad brandon brendan brent brett brian bruce bryan carl carlos
    chad charles charlie chris christian christopher chuck clarence colin corey craig curtis dale damon dan
    daniel darren dave david dean dennis derek dick don donald doug douglas dwight earl ed eddie edgar edward
    edwin elliot eric erik ernest ethan eugene evan felix fernando francis francisco frank fred frederick
    gabriel gary gavin gene george gerald gilbert glenn gordon graham grant greg gregory guy harold harry harvey
    hassan henry herbert howard hugh ian isaac ivan jack jacob jaime jake james jared jason jay jeff jeffrey
    jeremy jerome jerry jesse jim jimmy joe joel john johnny jonathan jorge jose joseph josh joshua juan julian
    justin karl keith ken kenneth kevin kurt kyle lance larry lawrence lee leo leon leonard leroy lester lewis
    liam lloyd louis lucas luis luke luther malcolm manuel marc marco marcus mario mark marshall martin marvin
    matt matthew maurice max melvin michael miguel mike milton mitch mitt mohamed mohammed morgan nate nathan
    neil newt nicholas nick noah norman oliver omar oscar owen patrick paul pedro perry pete peter phil philip
    phillip rafael ralph ramon randall randy ray raymond reince ricardo richard rick rob robert roberto rodney
    roger roland ron ronald rory ross roy rudy russell ryan salvador sam samuel scott sean sergio seth shane
    shawn sidney simon spencer stanley stephen steve steven stuart ted terry theodore thomas tim timothy toby
    todd tom tommy tony travis trevor troy tyler vernon victor vincent vladimir wade wallace walter warren wayne
    wesley will willard william winston xavier zachary
    """
)
"""Given names of men."""

SHE = words(
    """
    abigail adriana agnes alexandra alice alicia alison allison alyssa amanda amber amelia amy ana andrea angela
    angelica anita ann anna anne annette annie april ariana ashley audrey barbara beatrice becky bernice beth
    betty beverly bonnie brenda brittany bridget brooke camille carla carly carmen carol caroline carolyn carrie
    catherine cathy cecilia charlotte chelsea cheryl chloe chrissy christina christine cindy claire clara
    claudia colleen connie courtney crystal cynthia daisy dana danielle dawn debbie deborah debra denise diana
    diane dolores donna doris dorothy edith edna eileen elaine eleanor elena elizabeth ella ellen emily emma
    erica erin esther eva evelyn faith fatima florence frances gabriela gail gina gladys glenda gloria grace
    greta gwen hannah heather heidi helen hillary holly hope ida irene isabel ivanka jackie jacqueline jamie
    jane janet janice jasmine jean jeanne jenna jennifer jenny jessica jill joan joanna jodi josephine joy joyce
    juanita judith judy julia julie june kara karen kate katherine kathleen kathryn kathy katie kayla kelly
    kendra kim kimberly kristen kristin kristina laura lauren laurie leah lena leslie lillian linda lindsay lisa
    loretta lori lorraine louise lucia lucille lucy lydia lynn mabel madeline marcia margaret maria marie
    marilyn marion marjorie marlene marsha martha mary maureen megan melania melanie melissa mercedes meredith
    michelle mildred miriam molly monica myra nadia nancy naomi natalie natasha nicole nina nora norma olga
    olivia pamela patricia paula pauline peggy penny phyllis priscilla rachel rebecca regina renee rhonda rita
    roberta robin rosa rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah shannon sharon
    sheila shelley sherry shirley silvia sofia sonia sonya sophia stacey stacy stella stephanie sue susan
    suzanne sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy tulsi ursula valerie vanessa vera
    veronica victoria violet viola vivian wanda wendy whitney yolanda yvette yvonne zoe
    """
)
"""Given names of women."""

COMMON = words(
    """
    the a an in on at of for to from by with as if when while after before but and or so yet because since
    although though that this these those there here he she it they we i you his her its their our your my who
    what where why how which some many most all both no not one two three four five six seven eight nine ten
    also even still just only then now once never yes well according about despite during under over between
    among last next first second meanwhile however instead earlier later today yesterday tomorrow another other
    said says neither either fellow such each every any more much unlike including asked was is are were did do does has
    have had will would can
    could should may might let more like
    """
)
"""Words that are capitalised only because a sentence begins with them."""

PEOPLES = words(
    """
    democrats republicans europeans americans mexicans canadians russians chinese germans britons britons israelis
    palestinians ukrainians conservatives liberals conservative liberal christians muslims jews catholics protestants
    """
)
"""Peoples, parties and believers: groups, though capitalised."""

EITHER = words(
    """
    terry kelly morgan jamie leslie shannon kim tracy dana robin ashley casey taylor jordan jean stacy jackie kerry
    courtney lindsay quinn riley avery cameron parker
    """
)
"""Given names of men and women alike: they say nothing about the pronoun."""
