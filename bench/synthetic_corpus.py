# SPDX-License-Identifier: EUPL-1.2
"""Invented parliamentary papers in Dutch, of any size, for measuring speed: nothing in them is true.

usage: bench/synthetic_corpus.py DIR --megabytes 10 [--seed 1]

Written questions with answers, and policy reports: numbered questions, answers, tables, headings. Sentences are
patterns; amounts, counts, years, names and compounds are drawn, so that the vocabulary goes on growing with the
size, as it does in real papers. Document i depends on the seed and i alone.
"""
import argparse
import pathlib
import random

SUBJECTS = """energie haven water school zorg landbouw mobiliteit innovatie woning jeugd sport erfgoed klimaat arbeidsmarkt
toerisme binnenvaart bos onderwijs export luchthaven natuur fiets media cultuur bodem afval visserij gezin starters
veiligheid spoor opleiding digitalisering ruimte armoede""".split()
THINGS = """premie subsidie toelage fonds plan project dossier aanvraag onderzoek netwerk dienst commissie raad loket
vergunning bijdrage campagne maatregel programma begroting decreet controle inspectie overleg akkoord toezicht register
steun lening monitor cluster investering""".split()
PARTS = """aanbod advies afzet ambt bedrijf beheer beleid bestuur bouw buurt dorp economie familie gebied gemeente gezondheid
grens groei handel huur industrie kapitaal kennis kust kwaliteit markt materiaal milieu norm onderneming ouder partner
personeel plaats prijs productie provincie recht regio sector stad straat techniek toekomst uitvoer verkeer voertuig
vrijwilliger welzijn werk wetenschap zee""".split()
ADJECTIVES = """nieuwe lokale Vlaamse duurzame tijdelijke structurele bijkomende Europese kleine grote jaarlijkse eerste
regionale openbare private sociale""".split()
VERBS = """aangepast aangevraagd afgesloten bekrachtigd berekend beslist besteed betaald betwist bevestigd doorgelicht
gecontroleerd geëvalueerd gefinancierd geïnd gemeld geraamd geschrapt getoetst geweigerd gewijzigd goedgekeurd
herbekeken herverdeeld hervormd ingediend ingetrokken onderzocht opgestart opgevolgd overgedragen stopgezet
teruggevorderd toegekend uitgebreid uitgesteld vastgelegd verhoogd verlaagd verlengd vernieuwd vrijgemaakt""".split()
ADVERBS = """amper bijgevolg bovendien daarna deels destijds doorgaans eveneens geleidelijk grotendeels inmiddels jaarlijks
kortelings meestal nadien nauwelijks nogmaals onlangs opnieuw ruimschoots slechts stapsgewijs tijdelijk tweemaal
uiteindelijk vervolgens voorlopig vroeger wekelijks zelden""".split()
SYLLABLES = """aal ber brak dam den dor eke gem haar hove ing kerk laar lok meer mol nes oost poel rijs schel stee tem
ver voor wal wes zand zele""".split()
GIVEN = "Anke Bram Celine Dries Elke Femke Gijs Hanne Ivo Jelle Katja Lukas Marthe Niels Olga Pieter Roos Stijn Thea Wout".split()
FORMS = ["nv", "vzw", "bv", "cv"]
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()

# {…} are the methods of Words below.
STATEMENTS = """
In {year} werd {amount} {verb} voor de {compound} in {place}.
Door het agentschap zijn {count} van de {count} aanvragen {verb}; dat is {percent}.
De {adjective} {compound} is {adverb} {verb} met {amount}.
Volgens {person} volstaat de {thing} niet om de {compound} te bereiken.
Op {date} werd met {organisation} een {adjective} {thing} {verb}.
Tussen {year} en {year} ging het aantal {thing}en naar {count}.
Voor {organisation} bedroeg de {thing} {amount}, gespreid over {small} jaar.
De {thing} van {place} wordt {adverb} {verb} door de {thing}.
Zie het antwoord op vraag nr. {small} van {date} over de {compound}.
De {compound} loopt in {place} en {place}, met {count} deelnemers.
Van deze {thing} is op dit moment {percent} (ca. {amount}) {verb}.
Over de {compound} zijn er voor {year} geen gegevens.
{place} kreeg {amount}, {place} {adverb} {amount}.
{person} en {organisation} bespraken {adverb} de gevolgen voor de {thing}.
Sinds {date} ligt de {thing} voor {compound} op {percent}.
Een derde van de {count} dossiers is {verb} omdat een {thing} ontbrak.
{organisation} heeft met {organisation} een {adjective} {thing} {verb}.
Gemiddeld duurt dit {small} dagen.
De {thing} en de {thing} worden {adverb} {verb}.
Wie een {compound} wil, vraagt eerst een {adjective} {thing}.
Dat is {adverb} {verb} na een {thing} bij de {compound}.
Er kwamen {count} meldingen binnen, vooral uit {place}.
""".strip().split("\n")
QUESTIONS = """
Hoeveel werd in {year} besteed aan de {compound}?
Hoeveel aanvragen voor de {compound} werden er ingediend in {place}?
Welk bedrag ontving {organisation}?
Hoe evalueert de minister de {compound}?
Wat is het budget van de {compound} in {year}?
Welke gemeenten doen mee aan de {adjective} {compound}?
Wanneer treedt de {compound} in werking?
Hoeveel procent van de {compound} is uitgevoerd?
""".strip().split("\n")


class Words:
    """What fills the patterns, from one document's own stream of chance. A document keeps to a few subjects."""

    def __init__(self, random_numbers):
        self.random = random_numbers
        self.own = [self._new_compound() for _ in range(6)]
        self.bodies = [self._new_organisation() for _ in range(3)]
        self.places = [self._new_place() for _ in range(4)]
        self.first_year = self.random.randint(2004, 2021)

    def fill(self, pattern):
        out = []
        for i, piece in enumerate(pattern.split("{")):
            if i == 0:
                out.append(piece)
                continue
            slot, rest = piece.split("}", 1)
            out.append(getattr(self, slot)() + rest)
        sentence = "".join(out)
        return sentence[:1].upper() + sentence[1:]

    def compound(self):
        return self.random.choice(self.own) if self.random.random() < 0.7 else self._new_compound()

    def organisation(self):
        return self.random.choice(self.bodies) if self.random.random() < 0.8 else self._new_organisation()

    def place(self):
        return self.random.choice(self.places) if self.random.random() < 0.8 else self._new_place()

    def adjective(self):
        return self.random.choice(ADJECTIVES)

    def thing(self):
        return self.random.choice(THINGS + PARTS)

    def verb(self):
        return self.random.choice(VERBS)

    def adverb(self):
        return self.random.choice(ADVERBS)

    def person(self):
        return f"{self.random.choice(GIVEN)} {self.random.choice(['Van ', 'De ', ''])}{self._new_place()}"

    def year(self):
        return str(self.first_year + self.random.randint(0, 4))

    def date(self):
        return f"{self.random.randint(1, 28)} {self.random.choice(MONTHS)} {self.year()}"

    def small(self):
        return str(self.random.randint(2, 990))

    def count(self):
        return dutch(int(10 ** self.random.uniform(1, 5)))

    def percent(self):
        return f"{self.random.randint(0, 99)},{self.random.randint(0, 99):02}%"

    def amount(self):
        kind = self.random.random()
        if kind < 0.3:
            return f"{self.random.randint(1, 900)},{self.random.randint(1, 9)} miljoen euro"
        if kind < 0.7:
            return f"{dutch(self.random.randint(1, 900) * 500)} euro"
        return f"{dutch(int(10 ** self.random.uniform(3, 7)))},{self.random.randint(0, 99):02} euro"

    def _new_compound(self):
        # Seldom used words are the many: the product of two draws leans to the front of the list.
        part = PARTS[int(len(PARTS) * self.random.random() * self.random.random())]
        middle = part + "s" if self.random.random() < 0.4 else ""
        return self.random.choice(SUBJECTS) + middle + self.random.choice(THINGS)

    def _new_organisation(self):
        name = "".join(self.random.sample(SYLLABLES, self.random.choice([2, 2, 3]))).capitalize()
        return f"{name} {self.random.choice(FORMS)}"

    def _new_place(self):
        return "".join(self.random.sample(SYLLABLES, 2)).capitalize()


def dutch(number):
    return f"{number:,}".replace(",", ".")


def paragraph(words):
    return " ".join(words.fill(words.random.choice(STATEMENTS)) for _ in range(words.random.randint(1, 6)))


def table(words, number):
    years = [words.first_year + i for i in range(4)]
    lines = [f"Tabel {number} {words.compound().capitalize()} per gemeente (bedragen in euro)", "",
             "\t".join(["Gemeente", *map(str, years)])]
    for _ in range(words.random.randint(3, 12)):
        lines.append("\t".join([words.place(), *(dutch(words.random.randint(100, 900000)) for _ in years)]))
    return "\n".join(lines)


def written_question(words):
    asked = [words.fill(words.random.choice(QUESTIONS)) for _ in range(words.random.randint(2, 6))]
    blocks = [f"Schriftelijke vraag nr. {words.small()} van {words.date()}\nvan {words.person().upper()}",
              f"{words.own[0].capitalize()} - Stand van zaken", "VRAAG", paragraph(words),
              "\n".join(f"{i}. {question}" for i, question in enumerate(asked, 1)), "ANTWOORD"]
    for i in range(1, len(asked) + 1):
        blocks.append(f"{i}. {paragraph(words)}")
        blocks.extend(paragraph(words) for _ in range(words.random.randint(0, 3)))
    if words.random.random() < 0.4:
        blocks.append(table(words, 1))
    return "\n\n".join(blocks) + "\n"


def report(words):
    blocks = [f"Beleidsnota {words.own[0]} {words.year()}"]
    tables = 0
    for chapter in range(1, words.random.randint(3, 9)):
        blocks.append(f"{chapter}. {words.compound().capitalize()}")
        for _ in range(words.random.randint(2, 8)):
            blocks.append(paragraph(words))
        if words.random.random() < 0.4:
            tables += 1
            blocks.append(table(words, tables))
    return "\n\n".join(blocks) + "\n"


def document(seed, number):
    words = Words(random.Random(f"{seed} {number}"))
    return report(words) if words.random.random() < 0.3 else written_question(words)


def write_corpus(folder, size, seed):
    """At least `size` bytes, 500 documents a folder."""
    written = number = 0
    while written < size:
        text = document(seed, number).encode()
        path = pathlib.Path(folder, f"{number // 500:04}", f"stuk-{number:07}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        written += len(text)
        number += 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_corpus(options.folder, options.megabytes * 1e6, options.seed)
