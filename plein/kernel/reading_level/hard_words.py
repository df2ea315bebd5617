"""Words of an office, each with one that everybody knows. The list is our own choice."""

import re

from plein.kernel.reading_level.level import HardWord

# What to write: what not to write, in each of its forms.
INSTEAD_OF = {
    "aanvraag": (
        *(
            "verzoekschrift",
            "aanvraagprocedure",
            "aanvraagprocedures",
            "dossier",
            "dossiers",
            "zaak",
        ),
    ),
    "afspraak over geld dat u terugbetaalt": ("betalingsregeling", "betalingsregelingen"),
    "als": ("indien", "ingeval", "in het geval dat"),
    "ander": ("andersluidend", "andersluidende"),
    "bekijken": ("in behandeling", "in behandeling nemen", "in ogenschouw nemen"),
    "beslissen": ("besluitvorming", "een besluit nemen"),
    "bij deze brief": ("bijgesloten", "bijgevoegd", "bijgevoegde", "ingesloten"),
    "brief met ons besluit": ("beschikking", "beschikkingen", "toekenningsbesluit"),
    "controleren": (
        *("verifiëren", "verifieert", "geverifieerd", "verificatie"),
        *("valideren", "gevalideerd", "validatie"),
    ),
    "daarna": ("vervolgens", "nadien"),
    "daarom": ("derhalve", "bijgevolg", "mitsdien", "dientengevolge", "deswege"),
    "door": ("ten gevolge van", "als gevolg van", "vanwege het feit dat"),
    "echt": ("daadwerkelijk", "daadwerkelijke"),
    "en ook": ("alsmede", "alsook", "evenals"),
    "geld dat u nog kunt besteden": ("tegoed", "tegoeden"),
    "geldt voor": ("van toepassing op", "van toepassing"),
    "hoe hoog": ("de hoogte van",),
    "hoeveel geld er op staat": ("saldo", "saldi"),
    "tijdens": ("gedurende", "ten tijde van"),
    "invullen": ("completeren", "gecompleteerd"),
    "kan": ("is gerechtigd", "bent gerechtigd", "is bevoegd tot"),
    "krijgen": (
        *("in aanmerking komen", "in aanmerking komt", "aanspraak maken op", "aanspraak maakt op"),
        *("verkrijgen", "verkrijgt", "verkregen", "ontvangst nemen"),
    ),
    "laten weten": (
        "in kennis stellen",
        "in kennis gesteld",
        "op de hoogte stellen",
        "kenbaar maken",
    ),
    "maar": ("echter", "evenwel", "desalniettemin", "desondanks", "nochtans"),
    "meer tijd": ("uitstel van de beslissing", "verdaging", "verdagen", "verdaagd"),
    "meteen": ("onverwijld", "per omgaande", "terstond", "onmiddellijk"),
    "met": ("middels", "door middel van", "met behulp van"),
    "moet": ("dient", "dienen", "dient te", "bent verplicht", "gehouden tot"),
    "niet": ("geenszins", "niet ontvankelijk", "niet-ontvankelijk"),
    "niet eens met ons besluit": ("bezwaar maken", "bezwaar aantekenen", "bezwaarschrift"),
    "nodig": ("noodzakelijk", "noodzakelijke", "benodigd", "benodigde", "vereist", "vereiste"),
    "nu": ("thans", "heden", "op dit moment in de tijd"),
    "om te": ("teneinde", "ten einde"),
    "ongeveer": ("circa", "bij benadering"),
    "ook": ("tevens", "eveneens", "voorts"),
    "op grond van": ("krachtens", "uit hoofde van", "ingevolge"),
    "over": ("omtrent", "inzake", "aangaande", "betreffende", "met betrekking tot", "ter zake van"),
    "papieren": ("bewijsstuk", "bewijsstukken", "bescheiden", "documentatie"),
    "persoon": ("rechthebbende", "rechthebbenden", "belanghebbende", "belanghebbenden"),
    "precies": ("nauwgezet", "expliciet", "expliciete"),
    "regel": ("voorschrift", "voorschriften", "bepaling", "bepalingen"),
    "sinds": ("sedert",),
    "spreken wij af": ("wordt overeengekomen", "overeengekomen", "overeenkomen"),
    "stoppen": ("beëindigen", "beëindigd", "beëindigt", "beëindiging", "intrekking"),
    "straks": ("te zijner tijd", "t.z.t.", "mettertijd"),
    "terugbetalen": ("restitueren", "restitutie", "gerestitueerd"),
    "tijd": ("termijn", "termijnen", "tijdsbestek"),
    "toch niet": ("onverhoopt",),
    "toestemming": ("machtiging verlenen", "goedkeuring verlenen"),
    "u krijgt het": ("toegekend", "toekennen", "toekenning", "ingewilligd", "inwilligen"),
    "u krijgt het niet": ("afgewezen", "afwijzen", "afwijzing"),
    "van": ("afkomstig van", "voortvloeiend uit", "voortvloeit uit"),
    "veranderen": ("wijziging aanbrengen", "muteren", "mutatie", "mutaties"),
    "versturen": (
        *("indienen", "indient", "ingediend", "indiening", "overleggen van"),
        *("uploaden", "upload", "uploadt", "geüpload"),
    ),
    "volgens": ("conform", "overeenkomstig", "blijkens"),
    "voor": ("ten behoeve van", "uiterlijk", "voorafgaand aan", "alvorens"),
    "vragen": ("verzoeken", "verzoekt", "verzocht", "opvragen"),
    "waarmee": ("waarmede",),
    "wie": ("degene die", "diegene die", "degenen die"),
    "het lukt nu niet": ("foutmelding", "foutcode"),
    "wij vinden dat jammer": ("helaas",),
    "wij wachten op u": ("opgeschort", "opschorten", "opschorting"),
    "zo snel mogelijk": ("ten spoedigste", "zo spoedig mogelijk", "spoedig"),
    "zoals": ("als zodanig",),
    "behalve": ("met uitzondering van", "behoudens"),
}

_EASIER = {word: easier for easier, instead in INSTEAD_OF.items() for word in instead}
_ANY = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(_EASIER, key=len, reverse=True))) + r")(?!\w)",
    re.IGNORECASE,
)


def hard_words(text: str) -> tuple[HardWord, ...]:
    """Each once, in the order of the text."""
    found = dict.fromkeys(match[0].lower() for match in _ANY.finditer(" ".join(text.split())))
    return tuple(HardWord(word, _EASIER[word]) for word in found)
