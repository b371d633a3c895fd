"""Classes of words that distinguish glosses from other phrases.

They are closed classes, or nouns that definitions begin with.
"""


def _make_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Nouns that say what kind of thing something is.
CATEGORIES = _make_set("""
    abnormality acid action agent allergy amount antibiotic antibody area artery attack
    bacteria bacterium bag bandage barrier biopsy bleeding blister blockage bone brace branch
    bruise buildup bulge bump camera cancer cell change chart chemical chest clot clump
    coating collection color colour condition cord cough cover covering crack cream cut cyst
    damage deficiency deposit device diagnosis disability discharge disease disorder doctor
    drop drug duct exam examination exercise expert fat feeling fever fiber fibre film flap
    flow fluid food fracture fungus gas gel gene germ gland group growth gut hole hormone
    illness imbalance implant infection inflammation inhaler injection injury instrument
    irritation itch joint kind lack layer lens lining link liquid list loss lump machine mark
    mask mass material measure measurement medication medicine membrane method mineral mixture
    molecule muscle name narrowing needle nerve numbness nurse nutrient opening operation
    organ organism pain painkiller pair paralysis parasite particle passage patch person
    phobia picture plan plant plate pocket poison pouch powder pressure procedure process
    professional program programme protein pump rash rate ray reaction record region relaxant
    response rhythm ring rod room sac salt sample scan scar scientist score sensation serum
    set shot sickness skin solution sore space spasm specialist spot spray stage state steroid
    stomach stone strand string strip stroke structure study substance sugar supplement
    surgeon surgery swelling symptom syndrome system tablet team technique term test therapist
    therapy thickening thinning tiredness tissue tool toxin tract treatment trial tube tumor
    tumour type ulcer unit vaccine valve vein vessel virus vitamin wall waste wave weakness
    wire word wound x-ray
""")
# Kinds of medicine that most people know by what they do, and their own short names.
MEDICINE_CLASSES = _make_set("""
    anti-inflammatory antibiotic antidepressant antihistamine blood inhaler laxative nsaid
    painkiller sedative steroid stimulant tranquiliser tranquilizer tranquilliser vaccine
    vitamin
""")
# Nouns that judge, or that name a part of an argument.
OPINIONS = _make_set("""
    advantage aim annoyance bad bargain benefit blessing boost bore bother bummer burden case
    cause challenge chance choice coincidence comfort complication concern consequence
    consideration cure curse danger deal delight disadvantage disappointment disaster distress
    downside drag drawback effect effort emergency enemy example exception excuse fact factor
    failure fault favorite favourite fear focus fright frustration fuss goal good guess
    handful hassle headache help hindrance hope hurdle idea improvement inconvenience
    indication irritant issue joke joker joy killer lesson lie limitation luxury marker matter
    menace mess milestone misery mistake must mystery necessity need nightmare nuisance
    obstacle option ordeal outcome part pity pleasure possibility precaution priority
    privilege problem question rarity reason relief reminder requirement result risk sadness
    setback shame shock side sign solution source step story strain stress struggle success
    surprise symptom target thing threat time topic torment tragedy treat trigger trouble
    upset warning way wonder worry
""")
# Categories so wide that they say nothing by themselves: "a serious condition".
WIDE = _make_set("""
    condition device disability disease disorder doctor drug exam examination expert illness
    infection instrument machine medication medicine method nurse operation procedure process
    professional program programme record scan specialist surgery symptom syndrome team
    technique test therapy treatment trial
""")
# Of these a judgement tells nothing even of the thing in general: "sepsis is a serious illness".
VAGUE = _make_set("""
    condition disease disorder illness method procedure process symptom syndrome technique
""")
TIMES = _make_set("""
    afternoon day evening hour minute month morning night one ones week year
""")
DEGREES = _make_set("""
    bit couple deal fair far few fraction good great handful little load lot many much number
    quite rather shade smidge somewhat tad touch trifle while
""")
EVALUATIONS = _make_set("""
    abnormal absent acceptable active bad benign best better big bigger bitter blocked blue
    clean clear cold common considered controlled critical crucial different difficult dirty
    dry easier easy effective essential expected fine frequent good great hard harder harmless
    helpful high higher hot huge ideal important inactive integral itchy key large larger
    likely little long longer loose low lower main major mild minor moderate necessary
    negative new newer nice normal old older optional painful painless permanent persistent
    positive possible preferred present rare raw ready recent recommended red required safe
    safer same serious severe short shorter similar simple single slight small smaller sore
    special stable stiff strong stronger suspected temporary tender terrible tight typical
    unclear uncommon unknown unlikely unusual useful usual very vital weak weaker well wet
    whole worse worst wrong
""")
ORDERS = _make_set("""
    ask avoid be become bring call check come consult contact do drink eat faint feel find
    follow get give go have keep learn let look lose make need note phone press put read rest
    ring see seek show speak start stay stop take talk tell text try turn use visit vomit wait
    want wash watch write
""")
PRONOUNS = _make_set("""
    anyone he i it no-one nobody she someone there these they this those we you
""")
POINTERS = _make_set("""
    about above after again already also and around as at because before below bottom but by
    called during e.g eg either especially even except fig figure for from grade here if in
    including into left less like mainly maybe more most mostly neither nobody none nor
    nothing often on once only or ordinarily over page panel particularly per perhaps phase
    possibly pronounced rarely regardless right said say see seldom shown since so sometimes
    sound sounds stage such table than then through to top towards twice under unless until up
    usually very via whether while with within without yes
""")
# They say nothing of a meaning, so a text can have the meaning without them.
FILLERS = _make_set("""
    and any are been being both but can for from had has have into its like made make makes may
    more most not often one other out part some such than that the their them they thing things
    this too used when where which who with you your
""")
