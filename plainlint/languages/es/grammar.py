"""The grammar of Spanish sentences, as advice on them needs it."""

from plainlint.languages.es.passive import find_hidden_doers
from plainlint.languages.es.rows import find_rows
from plainlint.languages.es.splitting import find_split_point
from plainlint.languages.grammar import SentenceGrammar

# Spanish says the same in more words than English.
GRAMMAR = SentenceGrammar(
    find_split_point=find_split_point,
    find_rows=find_rows,
    find_hidden_doers=find_hidden_doers,
    long=22,
    very_long=35,
)
