"""Spanish words to readers of what they see on a screen, and of what they have."""

import re

from plainlint.languages.reader_words import ReaderWords

_READER = r"(?:usted |ustedes |su (?:hij[oa]|bebé|pareja|familiar) |el niño |la niña |el bebé )?"
# "Si es alérgico", "si ha tenido", "si le han dicho que tiene".
_HAVING = (
    rf"{_READER}(?:ya |también |alguna vez |actualmente )*"
    r"(?:(?:tienes?|tengas?|padeces?|padezcas?|sufres?|es|eres|está|estás|tomas?|usas?|viven? con"
    r"|le han dicho que tiene|te han dicho que tienes)(?: o (?:ha|has) (?:tenido|padecido))?"
    r"|(?:ha|has|haya|hayas) (?:tenido|padecido|sufrido))\b"
)
_TELL = (
    r"(?:avis|cont|coment|consult|habl|inform|indiqu|pregunt|llam)(?:e|es|en|a|á|ar|ue|ues)(?:le|les)?"
    r"|(?:diga|di|dí|digan|decir)(?:le|les)?|comuníquese|póngase en contacto|hágaselo saber|hable"
)

WORDS = ReaderWords(
    label_before=re.compile(
        r"\b(?:pulse|pulsa|pulsar|haga clic|haz clic|hacer clic|haga click|toque|toca|presione"
        r"|presiona|apriete|seleccione|selecciona|elija|elige|abra|abre|marque|marca|entre|entra|vaya"
        r"|ve|ir|ingrese|ingresa|acceda|accede|botón|pestaña|menú|pantalla|icono|ícono|enlace|página"
        r"|apartado|casilla|campo|opción|sección)"
        r"(?: (?:en|sobre|a|al|el|la|los|las|de|del|donde dice|que dice|llamad[oa]))*"
        r" ?[\"'\u201c\u2018\u00ab]?\Z",
        re.IGNORECASE,
    ),
    checklist=re.compile(
        rf"\b(?:(?:{_TELL})\b[^.?!]{{0,200}}?\b(?:si|que)"
        r"|(?:no (?:tomes?|uses?|utilices?|debes?|puedes?|se recomienda)"
        r"|no es(?:tá)? (?:adecuad|indicad|recomendad)[oa]|tenga (?:especial )?cuidado|solicitar"
        r"|pedir|tiene derecho|gratis|gratuit[oa]|(?:más|mayor) (?:riesgo|probabilidad)|en riesgo)"
        rf"\b[^.?!]{{0,200}}?\bsi) {_HAVING}"
        r"|\b(?:se (?:usa|utiliza|emplea)n? para tratar"
        r"|(?:aprobad|autorizad|indicad)[oa]s? para)\b",
        re.IGNORECASE,
    ),
    checklist_signs=(
        "si ", "que tiene", "que está", "que es", "que padece", "que ha", "para tratar",
        "aprobad", "autorizad", "indicad",
    ),
    symptom=re.compile(
        r"\w*(?:pnea|uria|algias?|fagia|emesis|rreas?|cardia|estesias?|edemas?|rexia|opsia|geusia"
        r"|ptisis|fobia|fonía|itis del?)|palpitaci(?:ón|ones)|síncopes?|eritemas?|ictericia"
        r"|letargo|malestar|convulsi(?:ón|ones)|hematomas?|lesi(?:ón|ones)|trombosis|sepsis"
        r"|mucositis|neuropatías?|ascitis|nódulos?|prurito|astenia",
        re.IGNORECASE,
    ),
    care=re.compile(
        r"\b(?:que (?:necesit|requier)\w+|salvo|excepto|a menos que|en (?:el|la|los|las) que)\b"
    ),
)  # fmt: skip
