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
#include "model/entity.h"

namespace vraagbaak::analysis {

// What a single word can do in or around a name (dictionaries/gazetteer/name-words.tsv); bits of a set.
enum class WordRole : std::uint32_t {
  function = 1U << 1U,     // article, pronoun, verb, adverb …: begins a sentence, never a name
  link = 1U << 2U,         // joins the parts of a name in small letters: van, voor de, of the
  conjunction = 1U << 3U,  // en, and, et: joins parts of one name or two names
  article = 1U << 4U,
  particle = 1U << 5U,  // of a surname: van, de, Vanden
  title = 1U << 6U,     // a person's name follows: mevrouw, minister
  office = 1U << 7U,    // an office, no part of a name: minister, voorzitter
  first_name = 1U << 8U,
  adjective = 1U << 9U,           // of a country, town or language: Vlaamse, Frans
  level = 1U << 10U,              // federale, lokale, nationale: before a body's generic name
  excluded = 1U << 11U,           // a capital and no name: months, weekdays, general abbreviations
  event = 1U << 12U,              // ends the name of an event, publication or product: no entity
  place_before = 1U << 13U,       // stands before a place: gemeente, regio
  place_preposition = 1U << 14U,  // in, te, naar, uit
  organisation_before = 1U << 15U,
  programme_before = 1U << 16U,
  programme_tail = 1U << 17U,     // second part of a compound: EFRO-middelen
  organisation_tail = 1U << 18U,  // FIT-medewerkers
  plain_tail = 1U << 19U,         // RAAS-systeem: the first part names a thing, no entity
  legal_form = 1U << 20U,         // nv, vzw, GmbH: ends an organisation's name
  finite_verb = 1U << 21U,        // ends a law's title: wordt, bepaalt
  law_link = 1U << 22U,           // begins a law's title: betreffende, houdende
  month = 1U << 23U,
  person_before = 1U << 24U,  // a person's name follows after van, door: kamerlid …
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
  bool list = false;             // a list follows: Departement Werk, Economie en Innovatie
};

// A name of a gazetteer.
struct GazetteerName {
  EntityKind kind = EntityKind::organisation;
  std::string name;        // as the dictionary writes it
  std::uint32_t same = 0;  // names of one thing have the same number
  bool lower = false;      // written in small letters: found in any case
  bool upper = false;      // an acronym: found in capitals only
  bool weak = false;       // an ordinary word as well: needs the words around it to speak for it
};

// All dictionaries of the entities, read once. Immutable; safe to share between threads.
class EntityLexicon {
 public:
  explicit EntityLexicon(const DictionarySource& dictionaries);

  const PhraseMatcher& names() const { return names_; }
  // The words of the language: a capital alone makes none of them a name.
  const WordList& words() const { return words_; }
  const GazetteerName& name(std::uint32_t phrase) const { return gazetteer_[phrase]; }

  bool has(const NameWord& word, WordRole role) const {
    return word.id < roles_.size() && (roles_[word.id] & static_cast<std::uint32_t>(role)) != 0;
  }
  // The word as a head, by itself or (`compound`) by its ending; null where it is none.
  const HeadWord* head(const NameWord& word) const;
  const HeadWord* compound_head(std::string_view text, const NameWord& word) const;
  // True for the adjective of a place: listed, or a capitalised word in -se or -sche that is no name itself.
  bool is_adjective(std::string_view text, const NameWord& word) const;

 private:
  void read_gazetteer(const DictionarySource& dictionaries, std::string_view file, EntityKind kind);
  void read_roles(const DictionarySource& dictionaries, std::string_view file);
  void read_word_list(const DictionarySource& dictionaries, std::string_view file, WordRole role);
  void read_heads(const DictionarySource& dictionaries, std::string_view file);
  void add_role(std::string_view word, WordRole role);
  void add_name(std::string_view written, GazetteerName name);

  WordList words_;
  PhraseMatcher names_;
  std::vector<GazetteerName> gazetteer_;  // by phrase
  std::uint32_t things_ = 0;
  std::vector<std::uint32_t> roles_;    // by word
  std::vector<std::uint32_t> head_of_;  // by word: index + 1 into heads_, or 0
  std::vector<HeadWord> heads_;
};

}  // namespace vraagbaak::analysis
