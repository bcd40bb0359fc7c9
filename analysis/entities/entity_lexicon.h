// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/entities/name_words.h"
#include "analysis/lexicon/phrase_matcher.h"
#include "analysis/text/word_list.h"
#include "analysis/text/word_memo.h"
#include "model/entity.h"

namespace vraagbaak::analysis {

// What a single word can do in or around a name (dictionaries/gazetteer/name-words.tsv); bits of a set.
enum class WordRole : std::uint64_t {
  function = 1ULL << 1U,     // article, pronoun, verb, adverb …: begins a sentence, never a name
  link = 1ULL << 2U,         // joins the parts of a name in small letters: van, voor de, of the
  conjunction = 1ULL << 3U,  // en, and, et: joins parts of one name or two names
  article = 1ULL << 4U,
  particle = 1ULL << 5U,  // of a surname: van, de, Vanden
  title = 1ULL << 6U,     // a person's name follows: mevrouw, minister
  office = 1ULL << 7U,    // an office, no part of a name: minister, voorzitter
  first_name = 1ULL << 8U,
  adjective = 1ULL << 9U,           // of a country, town or language: Vlaamse, Frans
  level = 1ULL << 10U,              // federale, lokale, nationale: before a body's generic name
  excluded = 1ULL << 11U,           // a capital and no name: months, weekdays, general abbreviations
  event = 1ULL << 12U,              // ends the name of an event, publication or product: no entity
  place_before = 1ULL << 13U,       // stands before a place: gemeente, regio
  place_preposition = 1ULL << 14U,  // in, te, naar, uit
  organisation_before = 1ULL << 15U,
  programme_before = 1ULL << 16U,
  programme_tail = 1ULL << 17U,     // second part of a compound: EFRO-middelen
  organisation_tail = 1ULL << 18U,  // FIT-medewerkers
  plain_tail = 1ULL << 19U,         // RAAS-systeem: the first part names a thing, no entity
  legal_form = 1ULL << 20U,         // nv, vzw, GmbH: ends an organisation's name
  finite_verb = 1ULL << 21U,        // ends a law's title: wordt, bepaalt
  law_link = 1ULL << 22U,           // begins a law's title: betreffende, houdende
  month = 1ULL << 23U,
  law = 1ULL << 0U,             // a kind of act: wet, decreet, verordening
  law_adjective = 1ULL << 24U,  // before it: koninklijk, ministerieel
  law_of = 1ULL << 25U,         // between it and its date, issuer or article: van, uit
  law_in = 1ULL << 37U,         // between an article and its act too: uit, in
  law_generic = 1ULL << 26U,    // a compound that is a kind of act, no name: programmawet
  article_word = 1ULL << 27U,   // artikel, art.
  article_part = 1ULL << 28U,   // of a reference to an article: lid, eerste, bis
  range = 1ULL << 29U,          // tot, met in "artikelen 2 tot en met 5"
  number_sign = 1ULL << 30U,    // nr.
  portfolio = 1ULL << 32U,      // an office that a policy field follows: minister van Werk en Economie
  law_short = 1ULL << 35U,      // makes a name of the word before its hyphen: Salduz-wet
  inner_link = 1ULL << 36U,     // joins too, behind another link: Personen met een Handicap
  short_form = 1ULL << 33U,     // announces a short name: hierna, afgekort
  indefinite = 1ULL << 34U,     // een: what follows is one of many, no name
  direction = 1ULL << 31U,      // noord, west: first part of a compound name
  role_noun = 1ULL << 38U,      // ends the name of an occupation or office too: economist, Nobelprijswinnaar
  name_prefix = 1ULL << 39U,    // joined to a name by a hyphen: al-Assad, Wadi al-Seeq
  unit = 1ULL << 40U,           // of measure, behind a figure or a slash: 3 MW, euro/MWh
};

// A generic word that makes names of a kind (dictionaries/gazetteer/head-words.tsv).
struct HeadWord {
  EntityKind kind = EntityKind::organisation;
  bool first = false;            // begins a name: Agentschap …, Fonds voor …
  bool last = false;             // ends one: … Network, … Valley
  bool lower = false;            // in small letters too, before a capital: dienst Vreemdelingenzaken
  bool after_adjective = false;  // in small letters too, after Vlaamse, federale: Vlaamse regering
  bool alone = false;            // capitalised alone it is a short name: Commissie, Kamer
  bool suffix = false;           // ends a compound: Impulskrediet, Kenniscentrum
  bool lower_of = false;         // in small letters too, before van and a capital: ministerie van Defensie
  bool numbered = false;         // a number makes it a name: paritair comité 109
  bool no_name = false;          // what it makes is no entity: Jaarverslag, Nieuwsbrief
  bool list = false;             // a list follows: Departement Werk, Economie en Innovatie
  std::size_t size = 0;          // bytes of the word, folded
};

// A name of a gazetteer.
struct GazetteerName {
  EntityKind kind = EntityKind::organisation;
  std::string name;          // as the dictionary writes it
  std::uint32_t same = 0;    // names of one thing have the same number
  bool no_entity = false;    // a newspaper, a journal: known, and no entity
  bool party = false;        // a political party: behind a person in brackets
  bool village = false;      // a place small enough that behind a title its name is a surname
  bool lower = false;        // written in small letters: found in any case
  bool lower_first = false;  // begins in small letters, a capital further on: federale Staat
  bool upper = false;        // an acronym: found in capitals only
  bool weak = false;         // an ordinary word as well: needs the words around it to speak for it
};

// All dictionaries of the entities, read once. Immutable; safe to share between threads: each remembers what
// words end in.
class EntityLexicon {
 public:
  explicit EntityLexicon(const DictionarySource& dictionaries);

  const PhraseMatcher& names() const { return names_; }
  NameVocabulary vocabulary() const {
    return {names_, words_, small_words_, inner_words_, suffix_endings_, *this, memo_owner_};
  }
  const GazetteerName& name(std::uint32_t phrase) const { return gazetteer_[phrase]; }

  // Whether a name that is written with a small letter begins with the word.
  bool may_begin_small(WordId word) const { return word < small_first_.size() && small_first_[word]; }

  bool has(const NameWord& word, WordRole role) const {
    return word.id < roles_.size() && (roles_[word.id] & static_cast<std::uint64_t>(role)) != 0;
  }
  // The word as a head, by itself or (`compound`) by its ending; null where it is none.
  const HeadWord* head(const NameWord& word) const;
  const HeadWord* compound_head(std::string_view text, const NameWord& word) const;
  // False for most words that end like no head: a cheap gate before compound_head(). `law`: heads of
  // legislation.
  bool may_end_head(std::string_view spelled, bool law = false) const;
  // Whether a word is a compound that ends in a head: not gated, and not remembered.
  bool ends_in_head(std::string_view spelled) const { return suffix_of(spelled) != 0; }
  // Whether the word is an occupation or office before a person's name, by itself or as the last part of a
  // compound: "econoom", "Nobelprijswinnaar", "topadvocaat". Capitalised words need a first part that is a
  // word.
  bool names_role(std::string_view text, const NameWord& word) const;
  // Whether a word that no list knows ends like a town ("Wondelgem").
  bool ends_like_town(std::string_view spelled) const;
  // True for the adjective of a place: listed, or a capitalised word in -se or -sche that is no name itself.
  bool is_adjective(std::string_view text, const NameWord& word) const;

 private:
  void read_gazetteer(const DictionarySource& dictionaries, std::string_view file,
                      std::optional<EntityKind> kind);
  void read_roles(const DictionarySource& dictionaries, std::string_view file);
  void read_word_list(const DictionarySource& dictionaries, std::string_view file, WordRole role);
  void read_heads(const DictionarySource& dictionaries, std::string_view file);

  std::uint32_t suffix_of(std::string_view spelled) const;
  bool ends_in_role(std::string_view spelled, bool capital) const;
  bool is_compound(std::string_view folded, std::size_t first_size) const;
  void find_inner_words();
  void add_role(std::string_view word, WordRole role);
  void add_name(std::string_view written, GazetteerName name);

  WordList words_;
  std::vector<std::string> town_endings_;
  PhraseMatcher names_;
  std::vector<bool> small_first_;         // by word
  std::vector<bool> small_words_;         // by word
  std::vector<bool> inner_words_;         // by word: in small letters it begins no name
  std::vector<GazetteerName> gazetteer_;  // by phrase
  std::uint32_t things_ = 0;
  std::vector<std::uint64_t> roles_;    // by word
  std::vector<std::uint32_t> head_of_;  // by word: index + 1 into heads_, or 0
  std::vector<HeadWord> heads_;
  WordEndings suffix_endings_;  // of heads that are suffixes
  WordEndings law_endings_;     // … of legislation
  WordEndings role_endings_;    // of occupations and offices
  std::uint64_t memo_owner_ = new_memo_owner();
};

}  // namespace vraagbaak::analysis
