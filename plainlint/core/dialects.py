"""The names of the Markdown dialects."""

AUTO = "auto"
DIALECTS = (
    "commonmark",
    "hugo",
    "jekyll",
    "mkdocs",
    "docusaurus",
    "mdx",
    "myst",
    "quarto",
    "pandoc",
    "obsidian",
    "vitepress",
    "gitbook",
    "zola",
    "docsify",
    "mdbook",
    "govspeak",
    "learn",
)
