"""Counts how the code's names begin: functions by verb, by bare participle, and `each` as a name.

    python benchmarks/names.py [FOLDER]

A function's name begins with a verb if its first word is in VERBS; properties and dunder methods are
left out, for an attribute is a noun. A bare participle is one word such as `told` or `rendered`.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

VERBS = frozenset(
    """
    accept add adds adjust advise align allow analyse append applies apply ask assemble assert
    attach balance begin bind blend break build calculate call cancel capitalise capture change
    check choose clamp clean clear clip close coerce collect colour combine compare compile
    complete compose compute configure consult contain convert copy count cover create cut
    decide decode decorate dedupe define delete derive describe detect diff digest dim discard
    discover dispatch display distinguish distinguishes divide do draw drop dump embed emit
    emphasise empty enable encode end ensure enter escape estimate evaluate exclude excludes
    execute exit expand expect explain export extend extract fail fails fetch fill filter find
    finish fit fix flatten fold follow forget format freeze gather generate get give give_up go
    grade greet group handle harvest has have hide highlight hold identify ignore ignores import
    include includes index inflect init insert install intersect is isolate iter iterate join
    judge keep label lay learn leave lemmatise lend limit link lint list load locate log look
    lookup lower make map mark match matches measure merge move must name need neutralise
    normalise note number observe offer omit open order overlap override pack pad pair parse
    part pass paste patch pick place pluralise point pop prepare preserve print process produce
    profile prune pull push put quote raise rank ratchet rate read rebuild recall receive
    recognise reconcile record recover reduce refer reflow refuse register reject release
    remember remove rename render repeat replace report request require rescue reset resolve
    restore restrict retry return reuse reverse revert rewrite rotate run sample save scale scan
    score seal search see select send separate serialise serve set shift shorten show sift
    simplify skip slice sort sound spell split spread stack standardise start stem step stop
    store strike strip substitute subtract sum summarise suppress swap synthesise tabulate tag
    take tally tell terminate test tidy tile time tokenise total track train transform translate
    trim try turn unescape unfold unify unite unpack unquote unseal unwrap update use validate
    vary verify visit wait walk want warn watch weigh wrap write yield
    """.split()
)
_IRREGULAR = frozenset(
    "begun bound broken brought built caught chosen cut done drawn driven eaten fallen fed felt fitted "
    "found forgotten given gone got grown had heard held hidden kept known laid learned learnt left lent "
    "lost made meant met mended paid put read said seen sent set shown shut sold spelt split spoken spread "
    "stood struck sung taken taught thought thrown told torn understood woken won worn written".split()
)
_PRESENT = frozenset("hiding listing matching measuring rendering telling waiting watching".split())
_NO_PARTICIPLE = frozenset("cut embed feed need put read seed set speed split spread".split())


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
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "plainlint"
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
    if "-v" in sys.argv:
        print("participles:", *sorted(participles))
        words = Counter(
            f.name.strip("_").split("_")[0] for f in called if not begins_with_verb(f.name)
        )
        print("first words that are no verbs:", words.most_common())


if __name__ == "__main__":
    main()
