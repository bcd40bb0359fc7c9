// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/kind_decider.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "analysis/entities/key_filter.h"
#include "analysis/entities/key_map.h"
#include "analysis/entities/name_key.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kKinds = 5;
// A word no list knows that begins sentences this often is a name.
constexpr int kNameByStarts = 2;
// Words of the longest name that is looked for again elsewhere.
constexpr std::size_t kLongestRepeated = 8;

// How much a mention weighs for the kind it has. A definition or a gazetteer outweighs any number of cues
// that a document of usual length holds; between the others the majority decides.
double weight(Certainty certainty) {
  switch (certainty) {
    case Certainty::exact:
      return 1000;
    case Certainty::defined:
      return 300;
    case Certainty::known:
      return 100;
    case Certainty::likely:
      return 3;
    case Certainty::guessed:
      return 1;
  }
  return 0;
}

std::size_t index(EntityKind kind) {
  return static_cast<std::size_t>(kind);
}

// What the document says about one name.
struct Votes {
  std::array<double, kKinds> kinds{};
  int names = 0;    // mentions that are more than a guess
  int starts = 0;   // mentions at the start of a sentence, of a word the language does not have
  int peoples = 0;  // mentions as members of a people: "de Oeigoeren", "48 Oeigoeren"
  int things = 0;   // mentions as one of a kind of thing: "een RPAS", "RAAS-systeem"
  bool sure = false;

  bool attested() const { return sure || names > things || starts >= kNameByStarts; }
  EntityKind winner() const {
    const auto best = std::ranges::max_element(kinds);
    return *best <= 0 ? EntityKind::organisation : static_cast<EntityKind>(best - kinds.begin());
  }
};

// Up to this many letters an acronym in small letters is a word: "EEN", "een".
constexpr std::size_t kShortAcronym = 4;

// Shorter words in small letters are too easily another word.
constexpr std::size_t kShortestCoined = 6;

// A name that is looked for again.
struct Repeatable {
  EntityKind kind = EntityKind::organisation;
  bool upper = false;  // in capitals only
  bool lower = false;  // in small letters too
};

class KindDecider {
 public:
  KindDecider(const NameText& text, const std::vector<NameCandidate>& names, const Definitions& definitions,
              const std::vector<bool>& barred)
      : text_(text), names_(names), definitions_(definitions), barred_(barred) {}

  std::vector<NameCandidate> decide() {
    for (const NameCandidate& name : names_) vote(name);
    follow_definitions();
    std::vector<NameCandidate> kept = keep_names();
    return add_repeated(kept);
  }

 private:
  void vote(const NameCandidate& name) {
    Votes& votes = votes_[name_key(text_, name)];
    if (name.kind) {
      votes.kinds[index(*name.kind)] += weight(name.certainty);
    } else {
      add_context(name, votes);
    }
    if (names_a_thing(name)) {
      ++votes.things;
    } else if (name.certainty != Certainty::guessed) {
      ++votes.names;
    } else if (!text_[name.first].ordinary) {
      ++votes.starts;
    }
    if (!name.kind && names_a_people(name)) ++votes.peoples;
    votes.sure = votes.sure || name.certainty >= Certainty::known;
    if (name.kind == EntityKind::person && name.certainty >= Certainty::known) add_surname(name);
  }

  // What stands around a name that has no kind of its own.
  void add_context(const NameCandidate& name, Votes& votes) const {
    if (name.first > 0 && !text_[name.first].gap_before) {
      const std::size_t before = name.first - 1;
      const bool single = name.last == name.first + 1;
      if (text_.has(before, WordRole::place_preposition) && single &&
          text_[name.first].shape == WordShape::capitalised) {
        votes.kinds[index(EntityKind::place)] += 1.5;
      }
      if (text_.has(before, WordRole::article)) votes.kinds[index(EntityKind::organisation)] += 1;
    }
    if (text_.is_sign(name.last, '-') && text_.touches(name.last)) {
      const std::size_t tail = name.last + 1;
      if (text_.has(tail, WordRole::programme_tail)) votes.kinds[index(EntityKind::programme)] += 2;
      if (text_.has(tail, WordRole::organisation_tail)) votes.kinds[index(EntityKind::organisation)] += 2;
    } else if (text_.has(name.last, WordRole::programme_tail) && !text_[name.last].gap_before) {
      votes.kinds[index(EntityKind::programme)] += 1.5;
    }
  }

  // "RAAS-systeem", "een RPAS": the name of a kind of thing.
  bool names_a_thing(const NameCandidate& name) const {
    if (name.last != name.first + 1) return false;
    if (name.first > 0 && text_.has(name.first - 1, WordRole::indefinite)) return true;
    return text_[name.first].shape == WordShape::upper && text_.is_sign(name.last, '-') &&
           text_.touches(name.last) && text_.has(name.last + 1, WordRole::plain_tail);
  }

  // "de Oeigoeren", "duizenden Oeigoeren": a plural in -en that no list knows, counted or with an article.
  bool names_a_people(const NameCandidate& name) const {
    if (name.last != name.first + 1 || name.first == 0 || text_[name.first].gap_before) return false;
    const std::string_view spelled = text_.spelling(name.first);
    if (text_[name.first].shape != WordShape::capitalised || !spelled.ends_with("en") ||
        text_[name.first].ordinary)
      return false;
    const std::size_t before = name.first - 1;
    return text_[before].shape == WordShape::number || text_.has(before, WordRole::article) ||
           text_.spelling(before).ends_with("den") || text_.spelling(before).ends_with("miljoen");
  }

  void add_surname(const NameCandidate& name) {
    for (std::size_t from = name.first + 1; from < name.last; ++from) {
      if (!text_[from].has_capital()) continue;
      surnames_.insert(name_key(text_, from, name.last));
      return;
    }
  }

  // An acronym has the kind of what it stands for.
  void follow_definitions() {
    for (const auto& [full, shorter] : definitions_.pairs) {
      const EntityKind kind = votes_[name_key(text_, full)].winner();
      Votes& votes = votes_[name_key(text_, shorter)];
      votes.kinds[index(kind)] += weight(Certainty::defined);
      votes.sure = true;
    }
  }

  std::vector<NameCandidate> keep_names() {
    std::vector<NameCandidate> kept;
    kept.reserve(names_.size());
    for (NameCandidate name : names_) {
      const std::uint64_t key = name_key(text_, name);
      const Votes& votes = votes_[key];
      const bool surname = name.certainty <= Certainty::likely && surnames_.contains(key);
      if (definitions_.common.contains(key) && !surname && name.rule != "gazetteer") continue;
      if (!votes.attested() && !surname) continue;
      if (votes.peoples > 0 && !votes.sure && !surname) continue;
      name.kind = surname ? EntityKind::person : votes.winner();
      // What is only guessed at all places but found again is repeated below from its surest place.
      kept.push_back(name);
      remember(name, *name.kind);
    }
    return kept;
  }

  void remember(const NameCandidate& name, EntityKind kind) {
    if (kind == EntityKind::legislation) return;
    std::size_t words = 0;
    for (std::size_t w = name.first; w < name.last; ++w) words += text_[w].sign == 0;
    if (words == 0 || words > kLongestRepeated) return;
    lengths_[text_[name.first].key] |= 1U << words;
    first_words_.add(text_[name.first].key);
    const bool upper = words == 1 && text_[name.first].shape == WordShape::upper &&
                       name.last == name.first + 1 && text_[name.first].span.size() <= kShortAcronym;
    kinds_.try_emplace(name_key(text_, name), Repeatable{kind, upper, is_coined(name, kind)});
  }

  // The names the document knows, at the places that no name covers yet.
  std::vector<NameCandidate> add_repeated(const std::vector<NameCandidate>& kept) const {
    std::vector<NameCandidate> all;
    all.reserve(kept.size());
    auto next = kept.begin();
    for (std::size_t i = 0; i < text_.size(); ++i) {
      // Most words begin no name that is known, and lie before the next one.
      if ((next == kept.end() || i < next->first) && !first_words_.may_hold(text_[i].key)) continue;
      while (next != kept.end() && next->first < i) ++next;  // inside a longer name that was put before it
      const bool here = next != kept.end() && next->first == i;
      if (!here && !first_words_.may_hold(text_[i].key)) continue;
      auto behind = next;  // the first name that a repeated one cannot swallow
      while (behind != kept.end() && behind->first < i + 2 * kLongestRepeated && swallows(*behind, i))
        ++behind;
      const std::size_t border = behind == kept.end() ? text_.size() : behind->first;
      auto repeated = repeated_at(i, border);
      for (auto inner = next; repeated && inner != behind;
           ++inner) {  // all of a name it takes the place of, or none
        if (inner->first < repeated->last && repeated->last < inner->last) repeated.reset();
      }
      if (repeated && (!here || repeated->last > next->last)) {
        all.push_back(*repeated);
        i = repeated->last - 1;
      } else if (here) {
        all.push_back(*next);
        i = next->last - 1;
      }
    }
    return all;
  }

  // One word that the language does not have, or a compound with a hyphen: "exportbarometer", "kmo-lening".
  bool is_coined(const NameCandidate& name, EntityKind kind) const {
    const NameWord& first = text_[name.first];
    const std::string_view spelled = text_.spelling(name.first);
    const bool shouted =
        first.shape == WordShape::mixed && spelled[1] >= 'A' && spelled[1] <= 'Z';  // KANTOORwijzer
    if (kind != EntityKind::programme && !shouted) return false;
    if (name.last == name.first + 1) {
      return !first.ordinary && first.shape != WordShape::upper && first.span.size() >= kShortestCoined;
    }
    return name.last == name.first + 3 && text_[name.first + 1].sign == '-' &&
           text_[name.first + 2].shape == WordShape::lower;
  }

  // Whether a name that begins at word i may take the place of this one.
  static bool swallows(const NameCandidate& name, std::size_t i) {
    return name.certainty <= Certainty::known && name.first >= i;
  }

  std::optional<NameCandidate> repeated_at(std::size_t i, std::size_t border) const {
    const NameWord& word = text_[i];
    if (!word.is_word() || word.in_address || barred_[i]) return std::nullopt;
    if (i > 0 && text_[i - 1].sign == '-' && text_.touches(i)) return std::nullopt;
    const std::uint32_t* const lengths = lengths_.find(word.key);
    if (!lengths) return std::nullopt;
    std::optional<NameCandidate> longest;
    std::uint64_t key = 0;
    std::size_t words = 0;
    for (std::size_t w = i; w < border && words < kLongestRepeated; ++w) {
      if (w > i && text_[w].gap_before) break;
      if (text_[w].sign != 0) {
        if (text_[w].sign != '-' && text_[w].sign != '&' && text_[w].sign != '\'' && text_[w].sign != '/')
          break;
        continue;
      }
      key = extend_key(key, text_[w]);
      ++words;
      if ((*lengths & (1U << words)) == 0) continue;
      const Repeatable* const name = kinds_.find(key);
      if (!name) continue;
      if (name->upper && word.shape != WordShape::upper) continue;
      if (!name->lower && !word.has_capital()) continue;
      // "Palestijnse burgers" is not the "Palestijnse Burgers" of a title.
      if (w > i && !text_[w].has_capital() && text_[w].shape != WordShape::number &&
          text_.lexicon.is_adjective(text_.text, word) && name->kind == EntityKind::organisation) {
        continue;
      }
      longest = NameCandidate{i, w + 1, name->kind, Certainty::likely, "document"};
    }
    return longest;
  }

  const NameText& text_;
  const std::vector<NameCandidate>& names_;
  const Definitions& definitions_;
  const std::vector<bool>& barred_;
  KeyMap<Votes> votes_;
  std::unordered_set<std::uint64_t> surnames_;
  KeyFilter first_words_;          // of lengths_
  KeyMap<std::uint32_t> lengths_;  // by first word: the numbers of words, as bits
  KeyMap<Repeatable> kinds_;       // by name
};

}  // namespace

std::vector<NameCandidate> decide_kinds(const NameText& text, const std::vector<NameCandidate>& names,
                                        const Definitions& definitions, const std::vector<bool>& barred) {
  return KindDecider(text, names, definitions, barred).decide();
}

}  // namespace vraagbaak::analysis
