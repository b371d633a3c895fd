"""plainlint glossary harvest: learn terms from the popup links of documents."""

from argparse import Namespace
from pathlib import Path

from plainlint.commands import Outcome, Surroundings
from plainlint.discovery import discover, read_source
from plainlint.files import write_atomically
from plainlint.glossary.harvest import harvest, to_json
from plainlint.parse import parse_source


def glossary_harvest(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write the harvested glossary to a file, or show it."""
    found = discover(Path(path) for path in args.paths)
    for note in found.notes:
        surroundings.note(note)
    glossary = harvest(parse_source(read_source(path)) for path in found.files)
    if not args.output:
        return Outcome(to_json(glossary))
    write_atomically(Path(args.output), to_json(glossary))
    return Outcome(f"{len(glossary.terms):,} terms written to {args.output}\n")
