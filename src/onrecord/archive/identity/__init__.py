"""Who is one person in many articles?

`appearances` lists the named speakers of an article. For each, the archive looks up the known people who share a
blocking key (`keys`), and `choose` decides which of them it is, or that it is a new person, and gives the reason. Plain
values in and out: the archive keeps the profiles.
"""

from onrecord.archive.identity.appearance import Appearance, appearances
from onrecord.archive.identity.decision import Choice, choose
from onrecord.archive.identity.names import keys, slug
from onrecord.archive.identity.profile import Profile, company_key

__all__ = ["Appearance", "Choice", "Profile", "appearances", "choose", "company_key", "keys", "slug"]
