"""The time from a call of `check_text` to its answer, by `plainlint mcp` and a client over stdio.

    python benchmarks/assistant.py [CALLS]

The text is the seed document, cut to 10 KB; each call changes a word in its middle.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
_SIZE = 10_000


class Client:
    """A client that waits for the answer to each request."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "plainlint", "mcp"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.number = 0

    def ask(self, method: str, **params: Any) -> Any:
        """Return the result of a request."""
        assert self.process.stdin
        assert self.process.stdout
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        self.process.stdin.write(f"{json.dumps(message)}\n".encode())
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())["result"]

    def close(self) -> None:
        """End the session."""
        self.process.communicate(timeout=60)


def measure(calls: int) -> tuple[float, list[float]]:
    """Return the milliseconds of the first call, and of the others."""
    client = Client()
    client.ask("initialize", protocolVersion="2025-06-18", capabilities={})
    text = SEED.read_text(encoding="utf-8")[:_SIZE]
    middle, times = text.index(" the ", len(text) // 2), []
    for number in range(calls + 1):
        changed = f"{text[:middle]} word{number}{text[middle:]}"
        start = time.perf_counter()
        result = client.ask("tools/call", name="check_text", arguments={"text": changed})
        times.append(1000 * (time.perf_counter() - start))
        assert result["structuredContent"]["findings"]
    client.close()
    return times[0], times[1:]


def main() -> None:
    first, times = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    slow = quantiles(times, n=10)[-1]
    print(
        f"check_text, 10 KB: median {median(times):.1f} ms, 9 of 10 within {slow:.1f} ms; "
        f"the first call {first:.0f} ms"
    )


if __name__ == "__main__":
    main()
