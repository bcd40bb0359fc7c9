// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/name_finder.h"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/entities/key_filter.h"
#include "analysis/entities/key_map.h"
#include "analysis/entities/known_names.h"
#include "analysis/entities/name_extent.h"
#include "analysis/entities/person_finder.h"
#include "analysis/lexicon/word_fold.h"

namespace vraagbaak::analysis {
namespace {

// A word of the language that stands this often with a capital inside sentences, and never without one, is
// used as a name by the document.
constexpr int kNameByUse = 2;
// A word of the language in capitals, from this length on, is no acronym.
constexpr std::size_t kShortestShouted = 5;

class NameFinder {
 public:
  explicit NameFinder(const NameText& text)
      : text_(text), known_(text), extent_(text, known_), persons_(text, known_) {
    barred_.assign(text.size(), false);
    count_uses();
  }

  FoundNames find() {
    std::vector<NameCandidate> found;
    for (std::size_t i = 0; i < text_.size();) {
      // Most words end here.
      if (text_[i].sign != 0 || (text_[i].silent && !persons_.portfolio_reaches(i))) {
        ++i;
        continue;
      }
      skip_until_ = i + 1;
      std::optional<NameCandidate> name = name_at(i);
      if (name) {
        take_prefix(*name, found.empty() ? 0 : found.back().last);
        found.push_back(*name);
      }
      i = std::max(name ? name->last : 0, skip_until_);
    }
    return {std::move(found), std::move(barred_)};
  }

 private:
  struct Uses {
    int capital = 0;
    int small = 0;
  };

  // "al-Shabaab": a prefix in small letters belongs to the name, unless the one before, up to `border`, has
  // it.
  void take_prefix(NameCandidate& name, std::size_t border) const {
    if (name.first >= border + 2 && joins_by_hyphen(text_, name.first - 2)) name.first -= 2;
  }

  void count_uses() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const NameWord& word = text_[i];
      if (word.ordinary && word.shape == WordShape::capitalised && !word.starts_sentence && !word.caps_line &&
          !quoted(i)) {
        ++uses_[word.key].capital;
        used_.add(word.key);
      }
    }
    if (uses_.empty()) return;
    for (const NameWord& word : text_.words) {
      if (word.shape != WordShape::lower || !used_.may_hold(word.key)) continue;
      if (Uses* const use = uses_.find(word.key)) ++use->small;
    }
  }

  std::optional<NameCandidate> name_at(std::size_t i) {
    const NameWord& word = text_[i];
    if (!word.is_word() || word.in_address) return std::nullopt;
    if (is_unit(i)) {
      bar(i, i + 1);
      return std::nullopt;
    }
    const bool in_portfolio = persons_.in_portfolio(i);
    if (!in_portfolio) {
      if (auto person = persons_.person_at(i)) return person;
    }
    const std::optional<KnownName> known = known_.at(i);
    if (known && known->name->no_entity) {
      bar(i, known->last);
      return std::nullopt;
    }
    if (in_portfolio && !(known && !known->name->weak)) {
      barred_[i] = true;
      return std::nullopt;
    }
    if (!word.caps_line) {
      if (auto named = legal_form_name(i)) return named;
    }
    if (known && (!word.has_capital() || word.caps_line)) return gazetteer_name(i, *known);
    if (word.caps_line) return std::nullopt;
    return word.has_capital() ? capital_name(i, known) : lower_head_name(i);
  }

  // "3 MW", "euro/MWh"
  bool is_unit(std::size_t i) const {
    if (i == 0 || !text_[i].has_capital() || !text_.has(i, WordRole::unit)) return false;
    return text_[i - 1].shape == WordShape::number || (text_[i - 1].sign == '/' && text_.touches(i));
  }

  // No name stands in words [first, last).
  void bar(std::size_t first, std::size_t last) {
    skip_until_ = last;
    for (std::size_t i = first; i < last; ++i) barred_[i] = true;
  }

  NameCandidate gazetteer_name(std::size_t i, const KnownName& known) const {
    return gazetteer_name(i, known, i);
  }

  // `cue`: the word before which stands what speaks for the name.
  NameCandidate gazetteer_name(std::size_t i, const KnownName& known, std::size_t cue) const {
    const bool sure = !known.name->weak || speaks_for(cue, known.name->kind);
    return {i, leader_end(known.last), known.name->kind, sure ? Certainty::known : Certainty::guessed,
            "gazetteer"};
  }

  // "dienst Vreemdelingenzaken", "interfederale werkgroep Preventie", "paritair comité 109".
  std::optional<NameCandidate> lower_head_name(std::size_t i) const {
    const std::size_t at = text_.has(i, WordRole::level) ? i + 1 : i;
    if (at + 1 >= text_.size() || text_[at].gap_before || !text_[at + 1].space_before ||
        text_[at + 1].gap_before) {
      return std::nullopt;
    }
    const NameWord& next = text_[at + 1];
    const bool of =
        text_.has(at + 1, WordRole::law_of) && at + 2 < text_.size() && text_[at + 2].has_capital();
    if (!next.has_capital() && !of && next.shape != WordShape::number) return std::nullopt;
    const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[at]);
    if (!head) return std::nullopt;
    if (head->numbered && at > i && text_[at + 1].shape == WordShape::number) {
      return NameCandidate{i, at + 2, head->kind, Certainty::known, "head.numbered"};
    }
    if (head->lower_of && text_.has(at + 1, WordRole::law_of) && at + 2 < text_.size() &&
        text_[at + 2].has_capital() && !text_[at + 2].gap_before) {
      return NameCandidate{i, extent_.extend(i, extent_.compound_end(at + 2), head), head->kind,
                           Certainty::known, "head.lower"};
    }
    if (!head->lower || !text_[at + 1].has_capital()) return std::nullopt;
    const std::size_t last = extent_.extend(i, at + 1, head);
    if (last == at + 1) return std::nullopt;
    return NameCandidate{i, last, head->kind, Certainty::known, "head.lower"};
  }

  // "CVBA Greensky", "nv Berlaymont 2000": a legal form before the name.
  std::optional<NameCandidate> legal_form_name(std::size_t i) const {
    if (!text_.has(i, WordRole::legal_form) || i + 1 >= text_.size()) return std::nullopt;
    const NameWord& next = text_[i + 1];
    if (!next.has_capital() || !next.space_before || next.gap_before || next.starts_sentence ||
        text_.has(i + 1, WordRole::function) || text_.has(i + 1, WordRole::legal_form))
      return std::nullopt;
    const std::size_t last = extent_.edition_end(extent_.extend(i, extent_.compound_end(i + 1), nullptr));
    return NameCandidate{i, last, EntityKind::organisation, Certainty::known, "legal-form.before"};
  }

  std::optional<NameCandidate> capital_name(std::size_t i, const std::optional<KnownName>& known) {
    const NameWord& word = text_[i];
    const std::size_t compound = extent_.compound_end(i);
    const std::size_t start = std::max(known ? known->last : 0, compound);
    if (!known) {
      if (text_.has(i, WordRole::office) || stands_before_person(i)) return std::nullopt;
      if (!begins_name(i, compound)) return std::nullopt;
    }
    const HeadWord* head = known ? nullptr : text_.lexicon.compound_head(text_.text, word);
    const std::size_t last = extent_.extend(i, start, head);
    if (names_no_entity(i, last)) {
      bar(i, last);
      return std::nullopt;
    }
    if (known && last == known->last) return gazetteer_name(i, *known);
    std::optional<NameCandidate> name = judge(i, last, head, known);
    if (name && (name->kind == EntityKind::programme || name->kind == EntityKind::legislation) &&
        name->certainty >= Certainty::known) {
      name->last = extent_.edition_end(name->last);
    }
    return name;
  }

  // "Nobelprijswinnaar Jean …"
  bool stands_before_person(std::size_t i) const {
    return i + 1 < text_.size() && text_[i + 1].has_capital() && text_[i + 1].space_before &&
           (text_.has(i, WordRole::title) || text_.lexicon.names_role(text_.text, text_[i]));
  }

  // What begins a sentence belongs to the name only where it speaks for itself; a small word with a capital
  // only before another capital ("De Watergroep").
  bool begins_name(std::size_t i, std::size_t compound) const {
    const NameWord& word = text_[i];
    const bool several = compound > i + 1 && text_[compound - 1].has_capital();
    if (several || extent_.adjective_end(i) != i) return true;
    if (word.starts_sentence && !quoted(i)) {
      return !text_.has(i, WordRole::function) && (!word.ordinary || text_.lexicon.head(word));
    }
    if (!text_.has(i, WordRole::function) || word.shape == WordShape::upper) return true;
    // "De Watergroep", but not "De" before a name that does without.
    if (compound >= text_.size() || !text_[compound].has_capital() || !text_[compound].space_before)
      return false;
    if (text_[compound].shape == WordShape::upper && text_.has(i, WordRole::article))
      return false;                                          // De NRHPH
    if (text_.has(compound, WordRole::level)) return false;  // Het Federaal Plan
    const HeadWord* head = text_.lexicon.head(text_[compound]);
    return !known_.at(compound) && extent_.adjective_end(compound) == compound &&
           !(head && head->alone && text_.has(i, WordRole::article));
  }

  bool quoted(std::size_t i) const {
    return i > 0 && text_.touches(i) && (text_[i - 1].sign == '"' || text_[i - 1].sign == '\'');
  }

  // Events, publications and the like: "Life-on-Chip event", "Nature Medicine", "Bulletin van Vragen".
  bool names_no_entity(std::size_t first, std::size_t last) const {
    for (const std::size_t i : {first, last - 1}) {
      if (text_.has(i, WordRole::event)) return true;
      const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[i]);
      if (head && head->no_name) return true;
    }
    return text_.has(last, WordRole::event) && !text_[last].has_capital() && text_[last].space_before &&
           !text_[last].gap_before && !known_.at(first);
  }

  // What kind the run [first, last) has, and whether it is a name at all.
  std::optional<NameCandidate> judge(std::size_t first, std::size_t last, const HeadWord* head,
                                     const std::optional<KnownName>& known) const {
    // Leading adjectives: alone nothing, before a name of its own no part of it.
    if (const std::size_t behind = known ? first : extent_.adjective_end(first); behind != first) {
      if (last <= behind) return adjective_name(first, behind);
      const auto inner = known_.at(behind);
      if (inner && inner->last == last) return gazetteer_name(behind, *inner, first);
      const bool one = last == behind + 1;
      if (is_place_behind_adjective(first, behind, last)) {
        return NameCandidate{behind, last, EntityKind::place, Certainty::likely, "place.adjective"};
      }
      if (one && !text_[behind].ordinary && !text_.lexicon.compound_head(text_.text, text_[behind])) {
        return judge(behind, last, nullptr, std::nullopt);
      }
    }
    if (!known && text_.is_sign(last, '(') && last + 1 < text_.size()) {  // "Gautier Calomne (MR)"
      if (const auto party = known_.at(last + 1); party && party->name->party) {
        return NameCandidate{first, last, EntityKind::person, Certainty::known, "person.party"};
      }
    }
    bool several = false;  // words; a number behind the one does not count: COVID-19
    for (std::size_t i = first + 1; i < last; ++i) several = several || text_[i].is_word();
    return several ? judge_several(first, last, head, known) : judge_one(first, last, head);
  }

  std::optional<NameCandidate> judge_one(std::size_t first, std::size_t last, const HeadWord* head) const {
    const NameWord& word = text_[first];
    const bool inside = !word.starts_sentence || quoted(first);
    if (text_.has(first, WordRole::excluded) || text_.has(first, WordRole::function)) return std::nullopt;
    if (head && head->alone && inside)
      return NameCandidate{first, last, head->kind, Certainty::known, "head.alone"};
    if (text_.lexicon.head(word) || text_.has(first, WordRole::direction)) return std::nullopt;
    if (!looks_like_name(first)) return std::nullopt;
    if (is_genitive_place(first))
      return NameCandidate{first, last, EntityKind::place, Certainty::known, "place.genitive"};
    if (head && inside && (!word.ordinary || head->kind == EntityKind::programme)) {
      return NameCandidate{first, last, head->kind, Certainty::likely, "head.compound"};
    }
    const bool spelled_out = word.shape == WordShape::capitalised ||
                             (word.shape == WordShape::upper && word.span.size() >= kShortestShouted);
    if (word.ordinary && spelled_out && !name_by_use(word)) return std::nullopt;
    if (word.shape == WordShape::mixed && is_plural(first)) return std::nullopt;
    if (!word.ordinary && word.shape == WordShape::capitalised && !cue_kind(first) &&
        text_.lexicon.ends_like_town(text_.spelling(first))) {
      return NameCandidate{first, last, EntityKind::place, inside ? Certainty::likely : Certainty::guessed,
                           "place.ending"};
    }
    return NameCandidate{first, last, cue_kind(first), inside ? Certainty::likely : Certainty::guessed,
                         word.shape == WordShape::upper ? "acronym" : "capital"};
  }

  std::optional<NameCandidate> judge_several(std::size_t first, std::size_t last, const HeadWord* head,
                                             const std::optional<KnownName>& known) const {
    const std::size_t end = last - 1;
    if (text_.has(first, WordRole::function) && extent_.adjective_end(first + 1) == last) return std::nullopt;
    if (text_.has(end, WordRole::legal_form)) {
      if (is_abbreviated(first, end - 1)) {  // "Groene Kamer Gent GKG vzw": a name and its short one
        return NameCandidate{first, end - 1, EntityKind::organisation, Certainty::known, "legal-form"};
      }
      return NameCandidate{first, last, EntityKind::organisation, Certainty::known, "legal-form"};
    }
    if (head && head->first) return NameCandidate{first, last, head->kind, Certainty::known, "head.first"};
    // "Antwerpen-Brugge", "Plassendale-Nieuwpoort"
    if (known && known->is(EntityKind::place) && extent_.compound_end(first) == last && known_.at(end)) {
      return NameCandidate{first, last, EntityKind::place, Certainty::known, "place.compound"};
    }
    if (known && known->is(EntityKind::place) && text_.has(end, WordRole::direction)) {  // Brussel Zuid
      return NameCandidate{first, last, EntityKind::place, Certainty::known, "place.direction"};
    }
    if (is_branch(first, last, known)) {  // "ACV West-Vlaanderen"
      return NameCandidate{first, last, EntityKind::organisation, Certainty::known, "organisation.branch"};
    }
    if (is_part_of_place(first, last)) {  // "Gent-Dampoort", "Eke-Nazareth"
      return NameCandidate{first, last, EntityKind::place, Certainty::likely, "place.part"};
    }
    for (std::size_t i = last; i-- > first;) {
      const HeadWord* inner = text_.lexicon.compound_head(text_.text, text_[i]);
      if (inner && (i == end ? inner->last || inner->suffix : inner->first)) {
        return NameCandidate{first, last, inner->kind, Certainty::known, "head.last"};
      }
    }
    const bool inside = !text_[first].starts_sentence || quoted(first);
    return NameCandidate{first, last, cue_kind(first), inside ? Certainty::likely : Certainty::guessed,
                         "capitals"};
  }

  // Whether the word is made of the capitals of the words [first, word).
  bool is_abbreviated(std::size_t first, std::size_t word) const {
    if (word < first + 2 || text_[word].shape != WordShape::upper || !text_[word].space_before) return false;
    std::string initials;
    for (std::size_t i = first; i < word; ++i) {
      if (text_[i].has_capital()) initials += text_.spelling(i).front();
    }
    return initials == text_.spelling(word);
  }

  bool is_branch(std::size_t first, std::size_t last, const std::optional<KnownName>& known) const {
    if (!known || known->name->weak || !known->is(EntityKind::organisation) || known->last >= last)
      return false;
    const auto place = known_.at(known->last);
    return place && place->is(EntityKind::place) && place->last == last && text_[known->last].space_before &&
           first < known->last;
  }

  // Words joined by hyphens of which the first or the last is a place.
  bool is_part_of_place(std::size_t first, std::size_t last) const {
    if (extent_.compound_end(first) != last || text_[first].shape != WordShape::capitalised) return false;
    if (first + 1 >= last || text_[first + 1].sign != '-' || !text_[last - 1].has_capital()) return false;
    for (const std::size_t part : {first, last - 1}) {
      const auto place = known_.at(part);
      if (place && place->is(EntityKind::place) && !place->name->weak) return true;
    }
    return false;
  }

  bool name_by_use(const NameWord& word) const {
    const Uses* const use = uses_.find(word.key);
    return use && use->capital >= kNameByUse && use->small == 0;
  }

  // "LOI's", "OCMW’s": several of a kind.
  bool is_plural(std::size_t i) const {
    const std::string_view spelled = text_.spelling(i);
    return spelled.ends_with("'s") || spelled.ends_with("’s") || spelled.ends_with("'ers") ||
           spelled.ends_with("’ers") || spelled.ends_with("'er") || spelled.ends_with("’er");
  }

  // "Israëls", "Canada's"
  bool is_genitive_place(std::size_t i) const {
    std::string folded = fold_word(text_.spelling(i));
    if (!folded.ends_with('s')) return false;
    folded.pop_back();
    if (folded.ends_with('\'')) folded.pop_back();
    const std::array<WordId, 1> id = {text_.lexicon.names().word_id(folded)};
    const auto match = text_.lexicon.names().longest_at(id, 0);
    if (!match) return false;
    const GazetteerName& name = text_.lexicon.name(match->phrase);
    return name.kind == EntityKind::place && !name.weak && !name.upper;
  }

  // One letter, a Roman numeral, a letter with a number ("S3", "50A") are labels.
  bool looks_like_name(std::size_t i) const {
    const std::string_view spelled = text_.spelling(i);
    if (text_[i].shape != WordShape::upper) return spelled.size() > 1;
    const auto letters = std::ranges::count_if(spelled, [](char c) { return c < '0' || c > '9'; });
    const bool roman = std::ranges::all_of(spelled, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
    return letters > 1 && !roman && (spelled.front() < '0' || spelled.front() > '9');
  }

  // "Vlaamse regering", "Congolese regering": the adjective makes a name of the generic word behind it.
  std::optional<NameCandidate> adjective_name(std::size_t first, std::size_t i) const {
    if (i >= text_.size() || text_[i].gap_before || !text_[i].space_before) return std::nullopt;
    const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[i]);
    if (!head || !head->after_adjective) return std::nullopt;
    return NameCandidate{first, leader_end(extent_.extend(first, i + 1, head)), head->kind, Certainty::known,
                         "head.adjective"};
  }

  // The kind the words before the name ask for.
  std::optional<EntityKind> cue_kind(std::size_t first) const {
    std::size_t before = first;
    while (before > 0 && (text_[before - 1].sign == '"' || text_[before - 1].sign == '\'')) --before;
    if (before == 0 || text_[before].gap_before) return std::nullopt;
    --before;
    if (text_[before].sign == '-' && before > 0 && text_.touches(first) &&
        text_.has(before - 1, WordRole::title)) {
      return EntityKind::person;  // kabinet-Vermeulen
    }
    if (text_.has(before, WordRole::programme_before)) return EntityKind::programme;
    if (text_.has(before, WordRole::organisation_before)) return EntityKind::organisation;
    if (text_.has(before, WordRole::place_before)) return EntityKind::place;
    return std::nullopt;
  }

  // "in het Franse Vrelly", "in de Gentse Brugse Poort": behind "het" one word that the language does not
  // have, behind a second adjective any.
  bool is_place_behind_adjective(std::size_t first, std::size_t behind, std::size_t last) const {
    if (first < 2 || !text_.has(first - 1, WordRole::article) ||
        !text_.has(first - 2, WordRole::place_preposition)) {
      return false;
    }
    const NameWord& word = text_[last - 1];
    if (word.shape != WordShape::capitalised || text_.lexicon.compound_head(text_.text, word) ||
        text_.has(last - 1, WordRole::excluded) || text_.has(last - 1, WordRole::event)) {
      return false;
    }
    if (last == behind + 1) return text_.spelling(first - 1) == "het" && !word.ordinary;
    return last == behind + 2 && extent_.adjective_end(behind) == behind + 1;
  }

  // Whether the words before a name that is an ordinary word too show that it is the name.
  bool speaks_for(std::size_t i, EntityKind kind) const {
    if (i == 0 || text_[i].starts_sentence) return false;
    if (kind != EntityKind::place) return true;
    if (stands_among_places(i)) return true;
    if (i > 1 && text_.has(i - 1, WordRole::article)) --i;
    return text_.has(i - 1, WordRole::place_before) || text_.has(i - 1, WordRole::place_preposition);
  }

  // "Jette, Elsene, Beaumont en Luik": the word between places is one.
  bool stands_among_places(std::size_t i) const {
    const auto is_place = [this](std::size_t at) {
      const auto place = known_.at(at);
      return place && place->is(EntityKind::place) && !place->name->weak;
    };
    const auto is_separator = [this](std::size_t at) {
      return text_.is_sign(at, ',') || text_.has(at, WordRole::conjunction);
    };
    return i > 1 && is_separator(i - 1) && is_place(i - 2) && i + 2 < text_.size() && is_separator(i + 1) &&
           is_place(i + 2);
  }

  // "federale regering-Michel": behind a body, who led it.
  std::size_t leader_end(std::size_t last) const {
    const HeadWord* head = text_.lexicon.head(text_[last - 1]);
    const bool led = head != nullptr && head->after_adjective && text_[last - 1].shape == WordShape::lower &&
                     text_.is_sign(last, '-') && text_.touches(last) && last + 1 < text_.size() &&
                     text_.touches(last + 1) && text_[last + 1].shape == WordShape::capitalised;
    return led ? last + 2 : last;
  }

  const NameText& text_;
  KnownNames known_;
  NameExtent extent_;
  PersonFinder persons_;
  KeyMap<Uses> uses_;  // by word: ordinary words with a capital inside a sentence
  KeyFilter used_;     // of uses_
  std::vector<bool> barred_;
  std::size_t skip_until_ = 0;
};

}  // namespace

FoundNames find_names(const NameText& text) {
  return NameFinder(text).find();
}

}  // namespace vraagbaak::analysis
