"""plainlint glossary: learn terms from documents, import them from files, show one."""

from collections.abc import Iterator

from plainlint.analysis.glossary.file_format import serialise_glossary
from plainlint.analysis.glossary.harvest import harvest, import_glossary
from plainlint.analysis.glossary.lay_knowledge import is_known_term
from plainlint.analysis.glossary.loader import ENDING, compile_glossary
from plainlint.analysis.glossary.matching import list_spellings
from plainlint.analysis.glossary.mentions import find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term, UsageCounts
from plainlint.analysis.glossary.relevance import score_relevance
from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import GlossaryOptions, make_context
from plainlint.cli.session import InputFile, read_input, select_inputs
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError, find_nearest
from plainlint.core.files import write_atomically
from plainlint.core.formats import TEXT
from plainlint.core.inert import make_inert_json
from plainlint.core.text import pluralise
from plainlint.document.model import Document
from plainlint.document.readers import decode_file, parse_source


def glossary(options: GlossaryOptions, environment: Environment) -> CommandResult:
    """Run the tool that the options name."""
    if options.tool == "show":
        return _show_term(options, environment)
    if options.tool == "import":
        return _write_glossary(options, _import_file(options, environment))
    context = make_context(options.config, environment)
    files = select_inputs(options.inputs, context, environment)
    terms = harvest(
        (parse_source(decode_file(file.read())) for file in files), context.linter.make_audiences()
    )
    if not terms.terms:
        environment.note("no popup links were found: the glossary is empty")
    return _write_glossary(options, terms)


def _import_file(options: GlossaryOptions, environment: Environment) -> Glossary:
    path = options.file
    assert path is not None
    # A glossary is text, whatever its ending says of documents.
    source = decode_file(read_input(path, Config(), environment)._replace(format=TEXT))
    if source.problem:
        raise PlainlintError(f"{path}: the glossary can't be read: {source.problem}")
    return import_glossary(source.text.removeprefix("\ufeff"), str(path), language=options.language)


def _write_glossary(options: GlossaryOptions, terms: Glossary) -> CommandResult:
    """Write the glossary to the file that is named, compiled if its ending asks for that."""
    path = options.output
    if path is None:
        return CommandResult(make_inert_json(serialise_glossary(terms)))
    compiled = path.suffix == f".{ENDING}"
    write_atomically(path, compile_glossary(terms) if compiled else serialise_glossary(terms))
    return CommandResult(f"{pluralise(len(terms.terms), 'term')} written to {path}\n")


def _show_term(options: GlossaryOptions, environment: Environment) -> CommandResult:
    context = make_context(options.config, environment)
    terms = context.linter.glossary
    term = terms.find(options.term)
    if term is None:
        nearest = find_nearest(options.term.lower(), terms.by_name)
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        raise PlainlintError(f"the glossary has no term '{options.term}'{hint}")
    files: list[InputFile] = []
    if options.inputs.paths:
        files = select_inputs(options.inputs, context, environment)
    mentions = (
        mention
        for file in files
        for mention in _iter_mentions(parse_source(decode_file(file.read())), term)
    )
    return CommandResult(_describe_term(term) + "".join(mentions))


def _iter_mentions(document: Document, term: Term) -> Iterator[str]:
    """Yield where a document first mentions a term, and whether it is explained there."""
    for mention in find_first_mentions(document, Glossary((term,)), any_sense=True):
        start = mention.block.prose.get_span(mention.match.start, mention.match.end).start
        line = document.source.locate(start).line
        yield f"{document.source.path}:{line}: {mention.state}\n"


def _describe_term(term: Term) -> str:
    rows = {
        "term": term.name,
        "also": ", ".join(term.names[1:]),
        "plain words": term.plain,
        "id": term.id,
        "popup link": term.url,
        "documents": _describe_use(term.patient, "patients"),
        "": _describe_use(term.technical, "professionals"),
        "mentions": f"{term.linked} with a link, {term.unlinked} without" if term.linked else "",
        "found as": ", ".join(list_spellings(term)),
        "need, patient": _describe_relevance(term, "patient"),
        "need, technical": _describe_relevance(term, "technical"),
    }
    return "".join(f"{key and key + ':':17}{value}\n" for key, value in rows.items() if value)


def _describe_use(use: UsageCounts, readers: str) -> str:
    """Return in how many documents a term is, and in how many of them it has a link."""
    return f"{use.linked_in} of {use.documents} for {readers} link it" if use.documents else ""


def _describe_relevance(term: Term, audience: str) -> str:
    """Return how much these readers need an explanation, and the parts of that score."""
    relevance = score_relevance(term, audience, is_known=is_known_term(term.name))
    parts = ", ".join(f"{name} {part:+.1f}" for name, part in relevance.parts.items())
    return f"{relevance.value:.0f} of 100 ({parts})"
