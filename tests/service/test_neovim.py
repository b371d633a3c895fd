"""The language server in Neovim, headless: findings, the light bulb, and what a finding means."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PAGE = "---\naudienceLevel: patient\ntitle: Pills\n---\n\n# Pills\n\nSubsequent visits are free.\n"
SCRIPT = """
local function wait(ready, what)
  if not vim.wait(20000, ready, 20) then error("waited for " .. what) end
end

vim.cmd("edit pills.md")
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = "plainlint", cmd = vim.g.command, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(buffer, client)
wait(function() return #vim.diagnostic.get(buffer) > 0 end, "findings")
local first = vim.diagnostic.get(buffer)[1]

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  return answers[client].result
end

vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local here = vim.lsp.util.make_position_params()
local hover = ask("textDocument/hover", here)
local range = { start = here.position, ["end"] = here.position }
local actions = ask("textDocument/codeAction", {
  textDocument = here.textDocument, range = range, context = { diagnostics = {} },
})
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
wait(function() return #vim.diagnostic.get(buffer) == 0 end, "no findings")
local found = {
  code = first.code, line = first.lnum, column = first.col,
  hover = hover.contents.value, title = actions[1].title,
  text = vim.api.nvim_buf_get_lines(buffer, 7, 8, false)[1],
}
vim.fn.writefile({ vim.fn.json_encode(found) }, "found.json")
vim.cmd("qall!")
"""


@pytest.mark.slow
def test_a_word_is_found_explained_and_replaced(tmp_path):
    if not shutil.which("nvim"):
        pytest.skip("Neovim is not installed (apt-get install neovim)")
    (tmp_path / "pills.md").write_text(PAGE, encoding="utf-8")
    script = tmp_path / "try.lua"
    command = f"vim.g.command = {{ {json.dumps(sys.executable)}, '-m', 'plainlint', 'lsp' }}\n"
    script.write_text(command + SCRIPT, encoding="utf-8")
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-c", f"luafile {script}", "-c", "cquit"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert (found["code"], found["line"], found["column"]) == ("plain-language/complex-word", 7, 0)
    assert "Later" in found["hover"]
    assert "Later" in found["title"]
    assert found["text"] == "Later visits are free."
