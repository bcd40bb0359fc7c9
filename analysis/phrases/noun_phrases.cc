// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/noun_phrases.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::analysis {
namespace {

struct RoleName {
  std::string_view name;
  WordRole role;
};
constexpr std::array kRoles = {
    RoleName{"determiner", WordRole::determiner},
    RoleName{"link", WordRole::link},
    RoleName{"preposition", WordRole::preposition},
    RoleName{"verb", WordRole::verb},
    RoleName{"auxiliary", WordRole::auxiliary},
    RoleName{"having", WordRole::having},
    RoleName{"modal", WordRole::modal},
    RoleName{"time", WordRole::time},
    RoleName{"empty", WordRole::empty},
    RoleName{"filler", WordRole::filler},
};

// Links that also join a second noun: "subsidie voor de bouw"; behind the others a new phrase begins more
// often than not ("kende 5 miljoen toe aan de stad").
constexpr std::array<std::string_view, 8> kJoining = {"van",    "voor", "der",         "over",
                                                      "inzake", "rond", "betreffende", "tegen"};
constexpr std::size_t kMostJoined = 3;
constexpr std::size_t kMostWords = 9;  // a longer run is no phrase but a line that lost its punctuation

class Scanner {
 public:
  Scanner(std::span<const PhraseWord> words, const std::vector<bool>& is_measure)
      : words_(words), is_measure_(is_measure) {}

  std::vector<NounPhrase> run() {
    std::vector<NounPhrase> phrases;
    std::size_t at = 0;
    while (at < words_.size()) {
      const auto phrase = phrase_at(at);
      if (!phrase) {
        ++at;
        continue;
      }
      phrases.push_back(*phrase);
      at = phrase->end;
    }
    return phrases;
  }

 private:
  WordRole role(std::size_t at) const { return at < words_.size() ? words_[at].role : WordRole::punctuation; }
  const std::string& folded(std::size_t at) const { return words_[at].folded; }

  bool is_noun(std::size_t at) const { return is_nominal(role(at)); }

  // A run of nouns behind an optional determiner; nullopt where none begins.
  std::optional<ByteSpan> run_at(std::size_t at) const {
    std::size_t begin = at;
    while (role(begin) == WordRole::determiner) ++begin;
    std::size_t end = begin;
    while (end < words_.size() && is_noun(end) && end - begin < kMostWords) {
      ++end;
      if (closes_noun(end - 1)) break;
    }
    if (end == begin) return std::nullopt;
    if (ends_in_infinitive(at, begin, end)) --end;
    // "renovatie en uitbreiding": both nouns are bare.
    if (end + 1 < words_.size() && folded(end) == "en" && is_noun(end + 1) && end - begin <= 2 &&
        role(end + 1) == WordRole::noun && role(end + 2) != WordRole::verb) {
      end += 2;
      while (end < words_.size() && is_noun(end) && end - begin < kMostWords) ++end;
    }
    return ByteSpan{at, end};
  }

  // A noun behind which a word in lower case is a verb: "de bevolking leeft", "personen hervestigen".
  bool closes_noun(std::size_t at) const {
    constexpr std::array<std::string_view, 7> kEndings = {"ing",   "ingen", "heid", "teit",
                                                          "schap", "elen",  "onen"};
    const std::string& word = folded(at);
    const bool is_one =
        std::ranges::any_of(kEndings, [&](std::string_view it) { return word.ends_with(it); });
    return is_one && word.size() > 5;
  }

  // "het personeelsbestand uitmaken": a singular article has no plural behind it.
  bool ends_in_infinitive(std::size_t at, std::size_t begin, std::size_t end) const {
    if (end - begin < 2 || begin == at) return false;
    const std::string& article = folded(begin - 1);
    return (article == "het" || article == "een" || article == "dit") && folded(end - 1).ends_with("en") &&
           !folded(end - 2).ends_with('e') && !is_nominal(role(end));
  }

  std::optional<NounPhrase> phrase_at(std::size_t at) const {
    const auto head = run_at(at);
    if (!head) return std::nullopt;
    NounPhrase phrase;
    phrase.begin = head->begin;
    phrase.end = head->end;
    phrase.core = behind_determiners(head->begin);
    // "het aantal aanvragen", but "de gemiddelde duur"
    while (role(phrase.core) == WordRole::empty && phrase.core + 1 < head->end &&
           !(folded(phrase.core).ends_with('e') && role(phrase.core + 1) == WordRole::noun))
      ++phrase.core;
    phrase.full = phrase.core;
    phrase.usable = says_something(phrase.core, head->end);
    phrase.names_thing = names_thing(phrase.full, head->end);
    if (at > 0 && (role(at - 1) == WordRole::link || role(at - 1) == WordRole::preposition))
      phrase.before = at - 1;
    for (std::size_t joined = 0; joined < kMostJoined; ++joined) {
      if (role(phrase.end) != WordRole::link ||
          std::ranges::find(kJoining, folded(phrase.end)) == kJoining.end())
        break;
      const auto next = run_at(phrase.end + 1);
      if (!next) break;
      const std::size_t inner = behind_determiners(next->begin);
      const bool inner_usable = says_something(inner, next->end);
      const bool inner_names = names_thing(inner, next->end);
      if (phrase.usable && !inner_names) break;  // "de steun van vorig jaar"
      if (!phrase.names_thing && inner_names) {
        phrase.full = inner;
        phrase.names_thing = true;
      }
      if (!phrase.usable && inner_usable) {
        phrase.has_head = true;
        phrase.core = inner;
        phrase.usable = true;
      }
      phrase.end = next->end;
    }
    return phrase;
  }

  std::size_t behind_determiners(std::size_t at) const {
    while (role(at) == WordRole::determiner) ++at;
    return at;
  }

  // Some noun that is neither a time nor empty, be it what is measured.
  bool names_thing(std::size_t begin, std::size_t end) const {
    if (begin >= end || role(begin) == WordRole::time || role(end - 1) == WordRole::time) return false;
    if (begin + 1 == end && is_adverb(begin)) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (role(i) == WordRole::noun && (i + 1 == end || !folded(i).ends_with('e'))) return true;
    }
    return false;
  }

  // A word that is an adverb where nothing follows that it could describe: "daalt aanzienlijk".
  bool is_adverb(std::size_t at) const {
    constexpr std::array<std::string_view, 6> kEndings = {"lijk", "lijks", "isch", "baar", "loos", "gewijs"};
    const std::string& word = folded(at);
    return word.size() > 6 &&
           std::ranges::any_of(kEndings, [&](std::string_view it) { return word.ends_with(it); });
  }

  // Some noun that is neither a time, nor empty, nor the measure itself.
  bool says_something(std::size_t begin, std::size_t end) const {
    if (begin + 1 == end && is_adverb(begin)) return false;
    if (role(begin) == WordRole::time && begin < end) return false;  // "jaar tijd"
    for (std::size_t i = begin; i < end; ++i) {
      const bool adjective = i + 1 < end && folded(i).ends_with('e');  // "totale kostprijs"
      if (role(i) == WordRole::time && i + 1 == end) return false;     // "vorig jaar"
      if (role(i) == WordRole::noun && !is_measure_[i] && (!adjective || end - i > 2)) return true;
      if (role(i) == WordRole::noun && adjective && role(i + 1) == WordRole::noun && !is_measure_[i + 1])
        return true;
    }
    return false;
  }

  std::span<const PhraseWord> words_;
  const std::vector<bool>& is_measure_;
};

}  // namespace

NounPhraseFinder::NounPhraseFinder(const DictionarySource& dictionaries) : stop_words_(dictionaries) {
  const DictionaryFile file(dictionaries, "nl/phrase-words.tsv", {"word", "role"});
  for (const DictionaryRow& row : file) {
    const auto role = std::ranges::find(kRoles, row[1], &RoleName::name);
    if (role == kRoles.end()) {
      file.reject(
          row, "role \"" + std::string(row[1]) + "\" is unknown",
          "write determiner, link, preposition, verb, auxiliary, having, modal, time, empty or filler");
    }
    roles_.emplace(row[0], role->role);
  }
  // Finite forms of strong verbs; the shorter ones and those in -en are as often nouns (bond, boden).
  constexpr std::size_t kShortestForm = 5;
  for (const DictionaryRow& row :
       DictionaryFile(dictionaries, "nl/irregular-verbs.tsv", {"stem", "forms", "participle"})) {
    std::string_view forms = row[1];
    while (!forms.empty()) {
      const std::size_t end = std::min(forms.find(' '), forms.size());
      const std::string_view form = forms.substr(0, end);
      forms.remove_prefix(std::min(end + 1, forms.size()));
      if (form.size() >= kShortestForm && !form.ends_with("en")) roles_.emplace(form, WordRole::verb);
    }
  }
}

WordRole NounPhraseFinder::role_of(std::string_view folded) const {
  if (const WordRole* known = roles_.find(folded)) return *known;
  return stop_words_.contains(folded, Language::nl) ? WordRole::filler : WordRole::noun;
}

std::vector<NounPhrase> NounPhraseFinder::find(std::span<const PhraseWord> words,
                                               const std::vector<bool>& is_measure) const {
  return Scanner(words, is_measure).run();
}

}  // namespace vraagbaak::analysis
