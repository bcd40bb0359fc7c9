# SPDX-License-Identifier: EUPL-1.2
"""Invented parliamentary papers in Dutch, of any size, for measuring speed: nothing in them is true.

usage: bench/synthetic_corpus.py DIR --megabytes 10 [--seed 1]
       bench/synthetic_corpus.py DIR --files 1000000      # a folder of tiny files, one sentence each

Written questions with answers, and policy reports: numbered questions, answers, tables, headings. Sentences are patterns;
what fills them is drawn: nouns, most of them compounds, and names by a power law, so that a few are everywhere and
the vocabulary never ends. Document i depends on the seed and i alone.

What it is made to be like are real papers: words, word types and their growth, figures and names a kilobyte. How near
it comes is in docs/PERFORMANCE.md; bench/corpus_likeness tells it of any two folders.
"""
import argparse
import itertools
import multiprocessing
import pathlib
import random
import signal

# The exponent of Heaps' law in real papers (0.61, from 0.25 to 7 MB of them): types grow as bytes to that power. Drawing
# rank r with a chance of r^-(1 + ALPHA) gives that growth for ALPHA = 1 / 0.61 - 1.
ALPHA = 0.64
# Fitted, with the shares below, so that types, figures and names come out as many as in real papers.
NOUN_SCALE = 560
NAME_SCALE = 25
SURNAME_SCALE = 40
FIGURED_SHARE = 28  # of a hundred sentences of running text
TABLE_SHARE = 0.05  # of questions

# word/plural; words with * take "het".
NOUNS = """aanbod*/aanbiedingen aanpak/aanpakken aanvraag/aanvragen actie/acties advies*/adviezen afdeling/afdelingen akkoord*/akkoorden
analyse/analyses bedrag*/bedragen beheer*/beheerders beleid*/beleidslijnen beslissing/beslissingen bestuur*/besturen bevoegdheid/bevoegdheden
bijdrage/bijdragen brief/brieven budget*/budgetten campagne/campagnes centrum*/centra commissie/commissies contract*/contracten
controle/controles decreet*/decreten dienst/diensten doelstelling/doelstellingen dossier*/dossiers evaluatie/evaluaties fonds*/fondsen
gebied*/gebieden gebouw*/gebouwen gegeven*/gegevens groep/groepen hervorming/hervormingen initiatief*/initiatieven inspectie/inspecties
instelling/instellingen kost/kosten lijst/lijsten loket*/loketten maatregel/maatregelen markt/markten meting/metingen middel*/middelen
netwerk*/netwerken norm/normen onderzoek*/onderzoeken opdracht/opdrachten overeenkomst/overeenkomsten overleg*/overlegmomenten
periode/periodes plan*/plannen platform*/platformen prijs/prijzen probleem*/problemen procedure/procedures programma*/programma's
project*/projecten raad/raden rapport*/rapporten regel/regels regeling/regelingen register*/registers sector/sectoren steun/steunmaatregelen
subsidie/subsidies systeem*/systemen taak/taken tarief*/tarieven toegang/toegangen toelage/toelagen toestand/toestanden toezicht*/toezichthouders
uitvoering/uitvoeringen vergunning/vergunningen verslag*/verslagen vraag/vragen werking/werkingen wet/wetten zone/zones""".split()
LEFT = """aanbestedings afval ambtenaren arbeids asiel auto bank bedrijfs begrotings belasting beroeps bestuurs bevolkings binnenvaart bodem
bos bouw brand brug buurt cultuur data dorps douane economie energie erfgoed export fiets film gas gebieds gebruikers geluids gemeente
gerechts gezins gezondheids glas goederen grens groei grond handels haven herstel huur huis industrie informatie innovatie jeugd justitie
kapitaal kennis kinder klimaat krediet kunst kust kwaliteits landbouw lucht luchthaven markt materiaal media melk milieu mobiliteits
museum muziek natuur nijverheids nood onderhouds ondernemers onderwijs ontwikkelings opleidings ouderen patiënten pendel pensioen
personeels platteland politie polder post productie provincie recht regio reizigers ruimte scheeps school senioren sluis sociaal spoor
sport stads statistiek steden stikstof straat stroom studie taal taxi techniek tele toekomst toerisme trein uitvoer vaar veiligheids
verbruikers verkeers vermogens verzekerings vis vlieg voedsel voertuig vrijwilligers water weg welzijns werk werknemers wetenschaps
wijk wind winkel woning zee zelfstandigen ziekenhuis zorg zuivel""".split()
ADJECTIVES = """administratieve algemene beperkte betrokken bestaande bevoegde bijkomende buitenlandse digitale duurzame eerste Europese
federale financiële gewestelijke gemeentelijke grote huidige interne jaarlijkse juridische kleine laatste lokale nationale nieuwe
noodzakelijke openbare operationele private regionale sociale specifieke strengere structurele technische tijdelijke verschillende
Vlaamse volledige voorziene wettelijke""".split()
ADJECTIVE_ENDINGS = "gebonden gerichte gevoelige intensieve specifieke technische vriendelijke".split()
# Of separable verbs.
PREFIXES = "aan af bij door her in mee om op over toe uit voor weg".split()
PARTICIPLE_STEMS = """gebracht gebouwd gedragen gedreven gegeven gehouden gekeken gekocht gelegd geleid geleverd gemaakt gemeten genomen
geschreven gesproken gesteld geteld getrokken gevoerd gewerkt gewezen gezet gezonden""".split()
INFINITIVE_STEMS = """brengen bouwen dragen drijven geven houden kijken kopen leggen leiden leveren maken meten nemen schrijven spreken
stellen tellen trekken voeren werken wijzen zetten zenden""".split()
PARTICIPLES = """aangepast aangevraagd afgesloten bekendgemaakt berekend beslist besproken bevestigd doorgevoerd gecontroleerd
geëvalueerd gefinancierd gegeven gemeld genomen georganiseerd geraadpleegd goedgekeurd herzien ingediend ingevoerd meegedeeld
ondersteund onderzocht ontvangen opgemaakt opgestart opgevolgd overgemaakt stopgezet toegekend uitgebreid uitgesteld uitgevoerd
vastgelegd verhoogd verlaagd verlengd vermeld versterkt voorbereid voorgelegd voorzien""".split()
INFINITIVES = """aanpassen beoordelen bepalen bereiken beschermen bespreken controleren evalueren financieren gebruiken invoeren meedelen
nagaan ondersteunen onderzoeken opvolgen organiseren overwegen toelichten uitbreiden uitvoeren verbeteren vermijden versterken
verzamelen voorleggen voorzien wijzigen""".split()
ADVERBS = """aldus alleen altijd amper anders behoorlijk bijgevolg bijna bovendien daarbij daardoor daarenboven daarna daarnaast daarom
daartoe dadelijk dan deels destijds dikwijls doorgaans duidelijk echter eerst eindelijk elders enkel ergens eveneens evenwel
geleidelijk grotendeels haast hierbij hierdoor hierna hoogstens immers inmiddels intussen jaarlijks later meestal minstens
momenteel nadien namelijk nauwelijks nergens niet niet niet nog nog nogmaals normaal onlangs onmiddellijk ooit ook ook ook opnieuw
overal plaatselijk rechtstreeks recent reeds regelmatig ruimschoots samen slechts snel soms spoedig stapsgewijs steeds tegelijk
tevens thans tijdelijk uiteindelijk uiteraard vaak vandaag verder vermoedelijk vervolgens volledig vooraf vooral voorlopig
voortaan vroeger wekelijks wel wel wellicht zeker zelden zo zowat""".split()
SYLLABLES = """aal aar ber bek beke brak brugge dam den doorn dor eke gem haar hals hem hove hout ing kerk kom laar land lede lo lok
meer mol mont munte nes nove oost or poel rij ruis schel sel stee tem ter tiel tre velde ver voor wal weert wes wijk zand zele zwe""".split()
ENDINGS = "ard berg boom broek daele donck ecke elle ens ers haege inck kens man mans oot quist rie sen ssens stra teyn tier veld ynck".split()
GIVEN = """Anke An Bart Bram Celine Dirk Dries Elke Els Femke Filip Geert Gijs Hanne Hilde Ivo Jan Jelle Jo Katja Koen Lies Lukas
Marc Marthe Mieke Niels Olga Peter Pieter Roos Ruth Stijn Thea Tom Wim Wout Yves""".split()
BODIES = "Agentschap Bond Centrum Dienst Federatie Fonds Instituut Raad Stichting Unie".split()
FORMS = ["nv", "vzw", "bv", "Group"]
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
PREPOSITIONS = """aan aan binnen bij door in in in met met na naar om onder op op over per te tegen tot tussen van van van via voor
voor zonder""".split()

# {…} are the methods of Words below.
STATEMENTS = """
{The} werd {adverb} {participle} door {the}, en dat is {adverb} {adjective} voor {the} van {the}.
Het is {adverb} de bedoeling om {the} te {infinitive} en {a} op te stellen in overleg met {the}.
{The} en {the} worden {adverb} {participle}, zodat er geen {noun} meer is.
Wat betreft {the} kan ik u meedelen dat {organisation} {adverb} wordt {participle} {where}.
Ik heb aan mijn diensten gevraagd om {the} te {infinitive} en daarbij rekening te houden met {the}.
In het kader van {the} werd {a} {participle} dat door {the} {adverb} wordt {participle}.
Men kan niet zeggen dat {the} hierdoor {adverb} is {participle}; dat hangt ook af van {the}.
Zoals ik al heb gezegd zal {the} hun {noun} {infinitive} als dat kan, maar niet op kosten van {the}.
{The} is {adverb} een bevoegdheid van {organisation}, dat daarover zelf zal beslissen.
Dit heeft te maken met {the} en met de manier waarop {organisation} {the} heeft {participle}.
Er wordt {adverb} gewerkt aan {a} waarin ook {the} aan bod komt.
De minister verwijst naar {the} en naar het antwoord dat aan {person} werd gegeven.
Uit {the} blijkt dat {the} {adverb} moet worden {participle}, ook als {the} dat niet vraagt.
Wie {a} wil, moet zich wenden tot {the} of tot {organisation}.
Volgens {organisation} was {the} niet tot stand gekomen zonder {the}.
Daarnaast zijn er {noun} die {adverb} door {the} worden {participle} {where}.
Om {the} te {infinitive} heeft {organisation} {a} nodig, en dat vraagt tijd van {the}.
Over {the} zijn er {adverb} geen gegevens beschikbaar, omdat {the} die niet bijhoudt.
Ze zijn van oordeel dat {the} van {the} {adverb} te weinig werd {participle}.
Het gaat om {a} die onder {the} valt en waarvoor nog geen {noun} bestaat.
Samen met {organisation} en {the} heeft {the} {a} {participle}.
{The} in {place} is daarvan een voorbeeld, maar er zijn er nog andere {where}.
Als {the} het ermee eens is, kan {the} al worden {participle} voor het einde van het jaar.
Hij heeft {adverb} laten weten dat hij {the} wil {infinitive} met {the}.
Deze {noun} is bedoeld voor {noun} die {the} of {the} zouden {infinitive}.
Tot nu toe werden er geen klachten over {the} ontvangen bij {organisation}.
{The} {where} wordt tegen die tijd {adverb} {participle} door {the} zelf.
Dat neemt niet weg dat {the} ook naar {the} moet kijken en dat {noun} mogelijk {adverb} wijzigt.
""".strip().split("\n")
FIGURED = """
In {year} werd voor {the} een bedrag van {amount} {participle} door {organisation}.
In {year} heeft {organisation} {the} {adverb} {participle} {where}.
Van de {count} {plural} zijn er {count} {participle}, of {percent} van het totaal.
Het koninklijk besluit van {date} betreffende {the} bepaalt dat {the} wordt {participle}.
Op {date} heeft {the} met {organisation} {a} {participle}.
Sinds {year} is {the} {adverb} {participle}, en dat geldt ook voor {the} in {place}.
Tussen {year} en {year} werden in {place} {count} {plural} {participle}.
Ik verwijs naar mijn antwoord op vraag nr. {small} van {date} van {person} over {the}.
Artikel {few} van {the} laat toe dat {the} {adverb} wordt {participle}.
Het gaat om {few} {plural}, waarvan de meeste in {place} en {place}.
Bij {organisation} waren dat er {few}, en {where} {few}.
Gemiddeld duurt {the} {few} maanden, maar {the} kan die termijn {infinitive}.
De wet van {date} heeft {the} {adverb} {participle}.
In het jaar {year} waren er {count} {plural} bij {the}, tegenover {count} in {year}.
""".strip().split("\n")
QUESTIONS = """
Hoeveel werd er in {year} aan {the} besteed?
Hoeveel {plural} werden er {participle} in {place}, per jaar en per provincie?
Welk bedrag ontving {organisation} voor {the}?
Hoe evalueert u {the} en zal u {the} {infinitive}?
Wat is het budget van {the} en wie heeft {the} {participle}?
Welke {plural} doen mee aan {the}?
Wanneer zal {the} worden {participle}?
Bent u op de hoogte van {the} en van {the} {where}?
Kan u {the} toelichten, en is er overleg met {the} over {the}?
Welke maatregelen neemt u om {the} te {infinitive}?
""".strip().split("\n")

def parts(pattern):
    """[("literal", "slot"), …], the last with an empty slot."""
    out = []
    for piece in pattern.split("{"):
        slot, found, rest = piece.rpartition("}")
        if found:
            out[-1][1] = slot
        out.append([rest, ""])
    return [tuple(part) for part in out]


STATEMENT_PARTS, FIGURED_PARTS, QUESTION_PARTS = ([parts(line) for line in lines] for lines in (STATEMENTS, FIGURED, QUESTIONS))
HEADS = [(word.rstrip("*"), plural, "het" if word.endswith("*") else "de") for word, plural in (it.split("/") for it in NOUNS)]


def noun_of(rank):
    """Word, plural and article of the noun of that rank; after the simple ones compounds of two, three … parts, each once."""
    number = rank - len(HEADS)
    if number < 0:
        return HEADS[rank]
    before = ""
    size = len(HEADS) * len(LEFT)
    while number >= size:
        number -= size
        before += LEFT[number % len(LEFT)]
        number //= len(LEFT)
    # A step that has no divisor in common with the size goes through all, in no order that shows.
    number = number * 7919 % size
    word, plural, article = HEADS[number % len(HEADS)]
    before += LEFT[number // len(HEADS)]
    return before + word, before + plural, article


def syllables_of(rank, least):
    """A name of at least `least` syllables, another for each rank."""
    out = ""
    while rank > 0 or least > 0:
        out += SYLLABLES[(rank * 31 + least * 7) % len(SYLLABLES)]
        rank //= len(SYLLABLES)
        least -= 1
    return out.capitalize()


class Words:
    """What fills the patterns, from one document's own stream of chance. A document keeps to a few subjects."""

    def __init__(self, random_numbers):
        self.random = random_numbers
        self.draw = random_numbers.random
        self.own = [noun_of(self._rank(2000)) for _ in range(5)]
        self.bodies = [self._new_organisation() for _ in range(2)]
        self.places = [self._new_place() for _ in range(3)]
        self.first_year = self._between(2004, 2021)

    def fill(self, pattern):
        out = []
        for literal, slot in pattern:
            out.append(literal)
            if slot:
                out.append(getattr(self, slot)())
        sentence = "".join(out)
        return sentence[:1].upper() + sentence[1:]

    # The chances of `ranks` beyond r fall as (1 + r / scale)^-ALPHA.
    def _rank(self, scale):
        return int(scale * ((1.0 - self.draw()) ** (-1 / ALPHA) - 1))

    def _one_of(self, choices):
        return choices[int(self.draw() * len(choices))]

    def _between(self, low, high):
        return low + int(self.draw() * (high - low + 1))

    def _noun(self):
        return self._one_of(self.own) if self.draw() < 0.12 else noun_of(self._rank(NOUN_SCALE))

    def the(self):
        word, plural, article = self._noun()
        chance = self.draw()
        if chance < 0.35:
            article, word = "de", plural
        if self.draw() < 0.35:
            word = f"{self.adjective()} {word}"
        if chance < 0.12:
            return f"{article} {word} van {self.the()}"
        if chance > 0.85:
            return f"{word} {self._one_of(PREPOSITIONS)} {self.the()}"
        return f"{article} {word}"

    def The(self):  # noqa: N802 (a slot's name)
        return self.the()

    def a(self):
        return f"een {self.adjective()} {self._noun()[0]}" if self.draw() < 0.4 else f"een {self._noun()[0]}"

    def noun(self):
        return self._noun()[1]

    plural = noun

    def where(self):
        if self.draw() < 0.5:
            return f"in {self.place()}"
        return f"{self._one_of(PREPOSITIONS)} {self.the()}"

    def participle(self):
        return self._one_of(PARTICIPLES) if self.draw() < 0.5 else self._one_of(PREFIXES) + self._one_of(PARTICIPLE_STEMS)

    def infinitive(self):
        return self._one_of(INFINITIVES) if self.draw() < 0.5 else self._one_of(PREFIXES) + self._one_of(INFINITIVE_STEMS)

    def adjective(self):
        return self._one_of(ADJECTIVES) if self.draw() < 0.5 else self._one_of(LEFT) + self._one_of(ADJECTIVE_ENDINGS)

    def adverb(self):
        return self._one_of(ADVERBS)

    def organisation(self):
        return self._one_of(self.bodies) if self.draw() < 0.75 else self._new_organisation()

    def place(self):
        return self._one_of(self.places) if self.draw() < 0.75 else self._new_place()

    def person(self):
        name = syllables_of(self._rank(SURNAME_SCALE), 1) + self._one_of(ENDINGS)
        return f"{self._one_of(GIVEN)} {self._one_of(('Van ', 'De ', '', ''))}{name}"

    def year(self):
        return str(self.first_year + self._between(0, 4))

    def date(self):
        return f"{self._between(1, 28)} {self._one_of(MONTHS)} {self.year()}"

    def small(self):
        return str(self._between(2, 990))

    def few(self):
        return str(self._between(2, 40))

    def count(self):
        return dutch(int(10 ** (1 + 3 * self.draw())))

    def percent(self):
        return f"{self._between(0, 99)},{self._between(0, 9)}%" if self.draw() < 0.5 else f"{self._between(1, 99)} procent"

    def amount(self):
        kind = self.draw()
        if kind < 0.4:
            return f"{self._between(1, 900)},{self._between(1, 9)} miljoen euro"
        if kind < 0.8:
            return f"{dutch(self._between(1, 900) * 500)} euro"
        return f"{dutch(int(10 ** (3 + 4 * self.draw())))},{self._between(0, 99):02} euro"

    def _new_organisation(self):
        rank = self._rank(NAME_SCALE)
        if self.draw() < 0.5:
            return f"{self._one_of(BODIES)} {syllables_of(rank, 2)}"
        return f"{syllables_of(rank, 2)} {self._one_of(FORMS)}"

    def _new_place(self):
        return syllables_of(self._rank(NAME_SCALE), 2)


def dutch(number):
    return f"{number:,}".replace(",", ".")


def paragraph(words):
    count = 1 + int(8 * words.draw() ** 2)
    return " ".join(words.fill(words._one_of(FIGURED_PARTS if words.draw() * 100 < FIGURED_SHARE else STATEMENT_PARTS))
                    for _ in range(count))


def table(words, number):
    years = [words.first_year + i for i in range(4)]
    lines = [f"Tabel {number} {words.own[0][0].capitalize()} per gemeente (bedragen in euro)", "",
             "\t".join(["Gemeente", *map(str, years)])]
    for _ in range(words._between(3, 12)):
        lines.append("\t".join([words.place(), *(dutch(words._between(100, 900000)) for _ in years)]))
    return "\n".join(lines)


def written_question(words):
    asked = [words.fill(words._one_of(QUESTION_PARTS)) for _ in range(words._between(2, 6))]
    blocks = [f"Schriftelijke vraag nr. {words.small()} van {words.date()}\nvan {words.person().upper()}",
              f"{words.own[0][0].capitalize()} - Stand van zaken", "VRAAG", paragraph(words),
              "\n".join(f"{i}. {question}" for i, question in enumerate(asked, 1)), "ANTWOORD"]
    for i in range(1, len(asked) + 1):
        blocks.append(f"{i}. {paragraph(words)}")
        blocks.extend(paragraph(words) for _ in range(words._between(0, 2)))
    if words.draw() < TABLE_SHARE:
        blocks.append(table(words, 1))
    return "\n\n".join(blocks) + "\n"


def report(words):
    blocks = [f"Beleidsnota {words.own[0][0]} {words.year()}"]
    tables = 0
    for chapter in range(1, words._between(3, 9)):
        blocks.append(f"{chapter}. {words._noun()[1].capitalize()}")
        blocks.extend(paragraph(words) for _ in range(words._between(2, 8)))
        if words.draw() < TABLE_SHARE / 2:
            tables += 1
            blocks.append(table(words, tables))
    return "\n\n".join(blocks) + "\n"


def document(seed, number):
    words = Words(random.Random(f"{seed} {number}"))
    return report(words) if words.draw() < 0.2 else written_question(words)


def tiny_document(seed, number):
    return Words(random.Random(f"{seed} {number}")).fill(FIGURED_PARTS[number % len(FIGURED_PARTS)]) + "\n"


def write_document(folder, number, text):
    path = pathlib.Path(folder, f"{number // 500:04}", f"stuk-{number:07}.txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


def write_corpus(folder, size, seed):
    """Documents from the first on, at least `size` bytes together, 500 a folder; how many there are."""
    # Not with what the caller does at SIGTERM: that is how the pool ends its processes.
    with multiprocessing.Pool(initializer=signal.signal, initargs=(signal.SIGTERM, signal.SIG_DFL)) as pool:
        written = last = 0
        numbers = itertools.count()
        while written < size:
            # In rounds, for how long a document is shows only when it is made.
            few = max(1, min(2000, int((size - written) / 6000)))
            for number, text in pool.imap(_encoded, zip(itertools.repeat(seed), itertools.islice(numbers, few)), 20):
                if written < size:
                    write_document(folder, number, text)
                    written += len(text)
                    last = number
    return last + 1


def _encoded(of):
    seed, number = of
    return number, document(seed, number).encode()


def write_tiny_files(folder, files, seed):
    for number in range(files):
        write_document(folder, number, tiny_document(seed, number).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--megabytes", type=float, default=10)
    size.add_argument("--files", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.files:
        write_tiny_files(options.folder, options.files, options.seed)
    else:
        write_corpus(options.folder, options.megabytes * 1e6, options.seed)


if __name__ == "__main__":
    main()
