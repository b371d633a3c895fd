"""Abbreviations as an English reader says them: "hrs" is "hours", "mL" is "milliliters".

Abbreviations that are also words or names ("in", "no", "Jan") or parts of hyphenated words
("co-pay") are not here, nor are those that are read letter by letter ("IU", "mph").
"""

from collections.abc import Mapping

from plainlint.core.caches import remember

# Each line: what is said, then its spellings in lower case; each also has a form with a capital.
_SAID = """
doctor: dr
doctors: drs
mister: mr
missus: mrs
miz: ms
professor: prof
junior: jr
senior: sr
governor: gov
captain: capt
sergeant: sgt
lieutenant: lt
reverend: rev
mount: mt
avenue: ave
boulevard: blvd
road: rd
highway: hwy
parkway: pkwy
apartment: apt
building: bldg
limited: ltd
incorporated: inc
corporation: corp
department: dept
government: govt
university: univ
versus: vs
etcetera: etc
approximately: approx
including: incl
especially: esp
appointment: appt
vitamin: vit
weight: wt
height: ht
second: sec
seconds: secs
minutes: min mins
hour: hr
hours: hrs
week: wk
weeks: wks
months: mos
year: yr
years: yrs
teaspoon: tsp
teaspoons: tsps
tablespoon: tbsp tbs
tablespoons: tbsps
ounces: oz ozs
pound: lb
pounds: lbs
feet: ft
yards: yd yds
quarts: qt qts
pints: pt pts
milligrams: mg mgs
micrograms: mcg ug
nanograms: ng
grams: gm gms
kilograms: kg kgs
milliliters: ml mls
deciliters: dl
microliters: ul
millimeters: mm
centimeters: cm cms
kilometers: km kms
millimoles: mmol
micromoles: umol
nanomoles: nmol
kilocalories: kcal kcals
february: feb
april: apr
june: jun
july: jul
august: aug
september: sept
october: oct
november: nov
december: dec
tuesday: tue tues
thursday: thu thur thurs
friday: fri
"""
# Symbols of units with their capitals.
_UNITS = """
milliliters: mL
deciliters: dL
microliters: uL
milliequivalents: mEq
milliequivalents: meq
millimeters of mercury: mmHg
kilopascals: kPa
kilojoules: kJ
kilohertz: kHz
megahertz: MHz
decibels: dB
"""


@remember(None)
def load_spoken_forms() -> Mapping[str, tuple[str, ...]]:
    """Return what is said for each abbreviation, as written, as lower-case words."""
    spoken: dict[str, tuple[str, ...]] = {}
    for table, capitalise in ((_SAID, True), (_UNITS, False)):
        for line in table.strip().splitlines():
            said, _, spellings = line.partition(": ")
            for spelling in spellings.split():
                spoken[spelling] = tuple(said.split())
                if capitalise:
                    spoken[spelling.capitalize()] = tuple(said.split())
    return spoken
