"""Nicknames: English short forms of given names, our own choice. The names of one line are forms of each other."""

from __future__ import annotations

_GROUPS = """
abigail abby abbie gail
abraham abe
albert al bert
alexander alex alec sandy sasha xander
alexandra alex sandra sandy alexa lexi sasha
alfred al alf fred freddie
alison allison ally allie
amanda mandy
andrew andy drew
angela angie
ann anne anna annie
anthony antony tony
antonio tony toni
arthur art artie
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benny benji
bernard bernie barney
bradley brad
calvin cal
cameron cam
carol caroline carolyn carrie
catherine katherine kathryn katharine cathy kathy kate katie kitty kat cate
charles charlie chuck chas
charlotte lottie charlie
christine christina chris chrissy tina kristin kristine
christopher chris kit topher
clifford cliff
clinton clint
constance connie
curtis curt
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah debra deb debbie
dennis denny
dominic dominick dom nick
donald don donnie
dorothy dot dottie dolly
douglas doug
edgar ed eddie
edmund ed eddie ned
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora
elijah eli
elizabeth liz lizzie beth betty betsy eliza lisa libby bess lizbeth elisabeth
ellen nell ellie
emily em emmy
ernest ernie
eugene gene
evelyn eve evie
florence flo florrie
frances fran franny frankie
francis frank frankie
francisco frank paco pancho cisco
franklin frank
frederick fred freddie freddy fredric
gabriel gabe
geoffrey jeffrey jeff geoff
george georgie
gerald gerry jerry
gerard gerry jerry
gilbert gil bert
gordon gordie
grace gracie
gregory greg gregg
gwendolyn gwen
harold hal harry
harriet hattie
harrison harry
henry hank harry hal
herbert herb bert
howard howie
hubert bert
ignatius iggy
isaac ike
isabel isabella isabelle bella izzy
jackson jack
jacob jake
jacqueline jackie
james jim jimmy jamie jim jem
janet jan
jason jay
jean jeannie
jennifer jen jenny jenna
jeremiah jerry
jeremy jerry
jerome jerry
jessica jess jessie
jesse jess
joan joanie
joanna joanne jo
john jack johnny jon
jonathan jon johnny
jose pepe
joseph joe joey jo
josephine jo josie
joshua josh
judith judy
julia julie jules
kenneth ken kenny
kimberly kim kimberley
kristen kris kristin
laura laurie
laurence lawrence larry laurie
leonard len lenny leo
leopold leo
leslie les
lillian lily lil
louis lou louie lewis
louise lou
lucille lucy lucinda
madeline maddie madeleine
malcolm mal
manuel manny
marcus marc mark
margaret maggie meg peggy marge margie greta rita peg
marjorie marge margie
martha marty patty
martin marty
mary molly polly mamie may
matthew matt
maurice morris mo
maxwell max
maximilian max
megan meg
melissa missy mel lissa
melvin mel
michael mike mick mickey mikey
michelle shelly
mildred millie
miriam mimi
mitchell mitch
mohamed mohammed muhammad mohammad mo
nancy nan
natalie nat natasha
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nicolas
norman norm
oliver ollie
olivia liv
oscar ozzie
pamela pam
patricia pat patty tricia trish patti
patrick pat paddy
paulina paula polly
percival percy
peter pete
philip phillip phil
priscilla cilla
rachel rae
randall randy randolph
raphael rafael rafe
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich richie ricky
robert bob rob bobby robbie bert
roberta bobbie
roderick rod rick
rodney rod
roger rodge
roland rollie
ronald ron ronnie
rosemary rose rosie
rudolph rudy rudolf
russell russ rusty
samantha sam
samuel sam sammy
sarah sara sally sadie
shannon shan
sidney sydney sid syd
solomon sol
stanley stan
stephanie steph
stephen steven steve
stewart stuart stu stew
susan susie sue suzanne susanna
sylvester sly
tabitha tabby
terence terrence terry
teresa theresa terry tess tessa
thaddeus thad tad
theodore ted teddy theo
theodora thea dora teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
vivian viv
wallace wally
walter walt wally
wilfred wilf fred
wilhelmina mina minnie willa
william bill will billy willie liam wil
winifred winnie
winston win
zachary zach zack zak
"""
_OF: dict[str, set[int]] = {}
for _number, _line in enumerate(_GROUPS.split("\n")):
    for _name in _line.split():
        _OF.setdefault(_name, set()).add(_number)


def alike(one: str, other: str) -> bool:
    """True if two given names, in lower case, may be one person's: equal, or forms of one name."""
    return one == other or not _OF.get(one, set()).isdisjoint(_OF.get(other, ()))
