"""Counts how the code's names begin: functions by verb, by bare participle, and `each` as a name.

    python benchmarks/names.py [FOLDER] [-v]

A function's name begins with a verb if its first word is in verbs.txt. Properties and dunder
methods are not counted: an attribute is a noun. A bare participle is one word such as `told` or
`rendered`.
"""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

VERBS = frozenset(Path(__file__).with_name("verbs.txt").read_text(encoding="utf-8").split())
_IRREGULAR = frozenset(
    re.findall(
        r"\w+",
        "begun bound broken brought built caught chosen cut done drawn driven eaten fallen fed "
        "felt fitted forgotten found given gone got grown had heard held hidden kept known laid "
        "learned learnt left lent lost made meant mended met paid put read said seen sent set "
        "shown shut sold spelt split spoken spread stood struck sung taken taught thought thrown "
        "told torn understood woken won worn written ",
    )
)
_PRESENT = frozenset(
    {"hiding", "listing", "matching", "measuring", "rendering", "telling", "waiting", "watching"}
)
_NO_PARTICIPLE = frozenset(
    {"cut", "embed", "feed", "need", "put", "read", "seed", "set", "speed", "split", "spread"}
)


def is_bare_participle(name: str) -> bool:
    """Whether a name is one word, and that is a participle."""
    word = name.strip("_")
    if "_" in word or word in _NO_PARTICIPLE:
        return False
    return word.endswith("ed") or word in _IRREGULAR or word in _PRESENT


def begins_with_verb(name: str) -> bool:
    """Whether the first word of a name is a verb of the list."""
    return name.strip("_").split("_")[0] in VERBS


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """The functions and methods in a module, inner ones too, without properties and dunders."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("__"):
            yield node


def is_attribute(function: ast.FunctionDef) -> bool:
    """Whether a method is used like an attribute, so that a noun is its right name."""
    decorators = {ast.unparse(decorator) for decorator in function.decorator_list}
    return bool(decorators & {"property", "cached_property", "overload"})


def bound_each(tree: ast.AST) -> int:
    """How often `each` is bound: as a loop variable, a target, or a parameter."""
    stored = (
        isinstance(node, ast.Name) and node.id == "each" and isinstance(node.ctx, ast.Store)
        for node in ast.walk(tree)
    )
    parameters = (isinstance(node, ast.arg) and node.arg == "each" for node in ast.walk(tree))
    return sum(stored) + sum(parameters)


def main() -> None:
    """Print the counts of a folder of Python files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "plainlint")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the names, too")
    args = parser.parse_args()
    folder = args.folder
    files = sorted(folder.rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    trees = [ast.parse(text) for text in texts]
    lines = sum(text.count("\n") for text in texts)
    every = [function for tree in trees for function in functions(tree)]
    called = [function for function in every if not is_attribute(function)]
    participles = [function.name for function in every if is_bare_participle(function.name)]
    verbs = [function.name for function in called if begins_with_verb(function.name)]
    bound = sum(map(bound_each, trees))
    print(f"{len(files)} files, {lines:,} lines, {lines / len(files):.0f} lines a file")
    print(f"{len(every)} functions and methods, {len(called)} of them without properties")
    share = len(participles) / len(every)
    print(f"named by a bare participle: {len(participles)} ({share:.1%})")
    print(f"beginning with a verb: {len(verbs)} ({len(verbs) / len(called):.1%})")
    print(f"`each` as a bound name: {bound} ({1000 * bound / lines:.1f} in 1,000 lines)")
    if args.verbose:
        print("participles:", *sorted(participles))
        others = [function.name for function in called if not begins_with_verb(function.name)]
        print("without a verb:", *sorted(others))


if __name__ == "__main__":
    main()
