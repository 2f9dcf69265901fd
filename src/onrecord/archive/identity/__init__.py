"""Who is one person in many articles?

Takes the speakers that articles name (`appearances`), and for each the people known who share a key (`keys`) with it;
`choose` says which of them it is, or that it is someone new, and why. Pure: the archive keeps the profiles.
"""

from onrecord.archive.identity.appearance import Appearance, appearances
from onrecord.archive.identity.decision import Choice, choose
from onrecord.archive.identity.names import keys, slug
from onrecord.archive.identity.profile import Profile, company_key

__all__ = ["Appearance", "Choice", "Profile", "appearances", "choose", "company_key", "keys", "slug"]
