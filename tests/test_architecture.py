"""Imports point one way: from the command line down to the core."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "plainlint"

# From bottom to top: a module imports only from its own layer and those below it.
LAYERS = [
    {"core"},
    {"config", "languages"},
    {"document"},
    {"analysis"},
    {"checks"},
    {"rulebook"},
    {"engine"},
    {"run"},
    {"api", "plugin", "reporters", "testing"},
    {"service", "corpus"},
    {"cli", "__main__"},
]


def module_name(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# Every module except the package itself, which only lists public names.
MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py")) if module_name(path)}


def imports(nodes):
    """Yield the modules of the package that these statements import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "plainlint":
                yield rest if rest in MODULES else rest.rpartition(".")[0]


def layer(module):
    package = module.partition(".")[0]
    numbers = [number for number, packages in enumerate(LAYERS) if package in packages]
    assert numbers, f"put {package!r} into one of the layers"
    return numbers[0]


def test_imports_point_down_and_have_no_cycles():
    trees = {
        module: ast.parse(path.read_text(encoding="utf-8")) for module, path in MODULES.items()
    }
    upwards = [
        f"{module} imports {imported}"
        for module, tree in trees.items()
        for imported in imports(ast.walk(tree))
        if layer(imported) > layer(module)
    ]
    assert upwards == []
    graph = {module: set(imports(tree.body)) for module, tree in trees.items()}
    TopologicalSorter(graph).prepare()


def test_every_package_of_the_layers_exists():
    packages = {module.partition(".")[0] for module in MODULES}
    assert set().union(*LAYERS) == packages
