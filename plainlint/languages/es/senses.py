"""Spanish words by which a text is known to be about medicine."""

import re

from plainlint.languages.senses import SenseWords

WORDS = SenseWords(
    medicine=re.compile(
        r"\b(?:c[áa]ncer|tumor|enferm|paciente|m[ée]dic|doctor|hospital|cl[íi]nic|cirug|ciruj"
        r"|operaci|tratamiento|terapia|f[áa]rmac|pastilla|c[áa]psula|dosis|quimio"
        r"|radio(?:terap|graf)|rayos x|sangr|hueso|cerebr|mama\b|seno\b|pulm[oó]n|h[íi]gado"
        r"|ri[ñn][oó]n|coraz[óo]n|card[íi]a|piel\b|intestin|est[óo]mago|vientre|abdom|pecho\b"
        r"|garganta|columna|espina|cr[áa]neo|linf|[úu]tero|matriz\b|c[ée]lula|dolor|duele|fiebre"
        r"|infec|s[íi]ntoma|diagn[óo]st|biopsia|m[úu]scul|nervi|gl[áa]ndula|hormon"
        r"|gen(?:es|[ée]tic)|adn\b|prote[íi]na|virus|bacteri|inmun|defensas|embaraz|parto|hincha"
        r"|herida|lesi[óo]n|fractura|ictus|derrame|diabet|asma\b|alergi|jeringa|aguja|inyec"
        r"|vacuna|reca[íi]da|s[íi]ndrome|leucemi|carcinoma|metást|pr[óo]stata|ovario|vagina"
        r"|recto\b|colon|p[áa]ncreas|tiroides|vejiga|orin|v[óo]mit|n[áa]usea|diarrea|sarpullido"
        r"|picor|tos\b|respir|antibi|insulina|ox[íi]geno|anest|trasplant|di[áa]lisis|cat[ée]ter"
        r"|uci\b|oncolog|salud\b|ojos?\b|vista\b)",
        re.IGNORECASE,
    ),
    cancer=re.compile(
        r"c[áa]ncer|tumor|malign|leucemi|linfoma|melanoma|oncol[óo]g|quimio|met[áa]sta",
        re.IGNORECASE,
    ),
)
