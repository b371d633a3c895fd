"""plainlint glossary: learn terms from documents, take them over from files, look one up."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from plainlint.analysis.glossary.file_format import to_json
from plainlint.analysis.glossary.harvest import harvest
from plainlint.analysis.glossary.importers import import_glossary
from plainlint.analysis.glossary.loader import ENDING, to_compiled
from plainlint.analysis.glossary.matching import spellings
from plainlint.analysis.glossary.mentions import first_mentions
from plainlint.analysis.glossary.model import Glossary, Term, Use
from plainlint.analysis.glossary.relevance import need
from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.inputs import documents
from plainlint.cli.options import configured, setup_of
from plainlint.core.errors import PlainlintError, nearest
from plainlint.core.files import write_atomically
from plainlint.document.model import Document
from plainlint.document.readers import parse_source
from plainlint.run.discovery import read_source


def glossary(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Run the tool that the arguments name."""
    if args.tool == "show":
        return _show(args, surroundings)
    if args.tool == "import":
        return _written(args, _imported(args))
    setup = setup_of(configured(args), surroundings.today)
    chosen = documents(args, setup, surroundings)
    terms = harvest((parse_source(each.source()) for each in chosen), setup.linter().audiences())
    if not terms.terms:
        surroundings.note("no popup links were found: the glossary is empty")
    return _written(args, terms)


def _imported(args: Namespace) -> Glossary:
    path = Path(args.file)
    source = read_source(path)
    if source.problem:
        raise PlainlintError(f"{path}: the glossary can't be read: {source.problem}")
    return import_glossary(source.text.removeprefix("\ufeff"), str(path), language=args.language)


def _written(args: Namespace, terms: Glossary) -> Outcome:
    """The glossary in the file that was named, compiled if its ending says so, or as text."""
    if not args.output:
        return Outcome(to_json(terms))
    path = Path(args.output)
    compiled = path.suffix == f".{ENDING}"
    write_atomically(path, to_compiled(terms) if compiled else to_json(terms))
    return Outcome(f"{len(terms.terms):,} terms written to {args.output}\n")


def _show(args: Namespace, surroundings: Surroundings) -> Outcome:
    setup = setup_of(configured(args), surroundings.today)
    known = setup.linter().glossary
    term = known.find(args.term)
    if term is None:
        near = nearest(args.term.lower(), known.by_name)
        hint = f"; did you mean '{near}'?" if near else ""
        raise PlainlintError(f"the glossary has no term '{args.term}'{hint}")
    chosen = documents(args, setup, surroundings) if args.paths else []
    places = (place for each in chosen for place in _places(parse_source(each.source()), term))
    return Outcome(_described(term) + "".join(places))


def _places(document: Document, term: Term) -> Iterator[str]:
    """Where a document first mentions a term, and what it does for its reader there."""
    for mention in first_mentions(document, Glossary((term,))):
        start = mention.block.prose.span(mention.match.start, mention.match.end).start
        line = document.source.locate(start).line
        yield f"{document.source.path}:{line}: {mention.state}\n"


def _described(term: Term) -> str:
    rows = {
        "term": term.name,
        "also": ", ".join(term.names[1:]),
        "plain words": term.plain,
        "id": term.id,
        "popup link": term.url,
        "documents": _use(term.patient, "patients"),
        "": _use(term.technical, "professionals"),
        "mentions": f"{term.linked} with a link, {term.unlinked} without" if term.linked else "",
        "found as": ", ".join(spellings(term)),
        "need, patient": _need(term, "patient"),
        "need, technical": _need(term, "technical"),
    }
    return "".join(f"{key and key + ':':17}{value}\n" for key, value in rows.items() if value)


def _use(use: Use, readers: str) -> str:
    """In how many documents the term stands, and in how many it has a link."""
    return f"{use.linked_in} of {use.documents} for {readers} link it" if use.documents else ""


def _need(term: Term, audience: str) -> str:
    """How much these readers need it explained, and what adds to that or takes from it."""
    found = need(term, audience)
    parts = ", ".join(f"{name} {part:+.1f}" for name, part in found.parts.items())
    return f"{found.value:.0f} of 100 ({parts})"
