"""The gold annotation of an article: its line of `evals/demo-gold.jsonl`.

Besides the fields listed in README.md, each quotation has `at`: its spans in the paragraphs, joined by blank lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newspaper.inlines import Inline, inline
from newspaper.newsfile import Block, Item, Says
from newspaper.outlets import OUTLETS, straighten, url_of, written

# Parts of the page that are not paragraphs of the text: pull quotes repeat the body, the rest belongs to the page.
NOT_TEXT = ("pull", "ad", "related")
ROLES = {"photo": "caption", "tweet": "embed", "instagram": "embed"}


def cast(path: Path) -> dict[str, str]:
    """Return the type of every speaker by name. Raises ValueError if a name is listed twice."""
    types: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, _ = (part.strip() for part in line.split("|"))
            if name in types:
                raise ValueError(f"{path.name}: {name} is listed twice")
            types[name] = kind
    return types


def line(item: Item, types: dict[str, str], urls: dict[str, str]) -> dict[str, Any]:
    """Return the gold of one article; `urls` maps file names to the articles' addresses.

    Raises ValueError, with the file's name, for a speaker who is not in the cast.
    """
    if item.get("reject"):
        paragraphs: list[tuple[str, Inline]] = []
    else:
        paragraphs = [(_role(b, t), inline(t)) for b in item.blocks if b.role not in NOT_TEXT for t in b.lines]
    title = inline(item.get("title"))
    outlet = OUTLETS[item.outlet]
    return {
        "url": url_of(item),
        "title": written(item, title.plain),
        "outlet": outlet.name,
        "authors": [author.partition(",")[0].strip() for author in item.get("authors").split(";") if author.strip()],
        "language": item.get("language") or "en",
        "published": item.get("published") or None,
        "modified": item.get("modified") or None,
        "captured": item.get("captured") or None,
        "paragraphs": [written(item, text.plain) for _, text in paragraphs],
        "roles": [role for role, _ in paragraphs],
        "pulled": [written(item, inline(t).plain) for b in item.blocks if b.role == "pull" for t in b.lines],
        "quotations": _quotations(item, paragraphs, types, urls),
        "title_quotations": _quotations(item, [("title", title)], types, urls),
        "story": item.get("story") or None,
        "copy_of": urls[item.get("copy-of")] if item.get("copy-of") and not item.get("modified") else None,
        "doubt": item.get("doubt") or None,
        "reject": item.get("reject") or None,
        "superseded": item.get("superseded") == "yes",
        "quirks": list(item.quirks),
        "file": outlet.file(item),
        "source_file": f"newspaper/articles/{item.name}.txt",
    }


def _role(block: Block, raw: str) -> str:
    if block.role == "body" and raw.startswith("**{"):
        return "turn"
    return ROLES.get(block.role, block.role)


def _quotations(
    item: Item, texts: list[tuple[str, Inline]], types: dict[str, str], urls: dict[str, str]
) -> list[dict[str, Any]]:
    at: dict[int, dict[str, list[list[int]]]] = {}
    roles: dict[int, str] = {}
    base = 0
    for role, text in texts:
        for number, part, begin, end in text.spans:
            at.setdefault(number, {"content": [], "source": [], "cue": []})[part].append([base + begin, base + end])
            if part == "content":
                roles.setdefault(number, role)
        base += len(text.plain) + 2
    whole = "\n\n".join(text.plain for _, text in texts)
    if empty := [number for number, spans in at.items() if not spans["content"]]:
        raise ValueError(f"{item.name}: quotations without content: {empty}")
    order = sorted(at, key=lambda number: min(at[number]["content"]))
    found = []
    for number in order:
        says = item.says[number]
        quotation = _quotation(item, whole, at[number], says, types)
        alters = {"of": urls[says.alters], "how": straighten(says.how)} if says.alters else None
        found.append({**quotation, "alters": alters, "role": roles[number], "at": at[number]})
    return found


def _quotation(
    item: Item, whole: str, at: dict[str, list[list[int]]], says: Says, types: dict[str, str]
) -> dict[str, Any]:
    if unknown := [name for name in says.names if name not in types]:
        raise ValueError(f"{item.name}: not in the cast: {unknown}")
    words = {part: [whole[begin:end] for begin, end in spans] for part, spans in at.items()}
    return {
        "kind": "direct" if says.direct else kind(words["content"]),
        "content": [written(item, piece) for piece in words["content"]],
        "source": written(item, " … ".join(words["source"])),
        "cue": written(item, " … ".join(words["cue"])),
        "speaker": "; ".join(says.names) or None,
        "type": types[says.names[0]] if says.names else "group" if says.group else "unnamed",
        "said": says.said or None,
        "venue": says.venue or None,
    }


def kind(pieces: list[str]) -> str:
    """Return `direct` if all letters are inside quotation marks, `indirect` if none is, else `mixed`."""
    inside = outside = 0
    for piece in pieces:
        depth: list[str] = []
        for number, letter in enumerate(piece):
            after = piece[number + 1 : number + 2]
            if letter in "“‘":
                depth.append({"“": "”", "‘": "’"}[letter])
            elif depth and letter == depth[-1] and not (letter == "’" and after.isalpha()):
                depth.pop()
            elif letter.isalnum():
                inside, outside = inside + bool(depth), outside + (not depth)
    return "direct" if not outside else "mixed" if inside else "indirect"
