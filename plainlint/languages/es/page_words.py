"""The words of Spanish around the text of a page: references, credits and buttons."""

import re

from plainlint.languages.page_words import PageWords

WORDS = PageWords(
    references=re.compile(
        r"\s*(?:(?:listas? de|principales|algunas)\s+)?"
        r"(?:referencias?(?: (?:bibliográficas?|citadas|consultadas|principales|seleccionadas))?"
        r"|bibliografía"
        r"(?: (?:adicional|básica|citada|consultada|general|recomendada|seleccionada|selecta))?"
        r"|citas(?: bibliográficas)?|fuentes?(?: (?:bibliográficas?|citadas|consultadas))?"
        r"|(?:obras|documentos) (?:citad|consultad)[oa]s"
        r"|lecturas? (?:adicional(?:es)?|recomendadas?)"
        r"|notas al pie|webgrafía)\s*:?\s*",
        re.IGNORECASE,
    ),
    citation=re.compile(
        r"\b[Dd]isponible (?:en|desde)(?: línea)?: *(?:https?:|$)"
        r"|\[(?:[Cc]itado|[Cc]onsultado) (?:el )?\d|\[[Ii]nternet\]"
        # The official title of a study is a name: "Título científico: Estudio de fase III ...".
        r"|^\s*Título (?:científico|completo|oficial)(?: del? [\w ]{1,40})?\s*:"
    ),
    credit=re.compile(
        r"\s*(?:(?:créditos?|cortesía|autor(?:a|ía)?)"
        r"(?: de (?:la |las |el )?(?:foto(?:grafía)?|imagen|ilustración)(?:e?s)?)?"
        r"|(?:foto(?:grafía)?s?|ilustración|imagen|imágenes)(?: (?:de|cortesía de)\b[^:]{0,40})?"
        r"|fuentes?(?: de (?:la|las) (?:foto|imagen|imágenes))?"
        r"|(?:autor(?:es|as)|redacción|revisión|traducción|actualización)"
        r"(?: (?:científica|clínica|médica|editorial|técnica))?)\s*:"
        # Who made the page: "Escrito por el equipo de ...".
        r"|\s*(?:(?:contenido|página|texto|versión(?: en (?:español|inglés))?) )?"
        r"(?:actualizad|elaborad|escrit|redactad|revisad|traducid)[ao]"
        r"(?: (?:clínica|médica|científica)mente)?(?: y (?:actualizad|revisad|traducid)[ao])? por"
        r"(?:\s*:| (?:el |la |los |las )?(?:comité|consejo|departamento|equipo|personal|redactor"
        r"|servicio|unidad|(?-i:[A-ZÁÉÍÓÚÑ])))"
        # Who may copy it.
        r"|[^\n]{0,200}?(?:\b(?:todos los )?derechos reservados\b|\bderechos de autor\b"
        r"|\bes una marca registrada\b"
        r"|\breproducción (?:total|parcial|digital|de (?:este|esta|los|las) (?:contenido|documento"
        r"|imagen|imágenes|información|material|página|sumario|texto)e?s?)\b"
        r"|\bse (?:puede|pueden|permite) (?:usar|copiar|reproducir|utilizar) (?:libremente|con"
        r" libertad|de forma libre|sin (?:permiso|autorización))\b)",
        re.IGNORECASE,
    ),
    navigation=re.compile(
        r"(?:ampliar(?: (?:la )?imagen)?"
        r"|(?:ir|saltar|subir|volver) (?:al?|arriba|atrás)\b[^.!?:\n]{0,40}"
        r"|(?:leer|ver) más|mostrar (?:más|todo)|imprimir|compartir|descargar"
        r"|enviar por (?:correo|email)|índice|tabla de contenidos?|contenidos?|en esta página:?"
        r"|(?:página )?(?:anterior|siguiente))\s{0,3}[>\u00bb\u2192]?",
        re.IGNORECASE,
    ),
)
