"""The time from an edit to its findings, through the language server and a client.

    python benchmarks/language_server.py [EDITS]

The document is the seed document; each edit changes a word in its middle. The server waits a
moment for further edits, which is part of the time.
"""

import asyncio
import sys
import time
from pathlib import Path
from statistics import median, quantiles

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"


async def measure(edits: int) -> list[float]:
    """The milliseconds of each edit."""
    editor = LanguageClient("benchmark", "1")
    findings: asyncio.Queue[int | None] = asyncio.Queue()

    @editor.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
    def keep(params: types.PublishDiagnosticsParams) -> None:
        findings.put_nowait(params.version)

    await editor.start_io(sys.executable, "-m", "plainlint", "lsp", cwd=ROOT)
    await editor.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    text, uri = SEED.read_text(encoding="utf-8"), SEED.as_uri()
    document = types.TextDocumentItem(uri, "markdown", 0, text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(document))
    await findings.get()
    middle, times = text.index(" the ", len(text) // 2), []
    for version in range(1, edits + 1):
        changed = f"{text[:middle]} word{version}{text[middle:]}"
        start = time.perf_counter()
        editor.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(changed)],
            )
        )
        while await findings.get() != version:
            pass
        times.append(1000 * (time.perf_counter() - start))
    await editor.shutdown_async(None)
    editor.exit(None)
    await editor.stop()  # type: ignore[no-untyped-call]
    return times


def main() -> None:
    times = asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
    rest = times[len(times) // 4 :]
    slow = quantiles(rest, n=10)[-1]
    print(f"edit to findings, 10 KB: median {median(rest):.1f} ms, 9 of 10 within {slow:.1f} ms")


if __name__ == "__main__":
    main()
