"""Imports point one way, from the command line down to the source text."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plainlint"

# From the bottom to the top: a module imports from its own layer and from those before it.
LAYERS = [
    {"core"},
    {"config"},
    {"document"},
    {"analysis"},
    {"checks"},
    {"rulebook"},
    {"engine"},
    {"run"},
    {"api", "plugin", "reporters", "testing"},
    {"cli", "__main__"},
]


def module_name(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# Every module but the package's own front, which only names what is public.
MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py")) if module_name(path)}


def imports(nodes):
    """The modules of the package that these statements import."""
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
    room = module.partition(".")[0]
    found = [number for number, rooms in enumerate(LAYERS) if room in rooms]
    assert found, f"put {room!r} into one of the layers"
    return found[0]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    for imported in imports(ast.walk(tree)):
        assert layer(imported) <= layer(module), f"{module} imports {imported}"


def test_no_module_is_imported_on_the_way_to_itself():
    graph = {
        module: set(imports(ast.parse(path.read_text(encoding="utf-8")).body))
        for module, path in MODULES.items()
    }
    TopologicalSorter(graph).prepare()


def test_every_room_of_the_layers_is_there():
    rooms = {module.partition(".")[0] for module in MODULES}
    assert set().union(*LAYERS) == rooms
