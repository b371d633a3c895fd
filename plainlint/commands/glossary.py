"""plainlint glossary: learn terms from documents, take them over from files, look one up."""

from argparse import Namespace
from pathlib import Path

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured
from plainlint.discovery import discover, read_source
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.glossary.harvest import harvest, to_json
from plainlint.glossary.importers import import_glossary
from plainlint.glossary.matching import spellings
from plainlint.glossary.model import Glossary, Term
from plainlint.linter import Linter
from plainlint.nearest import nearest
from plainlint.parse import parse_source


def glossary(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Run the tool that the arguments name."""
    if args.tool == "show":
        return _show(args, surroundings)
    if args.tool == "import":
        return _written(args, _imported(args))
    found = discover(Path(path) for path in args.paths)
    for note in found.notes:
        surroundings.note(note)
    return _written(args, harvest(parse_source(read_source(path)) for path in found.files))


def _imported(args: Namespace) -> Glossary:
    path = Path(args.file)
    source = read_source(path)
    if source.problem:
        raise PlainlintError(f"{path}: the glossary can't be read: {source.problem}")
    return import_glossary(source.text.removeprefix("\ufeff"), str(path), language=args.language)


def _written(args: Namespace, terms: Glossary) -> Outcome:
    """The glossary in the file that was named, or as text."""
    if not args.output:
        return Outcome(to_json(terms))
    write_atomically(Path(args.output), to_json(terms))
    return Outcome(f"{len(terms.terms):,} terms written to {args.output}\n")


def _show(args: Namespace, surroundings: Surroundings) -> Outcome:
    known = Linter(configured(args), surroundings.today).glossary
    term = known.find(args.term)
    if term is None:
        near = nearest(args.term.lower(), known.by_name)
        hint = f"; did you mean '{near}'?" if near else ""
        raise PlainlintError(f"the glossary has no term '{args.term}'{hint}")
    return Outcome(_described(term))


def _described(term: Term) -> str:
    rows = {
        "term": term.name,
        "also": ", ".join(term.names[1:]),
        "plain words": term.plain,
        "id": term.id,
        "popup link": term.url,
        "linked": f"{term.linked} times in {term.documents} documents" if term.linked else "",
        "found as": ", ".join(spellings(term)),
    }
    return "".join(f"{key + ':':13}{value}\n" for key, value in rows.items() if value)
