"""How hard one sentence is to read, what makes it so, and what to change."""
