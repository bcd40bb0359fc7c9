// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/alias_resolver.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "analysis/entities/key_map.h"
#include "analysis/entities/name_key.h"
#include "analysis/lexicon/word_fold.h"

namespace vraagbaak::analysis {
namespace {

// Disjoint sets of names, with path halving.
class NameSets {
 public:
  explicit NameSets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// Acronyms of fewer letters fit too many names by chance.
constexpr std::size_t kShortestFreeAcronym = 3;
// Longer acronyms are not looked for letter by letter.
constexpr std::size_t kLongestSpelledOut = 10;
// A word with one letter wrong is taken for the other from this length on.
constexpr std::size_t kShortestMisspelled = 6;
// Names of more words are not compared letter by letter.
constexpr std::size_t kMostComparedWords = 8;

// The name as one writes it on one line: white space made one space, none behind the hyphen of a broken line.
std::string spelling(const NameText& text, const NameCandidate& name) {
  std::string written;
  for (std::size_t i = name.first; i < name.last; ++i) {
    const bool joined =
        i > name.first && text[i].line_before && text[i - 1].sign == '-' && text.touches(i - 1);
    if (i > name.first && text[i].space_before && !joined) written += ' ';
    written += text.spelling(i);
  }
  return written;
}

// Two hashes made one; the factor is 2^64 divided by the golden ratio, odd.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return (a ^ (a >> 29U)) * 0x9E3779B97F4A7C15ULL + b;
}

// One letter put in, left out, changed, or two neighbours changed about.
bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  const std::string_view rest_a = a.substr(front);
  const std::string_view rest_b = b.substr(front);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

class AliasResolver {
 public:
  AliasResolver(const NameText& text, const std::vector<NameCandidate>& names, const Definitions& definitions)
      : text_(text), names_(names), definitions_(definitions), sets_(names.size()) {}

  EntityList resolve() {
    for (std::size_t i = 0; i < names_.size(); ++i) join_spellings(i);
    join_definitions();
    for (const std::size_t i : distinct_) join_variants(i);
    for (const std::size_t i : distinct_) join_short_form(i);
    for (const std::size_t i : distinct_) join_spelled_out(i);
    for (const std::size_t i : distinct_) join_acronym(i);
    return entities();
  }

 private:
  // A name may stand for several: which, of those that have this key.
  struct Bearers {
    std::size_t first = 0;
    bool several = false;
  };
  using Index = KeyMap<Bearers>;
  using Names = KeyMap<std::size_t>;

  std::uint64_t keyed(std::uint64_t key, std::size_t i) const {
    return mix(key, static_cast<std::uint64_t>(*names_[i].kind) + 1);
  }

  void join_spellings(std::size_t i) {
    spellings_.push_back(spelling(text_, names_[i]));
    const std::uint64_t key = name_key(text_, names_[i]);
    const auto [known, is_new] = by_key_.try_emplace(key, i);
    sets_.join(*known, i);
    if (!is_new) return;
    distinct_.push_back(i);
    const NameWord& word = text_[names_[i].first];
    if (names_[i].last == names_[i].first + 1 && !word.ordinary && word.has_capital())
      by_word_.try_emplace(fold_word(text_.spelling(names_[i].first)), key);
  }

  void join_definitions() {
    for (const auto& [full, shorter] : definitions_.pairs) {
      const std::size_t* long_name = by_key_.find(name_key(text_, full));
      const std::size_t* short_name = by_key_.find(name_key(text_, shorter));
      if (long_name && short_name) sets_.join(*long_name, *short_name);
    }
  }

  // Joins with the name of the same kind that had this variant before, and keeps it for those to come.
  void join_same(Names& known, std::uint64_t key, std::size_t i) {
    sets_.join(*known.try_emplace(keyed(key, i), i).first, i);
  }

  // A body with and without its article or legal form is one, whatever kind each place was taken for.
  void join_bare(std::uint64_t key, std::size_t i) {
    const std::size_t* known = by_key_.find(key);
    if (!known) return;
    for (const std::size_t name : {*known, i}) {
      if (names_[name].kind == EntityKind::person || names_[name].kind == EntityKind::legislation) return;
    }
    sets_.join(*known, i);
  }

  void join_known(std::uint64_t key, std::size_t i) {
    const std::size_t* known = by_key_.find(key);
    if (known && names_[*known].kind == names_[i].kind) sets_.join(*known, i);
  }

  void join_variants(std::size_t i) {
    const NameCandidate& name = names_[i];
    std::size_t first = name.first;
    std::size_t last = name.last;
    if (last - first > 1 && text_.has(first, WordRole::article)) join_bare(name_key(text_, ++first, last), i);
    if (last - first > 1 && text_.has(last - 1, WordRole::legal_form))
      join_bare(name_key(text_, first, --last), i);
    join_gazetteer(i, first, last);
    join_bracketed(i);
    join_compact(i, first, last);
    join_compound(i, first, last);

    std::uint64_t content = 0;
    std::size_t content_words = 0;
    for (std::size_t w = first; w < last; ++w) {
      if (text_[w].sign != 0) continue;
      if (text_.has(w, WordRole::link) || text_.has(w, WordRole::conjunction) ||
          text_.has(w, WordRole::article))
        continue;
      content = mix(content, text_[w].key);
      ++content_words;
    }
    if (content_words > 1) join_same(by_content_, content, i);
    if (name.kind == EntityKind::person) return join_surname(i);
    join_misspelled(i);
    add_initials(i);
    add_short_forms(i);
    add_rest(i);
  }

  // "FLUX 50" and "FLUX50", "Win-Win lening" and "Winwinlening": the same letters, cut otherwise.
  void join_compact(std::size_t i, std::size_t first, std::size_t last) {
    constexpr std::size_t kShortest = 6;
    const EntityKind kind = *names_[i].kind;
    if (kind != EntityKind::organisation && kind != EntityKind::programme) return;
    if (last - first > 2 * kMostComparedWords) return;
    // An organisation of one word is cut one way only.
    if (last == first + 1 && kind == EntityKind::organisation) return;
    std::string letters;
    letters.reserve(text_[last - 1].span.end - text_[first].span.begin);
    for (std::size_t w = first; w < last; ++w) {
      if (text_[w].sign != 0) continue;
      for (const char c : fold_word(text_.spelling(w))) {
        if (c != '.' && c != '\'') letters += c;
      }
    }
    if (letters.size() >= kShortest) join_same(by_compact_, std::hash<std::string>{}(letters), i);
  }

  // "Moonshotprogramma" and "Moonshot-programma" are "Moonshot": a coined name with the kind of programme it
  // is of behind it.
  void join_compound(std::size_t i, std::size_t first, std::size_t last) {
    constexpr std::size_t kShortest = 5;
    if (names_[i].kind != EntityKind::programme || last - first > kMostComparedWords) return;
    if (last - first > 2 && text_[last - 2].sign == '-' && text_.touches(last - 2)) {
      // an acronym before it says whose it is: "EU-regeling"
      const HeadWord* head = text_.lexicon.head(text_[last - 1]);
      const std::string_view coined = text_.spelling(last - 3);
      if (head && head->kind == EntityKind::programme && head->suffix && coined.size() >= kShortest &&
          text_[last - 3].shape != WordShape::upper)
        join_bare(name_key(text_, first, last - 2), i);
      return;
    }
    if (last != first + 1) return;
    const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[first]);
    if (!head || head->kind != EntityKind::programme) return;
    const std::string folded = fold_word(text_.spelling(first));
    if (folded.size() < kShortest + head->size) return;
    const auto coined = by_word_.find(folded.substr(0, folded.size() - head->size));
    if (coined != by_word_.end()) join_bare(coined->second, i);
  }

  void join_gazetteer(std::size_t i, std::size_t first, std::size_t last) {
    const auto match = gazetteer_match(first, last);
    if (!match) return;
    const GazetteerName& known = text_.lexicon.name(*match);
    if (*names_[i].kind == known.kind) sets_.join(*by_thing_.try_emplace(known.same, i).first, i);
  }

  // "ontwikkelingsmaatschappij (OM) Drenthe" is "OM Drenthe" and "ontwikkelingsmaatschappij Drenthe".
  void join_bracketed(std::size_t i) {
    const NameCandidate& name = names_[i];
    for (std::size_t open = name.first; open + 2 < name.last; ++open) {
      if (text_[open].sign != '(') continue;
      join_known(name_key(text_, open + 1, name.last), i);
      std::uint64_t key = 0;
      for (std::size_t w = name.first; w < name.last; ++w) {
        if (text_[w].sign == 0 && w != open + 1) key = extend_key(key, text_[w]);
      }
      join_known(key, i);
    }
  }

  void join_surname(std::size_t i) {
    for (std::size_t from = names_[i].first + 1; from < names_[i].last; ++from) {
      if (text_[from].has_capital()) return join_known(name_key(text_, from, names_[i].last), i);
    }
  }

  // "Enterprise Europe Netwerk" and "… Network": the same but for one letter of one word.
  void join_misspelled(std::size_t i) {
    std::vector<std::size_t> words;
    for (std::size_t w = names_[i].first; w < names_[i].last; ++w) {
      if (text_[w].sign == 0) words.push_back(w);
    }
    if (words.size() < 2 || words.size() > kMostComparedWords) return;
    for (const std::size_t left_out : words) {
      std::uint64_t key = words.size();
      for (const std::size_t w : words) key = mix(key, w == left_out ? 0 : text_[w].key);
      const auto [other, is_new] = by_all_but_one_.try_emplace(keyed(key, i), std::pair{i, left_out});
      if (is_new) continue;
      const std::string a = fold_word(text_.spelling(left_out));
      const std::string b = fold_word(text_.spelling(other->second));
      if (a.size() >= kShortestMisspelled && one_letter_apart(a, b)) sets_.join(other->first, i);
    }
  }

  static void add(Index& index, std::uint64_t key, std::size_t i) {
    const auto [known, is_new] = index.try_emplace(key, Bearers{i, false});
    if (!is_new) known->several = true;
  }

  // The capitals a name can be abbreviated to: "NBB" of "Nationale Bank van België".
  void add_initials(std::size_t i) {
    std::string initials;
    for (std::size_t w = names_[i].first; w < names_[i].last; ++w) {
      if (text_[w].has_capital()) initials += fold_word(text_.spelling(w)).substr(0, 1);
    }
    if (initials.size() >= kShortestFreeAcronym) {
      add_once(by_initials_, keyed(std::hash<std::string>{}(initials), i), i);
    }
  }

  // As add(), where several names of one set count as one.
  void add_once(Index& index, std::uint64_t key, std::size_t i) {
    Bearers* const known = index.find(key);
    if (!known) return add(index, key, i);
    if (sets_.find(known->first) != sets_.find(i)) known->several = true;
  }

  // What a longer name may be called: "Unizo" for "Unizo Limburg", "Commissie" for "Europese Commissie".
  void add_short_forms(std::size_t i) {
    const NameCandidate& name = names_[i];
    if (name.last - name.first < 2) return;
    const std::size_t end = name.last - 1;
    if (const HeadWord* head = text_.lexicon.head(text_[end]); head && head->alone) {
      add_once(by_short_form_, keyed(text_[end].key, i), i);
    }
    if (const HeadWord* head = text_.lexicon.head(text_[name.first]); head && head->alone) {
      add_once(by_short_form_, keyed(text_[name.first].key, i), i);
      return;
    }
    // An acronym, or a word no list knows, before a place.
    const NameWord& first = text_[name.first];
    if (first.ordinary || text_.lexicon.head(first)) return;
    const bool body = name.kind == EntityKind::organisation || name.kind == EntityKind::programme;
    if (body && is_place(name.first + 1, name.last)) add_once(by_short_form_, keyed(first.key, i), i);
    // "TCI" for "TCI Network", but not where the acronym is a body that everybody knows
    const HeadWord* last = text_.lexicon.head(text_[end]);
    if (body && !gazetteer_match(name.first, name.first + 1) && first.shape == WordShape::upper &&
        name.last == name.first + 2 && last && last->last)
      add_once(by_short_form_, keyed(first.key, i), i);
    if (name.kind == EntityKind::programme) {  // "LRM Plus-lening" may be the "Plus-lening" of LRM
      join_known(name_key(text_, name.first + 1, name.last), i);
    }
  }

  // "POM Drenthe": what stands behind its acronym, for join_spelled_out().
  void add_rest(std::size_t i) {
    const NameCandidate& name = names_[i];
    if (name.last - name.first < 2 || text_[name.first].shape != WordShape::upper) return;
    by_rest_.try_emplace(keyed(name_key(text_, name.first + 1, name.last), i), i);
  }

  // "Provinciale Ontwikkelingsmaatschappij Drenthe" where "POM Drenthe" is a name too.
  void join_spelled_out(std::size_t i) {
    const NameCandidate& name = names_[i];
    if (name.last - name.first > 2 * kMostComparedWords) return;
    for (std::size_t rest = name.first + 1; rest < name.last; ++rest) {
      if (text_[rest].sign != 0 || !text_[rest].space_before) continue;
      const std::size_t* known = by_rest_.find(keyed(name_key(text_, rest, name.last), i));
      if (!known || *known == i) continue;
      const std::string letters = fold_word(text_.spelling(names_[*known].first));
      if (abbreviates(letters, name.first, rest)) sets_.join(*known, i);
    }
  }

  // Whether the letters stand in the words [first, last) in order, each word giving its first at least.
  bool abbreviates(std::string_view letters, std::size_t first, std::size_t last) const {
    if (letters.size() > kLongestSpelledOut) return false;
    std::uint32_t given = 1;  // bit n: the words so far can give the first n letters
    for (std::size_t w = first; w < last && given != 0; ++w) {
      if (text_[w].sign != 0 || text_.has(w, WordRole::link)) continue;
      const std::string folded = fold_word(text_.spelling(w));
      std::uint32_t next_given = 0;
      for (std::size_t n = 0; n < letters.size(); ++n) {
        if ((given & (1U << n)) == 0 || folded.front() != letters[n]) continue;
        std::size_t next = n;
        for (const char c : folded) next += next < letters.size() && c == letters[next];
        for (std::size_t m = n + 1; m <= next; ++m) next_given |= 1U << m;
      }
      given = next_given;
    }
    return (given & (1U << letters.size())) != 0;
  }

  bool is_place(std::size_t first, std::size_t last) const {
    std::vector<WordId> ids;
    for (std::size_t w = first; w < last; ++w) {
      if (text_[w].sign == 0) ids.push_back(text_[w].id);
    }
    const auto match = text_.lexicon.names().longest_at(ids, 0);
    return match && match->end == ids.size() && text_.lexicon.name(match->phrase).kind == EntityKind::place;
  }

  void join_only(const Index& index, std::uint64_t key, std::size_t i) {
    const Bearers* known = index.find(keyed(key, i));
    if (known && !known->several) sets_.join(known->first, i);
  }

  void join_short_form(std::size_t i) {
    if (names_[i].last == names_[i].first + 1) join_only(by_short_form_, text_[names_[i].first].key, i);
  }

  // An acronym the text does not explain, and the only name in it with these initials.
  void join_acronym(std::size_t i) {
    const NameCandidate& name = names_[i];
    std::size_t last = name.last;
    if (last - name.first > 1 && text_.has(last - 1, WordRole::legal_form)) --last;
    if (last != name.first + 1 || text_[name.first].shape != WordShape::upper) return;
    join_only(by_initials_, std::hash<std::string>{}(fold_word(text_.spelling(name.first))), i);
  }

  EntityList entities() {
    EntityList list;
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> entity_of(names_.size(), kNone);  // by the first name of its set
    KeyMap<std::size_t> seen;                                  // entity and spelling
    std::vector<std::size_t> named_by;                         // by entity: the name that gave its name
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::size_t& entity = entity_of[sets_.find(i)];
      const bool is_new = entity == kNone;
      if (is_new) {
        entity = list.entities.size();
        list.entities.push_back({.name = spellings_[i], .kind = *names_[i].kind, .aliases = {}});
        named_by.push_back(i);
      }
      if (seen.try_emplace(mix(std::hash<std::string>{}(spellings_[i]), entity), i).second && !is_new) {
        Entity& known = list.entities[entity];
        known.aliases.push_back(spellings_[i]);
        if (spellings_[i].size() > known.name.size()) std::swap(known.name, known.aliases.back());
      }
      if (spellings_[i] == list.entities[entity].name) named_by[entity] = i;
      list.mentions.push_back({.span = text_.span(names_[i]),
                               .kind = *names_[i].kind,
                               .entity = entity,
                               .rule = std::string(names_[i].rule)});
    }
    for (std::size_t entity = 0; entity < named_by.size(); ++entity)
      spell_as_known(list.entities[entity], names_[named_by[entity]]);
    return list;
  }

  // "BELGIE" of a heading and "Belgie" are listed as the gazetteer writes them: one entity over all
  // documents.
  void spell_as_known(Entity& entity, const NameCandidate& name) const {
    constexpr std::size_t kShortestShouted = 5;
    const bool shouted = entity.name.size() >= kShortestShouted &&
                         std::ranges::none_of(entity.name, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!shouted && entity.kind != EntityKind::place) return;
    const auto match = gazetteer_match(name.first, name.last);
    if (!match) return;
    const GazetteerName& known = text_.lexicon.name(*match);
    if (known.kind != entity.kind || known.name == entity.name || known.lower) return;
    if (phrase_words(known.name) != phrase_words(entity.name)) return;
    std::erase(entity.aliases, known.name);
    entity.aliases.push_back(std::exchange(entity.name, known.name));
  }

  std::optional<std::uint32_t> gazetteer_match(std::size_t first, std::size_t last) const {
    std::vector<WordId> ids;
    for (std::size_t w = first; w < last; ++w) {
      if (text_[w].sign != '-' && text_[w].sign != '\'') ids.push_back(text_[w].id);
    }
    const auto match = text_.lexicon.names().longest_at(ids, 0);
    if (!match || match->end != ids.size()) return std::nullopt;
    return match->phrase;
  }

  const NameText& text_;
  const std::vector<NameCandidate>& names_;
  const Definitions& definitions_;
  NameSets sets_;
  std::vector<std::string> spellings_;  // by name
  std::vector<std::size_t> distinct_;  // the first of the names that differ in more than capitals and hyphens
  Names by_key_;
  std::unordered_map<std::string, std::uint64_t> by_word_;  // names of one word the language does not have
  Names by_compact_;                                        // letters and digits alone
  Names by_content_;                                        // small words left out
  Names by_thing_;                                          // of the gazetteers
  KeyMap<std::pair<std::size_t, std::size_t>> by_all_but_one_;  // name, word left out
  Names by_rest_;                                               // what stands behind an acronym
  Index by_initials_;
  Index by_short_form_;
};

}  // namespace

EntityList resolve_aliases(const NameText& text, const std::vector<NameCandidate>& names,
                           const Definitions& definitions) {
  return AliasResolver(text, names, definitions).resolve();
}

}  // namespace vraagbaak::analysis
