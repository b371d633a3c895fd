"""Addresses: web and e-mail addresses and phone numbers in running text."""

import re

WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"\u201d]*[^\s<>\"\u201d.,;:!?)\]'\u2019]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)

# Endings of hosts that are neither words, nor endings of files.
_ENDINGS = (
    "com|org|net|edu|gov|mil|int|info|health|"
    "uk|ca|au|nz|ie|de|fr|es|nl|eu|ch|jp|cn|br|mx|za|sg|hk|se|dk|fi|pt|cz|ru|ua|kr|tw|th|ph|vn|lk|"
    "bd|ng|ke|gh|cl|pe|ve|co|in(?=/)|it(?=/)|no(?=/)|be(?=/)|us(?=/)|io(?=/)|me(?=/)|ly(?=/)|at(?=/)"
)
# A host without a scheme: "nhs.uk/x", "example.org". One with a capital is read as a name
# ("Cancer.Net") unless a path follows.
BARE_WEB = re.compile(
    r"(?<![\w@./\\-])"
    r"(?:(?:[a-z0-9][a-z0-9-]*\.)*(?=[a-z0-9-]*[a-z])[a-z0-9][a-z0-9-]+\."
    rf"(?:{_ENDINGS})(?![\w@-]|\.\w)(?::\d{{2,5}})?"
    rf"|(?:[A-Za-z0-9][A-Za-z0-9-]*\.)*(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]+\."
    rf"(?:{_ENDINGS})(?::\d{{2,5}})?(?=/[\w?#-]))"
    r"(?:/[^\s<>\"\u201d]*(?<![.,;:!?)\]'\u2019]))?"
)
# A cheap test: every such host ends like this.
BARE_WEB_END = re.compile(rf"\.(?:{_ENDINGS})(?![\w-])")

_GAP = r"[-. \u00a0]"
PHONE = re.compile(
    r"(?<![\w.+-])(?<!\d[ ,])(?:"
    # International: +44 (0)20 7946 0958.
    rf"\+(?=(?:[-. \u00a0()]*\d){{8}})\d{{1,3}}(?:{_GAP}?(?:\(0\){_GAP}?)?\(?\d{{1,5}}\)?){{1,6}}"
    # North America: 1-800-422-6237, (555) 123-4567.
    rf"|(?:1{_GAP})?(?:\(\d{{3}}\) ?|\d{{3}}{_GAP})\d{{3}}{_GAP}\d{{4}}"
    # With the 0 of long distance: 020 7946 0018, 0800 1111, (03) 9123 4567, 01 23 45 67 89.
    rf"|\(?0\d{{1,4}}\)?{_GAP}\d{{3,4}}{_GAP}\d{{3,4}}(?:{_GAP}\d{{3,4}})?"
    rf"|0[1-9]\d{{2,3}}[ \u00a0]\d{{4,6}}|0\d{{2,4}}[ /-]\d{{5,8}}|0[1-9](?:{_GAP}\d\d){{4}}"
    # Free calls without it: 1300 123 456.
    rf"|1[38]00{_GAP}\d{{2,3}}{_GAP}\d{{3,4}}"
    # An extension belongs to its number.
    r")(?:,? (?:ext\.?|extension|x) ?\d{1,6})?(?![\w-]|[.,]\d)"
)
# A cheap test: every phone number has groups of digits.
PHONE_GROUPS = re.compile(r"\d[-. \u00a0)/]\d\d")
