// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/name_finder.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

// A name has at most this many words; the longest body names of the gazetteers have 14.
constexpr std::size_t kLongestName = 16;
// A surname with its particles: "van den Brande de Reeth".
constexpr std::size_t kLongestPerson = 6;

class NameFinder {
 public:
  explicit NameFinder(const NameText& text) : text_(text) {
    match_words_.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i].sign == '-' || text[i].sign == '\'') continue;
      match_words_.push_back(i);
      match_ids_.push_back(text[i].id);
    }
    match_at_.assign(text.size(), match_words_.size());
    for (std::size_t m = 0; m < match_words_.size(); ++m) match_at_[match_words_[m]] = m;
  }

  std::vector<NameCandidate> find() {
    for (std::size_t i = 0; i < text_.size();) {
      if (i >= portfolio_until_ && text_.has(i, WordRole::portfolio)) portfolio_until_ = portfolio_end(i);
      const std::optional<NameCandidate> name = name_at(i);
      if (!name) {
        ++i;
        continue;
      }
      found_.push_back(*name);
      i = std::max(name->last, i + 1);
    }
    return std::move(found_);
  }

 private:
  struct Known {  // a gazetteer name at a place
    std::size_t last = 0;
    const GazetteerName* name = nullptr;
  };

  std::optional<NameCandidate> name_at(std::size_t i) {
    const NameWord& word = text_[i];
    if (!word.is_word() || word.in_address) return std::nullopt;
    if (i >= portfolio_until_) {
      if (auto person = person_at(i)) return person;
    }
    const std::optional<Known> known = known_at(i);
    if (i < portfolio_until_ && !(known && outside_portfolio(i, *known))) return std::nullopt;
    if (known && !word.has_capital()) {
      return NameCandidate{i, known->last, known->name->kind, Certainty::known, "gazetteer"};
    }
    if (word.caps_line) {
      if (!known) return std::nullopt;
      return NameCandidate{i, known->last, known->name->kind, Certainty::known, "gazetteer"};
    }
    if (!word.has_capital()) return lower_head_at(i);
    return capital_run_at(i, known);
  }

  // "minister van Werk, Economie en Landbouw": behind the policy fields, none of which is a name; i + 1 where
  // no field follows the office.
  std::size_t portfolio_end(std::size_t i) const {
    std::size_t w = i + 1;
    if (text_.is_sign(w, '-')) w += 2;
    if (!text_.has(w, WordRole::link)) return i + 1;
    std::size_t end = i + 1;
    for (; w < text_.size() && !text_[w].gap_before; ++w) {
      if (text_[w].has_capital()) {
        if (text_.has(w, WordRole::first_name) || (end == w && text_.has(w, WordRole::particle))) break;
        end = w + 1;
      } else if (text_[w].sign == ',' || text_[w].sign == '-') {
        if (w + 1 >= text_.size() ||
            (!text_[w + 1].has_capital() && !text_.has(w + 1, WordRole::conjunction)))
          break;
      } else if (!text_.has(w, WordRole::link) && !text_.has(w, WordRole::conjunction)) {
        break;
      }
    }
    return end;
  }

  // What a minister can be minister of and is a name all the same: "minister-president van de Vlaamse
  // Regering".
  bool outside_portfolio(std::size_t i, const Known& known) const {
    if (known.name->weak) return false;
    return known.name->kind == EntityKind::place ||
           (known.name->kind == EntityKind::organisation && known.last > i + 1);
  }

  // The longest gazetteer name that begins at word i and is written as a name.
  std::optional<Known> known_at(std::size_t i) const {
    const std::size_t at = match_at_[i];
    if (at >= match_ids_.size() || match_ids_[at] == 0) return std::nullopt;
    const std::optional<PhraseMatch> match = text_.lexicon.names().longest_at(match_ids_, at);
    if (!match) return std::nullopt;
    const GazetteerName& name = text_.lexicon.name(match->phrase);
    const NameWord& first = text_[i];
    const std::size_t last = match_words_[match->end - 1] + 1;
    if (!name.lower && !first.has_capital() && !(name.lower_first && text_[last - 1].has_capital()))
      return std::nullopt;
    if (name.upper && first.shape != WordShape::upper) return std::nullopt;
    for (std::size_t w = i + 1; w < last; ++w) {
      if (text_[w].gap_before) return std::nullopt;
    }
    return Known{last, &name};
  }

  // "minister Jo Brouns", "de heren Leterme en Reynders", "Lieven Danneels".
  std::optional<NameCandidate> person_at(std::size_t i) const {
    const NameWord& word = text_[i];
    if (!word.has_capital()) return std::nullopt;
    const bool titled = after_title(i);
    const bool first_name = text_.has(i, WordRole::first_name) && word.shape != WordShape::mixed;
    if (!titled && !first_name) return std::nullopt;
    if (!first_name && !may_be_surname(i)) return std::nullopt;
    std::size_t last = i + 1;
    std::size_t names = 1;    // capitalised words that are no particle
    std::size_t end = i + 1;  // behind the last of them
    bool particle_first = text_.has(i, WordRole::particle) && !first_name;
    if (particle_first) names = 0;
    while (last < text_.size() && last - i < 2 * kLongestPerson && names < kLongestPerson) {
      const NameWord& next = text_[last];
      if (next.gap_before) break;
      if (next.sign == '-' && text_.touches(last) && text_.touches(last + 1) &&
          text_[last + 1].has_capital()) {
        last += 2;
        end = last;
        continue;
      }
      if (next.sign == '.' && text_.touches(last) && text_.spelling(last - 1).size() == 1) {  // an initial
        ++last;
        continue;
      }
      if (!next.is_word() || !next.space_before || next.caps_line != word.caps_line) break;
      if (next.has_capital()) {
        if (text_.has(last, WordRole::office) || text_.has(last, WordRole::legal_form)) break;
        if (next.line_before && word.caps_line) break;  // a heading: the name has its own line
        if (names > 0 && !text_.has(last, WordRole::particle)) {
          if (const auto known = known_at(last);
              known && known->name->kind == EntityKind::organisation && !known->name->weak) {
            break;
          }
        }
        ++last;
        end = last;
        names += !text_.has(last - 1, WordRole::particle);
      } else if (text_.has(last, WordRole::particle) && particle_then_capital(last)) {
        ++last;
      } else {
        break;
      }
    }
    if (names == 0) return std::nullopt;
    if (!titled && (names < 2 || !real_name(i, end))) return std::nullopt;
    return NameCandidate{i, end, EntityKind::person, Certainty::known,
                         titled ? "person.title" : "person.first-name"};
  }

  // A first name before a word of the language is no person: "Roos Vlaanderen", "Dag Allemaal".
  bool real_name(std::size_t first, std::size_t last) const {
    const std::size_t second = first + 1;
    if (const auto known = known_at(first); known && known->last > second) return false;
    for (std::size_t i = second; i < last; ++i) {
      if (!text_[i].is_word() || text_.has(i, WordRole::particle)) continue;
      if (text_[i].ordinary && last - first == 2 && !text_[first].caps_line) {
        return !text_.has(i, WordRole::function) && !text_.has(i, WordRole::excluded);
      }
    }
    return true;
  }

  bool particle_then_capital(std::size_t i) const {
    for (std::size_t w = i + 1; w < std::min(i + 4, text_.size()); ++w) {
      if (text_[w].has_capital()) return true;
      if (!text_.has(w, WordRole::particle)) return false;
    }
    return false;
  }

  bool after_title(std::size_t i) const {
    if (i == 0 || text_[i].gap_before) return false;
    if (i == portfolio_until_ && text_[i - 1].has_capital() && text_[i].space_before) return true;
    std::size_t before = i - 1;
    if (text_[before].sign == '.' && before > 0) --before;  // dhr. X
    if (text_.has(before, WordRole::title)) {
      return text_[i].space_before && !text_[before].caps_line;
    }
    // "de heren X en Y"
    return before >= 2 && text_.has(before, WordRole::conjunction) && !found_.empty() &&
           found_.back().last == before && found_.back().rule == "person.title" && found_.back().first >= 1 &&
           text_.spelling(found_.back().first - 1).ends_with("en");
  }

  bool may_be_surname(std::size_t i) const {
    const NameWord& word = text_[i];
    if (text_.has(i, WordRole::particle))
      return particle_then_capital(i) || (i + 1 < text_.size() && text_[i + 1].has_capital());
    if (word.shape == WordShape::mixed && word.span.size() < 4) return false;
    if (word.shape == WordShape::upper && !word.caps_line) return false;
    if (text_[i].ordinary || text_.has(i, WordRole::function) || text_.has(i, WordRole::excluded) ||
        text_.has(i, WordRole::office) || text_.lexicon.is_adjective(text_.text, word)) {
      return false;
    }
    return !known_at(i) && !text_.lexicon.compound_head(text_.text, word);
  }

  // "dienst Vreemdelingenzaken", "federale politie", "acquisitieplatform Oost-Vlaanderen".
  std::optional<NameCandidate> lower_head_at(std::size_t i) const {
    if (i + 1 >= text_.size() || !text_[i + 1].space_before || text_[i + 1].gap_before) return std::nullopt;
    const std::size_t at = text_.has(i, WordRole::level) ? i + 1 : i;  // interfederale werkgroep Preventie
    const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[at]);
    if (!head || !head->lower || at + 1 >= text_.size() || !text_[at + 1].has_capital() || text_[at + 1].gap_before) {
      return std::nullopt;
    }
    const std::size_t last = extend(i, at + 1, head);
    if (last == at + 1) return std::nullopt;
    return NameCandidate{i, last, head->kind, Certainty::known, "head.lower"};
  }

  std::optional<NameCandidate> capital_run_at(std::size_t i, const std::optional<Known>& known) const {
    const NameWord& word = text_[i];
    std::size_t first = i;
    const std::size_t start_last = std::max(known ? known->last : 0, compound_end(i));
    if (!known && text_.has(i, WordRole::office)) return std::nullopt;
    const std::size_t adjective_last = known ? i : adjective_end(i);
    const bool adjective = adjective_last != i;
    // What begins a sentence belongs to the name only where it speaks for itself.
    if (word.starts_sentence && !known && !adjective &&
        (text_.has(i, WordRole::function) || (text_[i].ordinary && !text_.lexicon.head(word)))) {
      return std::nullopt;
    }
    if (text_.has(i, WordRole::function) && !known && word.shape != WordShape::upper &&
        !(start_last < text_.size() && text_[start_last].has_capital() && text_[start_last].space_before)) {
      return std::nullopt;
    }
    const HeadWord* head = known ? nullptr : text_.lexicon.compound_head(text_.text, word);
    std::size_t last = extend(first, start_last, head);
    if (known && last == known->last) {
      const bool sure = !known->name->weak || speaks_for(i, known->name->kind);
      return NameCandidate{i, last, known->name->kind, sure ? Certainty::known : Certainty::guessed,
                           "gazetteer"};
    }
    return judge(first, last, head, known);
  }

  // What kind the run [first, last) has, and whether it is a name at all.
  std::optional<NameCandidate> judge(std::size_t first, std::size_t last, const HeadWord* head,
                                     const std::optional<Known>& known) const {
    // Leading adjectives: alone nothing, before a name of its own no part of it.
    if (const std::size_t behind = known ? first : adjective_end(first); behind != first) {
      if (last == behind) return adjective_head(first, behind);
      const auto inner = known_at(behind);
      if (inner && inner->last == last && !inner->name->weak) {
        return NameCandidate{behind, last, inner->name->kind, Certainty::known, "gazetteer"};
      }
    }
    const NameWord& word = text_[first];
    bool single = true;  // one word, perhaps with a number: COVID-19
    for (std::size_t i = first + 1; i < last; ++i) single = single && !text_[i].is_word();
    const std::size_t end = last - 1;
    if (text_.has(end, WordRole::event)) return std::nullopt;
    if (single) {
      if (head && head->alone && !word.starts_sentence) {
        return NameCandidate{first, last, head->kind, Certainty::known, "head.alone"};
      }
      if (text_.has(first, WordRole::excluded) || text_.has(first, WordRole::function)) return std::nullopt;
      if (text_[first].ordinary && word.shape == WordShape::capitalised) return std::nullopt;
      if (text_.lexicon.head(word) || text_.has(first, WordRole::direction)) return std::nullopt;
      if (!looks_like_name(first)) return std::nullopt;
      if (head && !word.starts_sentence) {
        return NameCandidate{first, last, head->kind, Certainty::likely, "head.compound"};
      }
      return NameCandidate{first, last, cue_kind(first),
                           word.starts_sentence ? Certainty::guessed : Certainty::likely,
                           word.shape == WordShape::upper ? "acronym" : "capital"};
    }
    if (text_.has(end, WordRole::legal_form)) {
      return NameCandidate{first, last, EntityKind::organisation, Certainty::known, "legal-form"};
    }
    if (head && head->first) return NameCandidate{first, last, head->kind, Certainty::known, "head.first"};
    for (std::size_t i = last; i-- > first;) {
      const HeadWord* inner = text_.lexicon.compound_head(text_.text, text_[i]);
      if (inner && (i == end ? inner->last || inner->suffix : inner->first)) {
        return NameCandidate{first, last, inner->kind, Certainty::known, "head.last"};
      }
    }
    return NameCandidate{first, last, cue_kind(first),
                         word.starts_sentence ? Certainty::guessed : Certainty::likely, "capitals"};
  }

  // Behind the adjective of a place that begins at word i ("Vlaamse", "West-Vlaamse"), or i where none does.
  std::size_t adjective_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end + 1 < text_.size() && text_[end].sign == '-' && text_.touches(end) &&
           text_[end + 1].has_capital() && (text_.touches(end + 1) || text_[end + 1].line_before)) {
      end += 2;
    }
    return text_.lexicon.is_adjective(text_.text, text_[end - 1]) ? end : i;
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
  std::optional<NameCandidate> adjective_head(std::size_t first, std::size_t i) const {
    if (i >= text_.size() || text_[i].gap_before || !text_[i].space_before) return std::nullopt;
    const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[i]);
    if (!head || !head->after_adjective) return std::nullopt;
    const std::size_t last = extend(first, i + 1, head);
    return NameCandidate{first, last, head->kind, Certainty::known, "head.adjective"};
  }

  // The kind the words before the name ask for.
  std::optional<EntityKind> cue_kind(std::size_t first) const {
    std::size_t before = first;
    while (before > 0 && (text_[before - 1].sign == '"' || text_[before - 1].sign == '\'')) --before;
    if (before == 0 || text_[first].gap_before) return std::nullopt;
    --before;
    if (text_.has(before, WordRole::programme_before)) return EntityKind::programme;
    if (text_.has(before, WordRole::organisation_before)) return EntityKind::organisation;
    if (text_.has(before, WordRole::place_before)) return EntityKind::place;
    return std::nullopt;
  }

  bool speaks_for(std::size_t i, EntityKind kind) const {
    if (i == 0 || text_[i].starts_sentence) return false;
    if (kind == EntityKind::place) {
      if (i > 1 && text_.has(i - 1, WordRole::article)) --i;
      return text_.has(i - 1, WordRole::place_before) || text_.has(i - 1, WordRole::place_preposition);
    }
    return true;
  }

  // Behind word i and the parts that hang on it: "EU-Commissie" is one word, of "EFRO-project" only "EFRO"
  // is.
  std::size_t compound_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end + 1 < text_.size() && text_.touches(end) && !text_[end + 1].gap_before &&
           (text_.touches(end + 1) || (text_[end].sign == '-' && text_[end + 1].line_before))) {
      const char32_t joint = text_[end].sign;
      const NameWord& part = text_[end + 1];
      if (joint == '-' && (part.has_capital() || part.shape == WordShape::number)) {
        end += 2;
      } else if (joint == '-' && part.is_word() && whole_compound(i, end + 1)) {
        return end + 2;
      } else if ((joint == '&' || joint == '+') && part.has_capital()) {
        end += 2;
      } else if (joint == '/' && part.shape == WordShape::upper && part.span.size() <= 2) {
        end += 2;
      } else {
        break;
      }
    }
    // "Startlening+"
    if (end < text_.size() && text_[end].sign == '+' && text_.touches(end) &&
        (end + 1 >= text_.size() || text_[end + 1].space_before || text_[end + 1].sign != 0)) {
      ++end;
    }
    return end;
  }

  // "Diabolo-toeslag", "MRV-verordening": a levy or an act has the whole word for its name.
  bool whole_compound(std::size_t first, std::size_t tail) const {
    if (text_.has(first, WordRole::direction)) return true;  // Oost-poort
    const HeadWord* head = text_.lexicon.head(text_[tail]);
    if (!head || !head->suffix) return false;
    if (text_.has(tail, WordRole::programme_tail) || text_.has(tail, WordRole::organisation_tail))
      return false;
    return head->kind == EntityKind::legislation || head->kind == EntityKind::programme;
  }

  // The end of the name that begins at `first` and is sure up to `last`.
  std::size_t extend(std::size_t first, std::size_t last, const HeadWord* head) const {
    bool linked = false;  // behind a link word
    while (last < text_.size() && last - first < kLongestName) {
      if (const HeadWord* current = text_.lexicon.head(text_[last - 1]); current && current->first)
        head = current;
      const NameWord& next = text_[last];
      if (next.gap_before || next.in_address) break;
      if (next.sign == '\'' && text_.touches(last) && text_.spelling(last - 1).ends_with('s') &&
          last + 1 < text_.size() && text_[last + 1].has_capital() && text_[last + 1].space_before) {
        last = compound_end(last + 1);
        continue;
      }
      if (next.has_capital() && next.space_before && !next.starts_sentence) {
        if (!joins(first, last)) break;
        const auto known = known_at(last);
        last = std::max(known ? known->last : 0, compound_end(last));
        continue;
      }
      if (next.sign == '&' && last + 1 < text_.size() && text_[last + 1].has_capital() &&
          !text_[last + 1].gap_before) {
        last = compound_end(last + 1);
        continue;
      }
      if (next.sign == '-' && text_.touches(last) && last + 1 < text_.size() &&
          text_[last + 1].has_capital() && (text_.touches(last + 1) || text_[last + 1].line_before)) {
        last = compound_end(last + 1);
        continue;
      }
      if (text_.has(last, WordRole::legal_form) && next.space_before && next.shape == WordShape::lower)
        return last + 1;
      if (head && head->list && next.sign == ',') {
        const std::size_t list = list_end(last);
        if (list == last) break;
        last = list;
        continue;
      }
      const std::size_t target =
          linked_word(last, head != nullptr, linked || (head && head->list) || (head && head->first));
      if (target == last) break;
      linked = true;
      last = compound_end(target);
    }
    return last;
  }

  // Whether the capitalised word `next` belongs to the run that ends before it.
  bool joins(std::size_t first, std::size_t next) const {
    if (text_.has(next, WordRole::office)) return false;
    const auto known = known_at(first);
    if (known && !known->name->weak && known->last == next && known_at(next)) return false;
    if (text_[next].caps_line != text_[first].caps_line) return false;
    return true;
  }

  // Behind "van de", "voor", "en": the capitalised word they lead to, or `at` where they lead out of the
  // name.
  std::size_t linked_word(std::size_t at, bool has_head, bool in_list) const {
    std::size_t w = at;
    bool conjunction = false;
    while (w < text_.size() && w - at < 3 && !text_[w].has_capital() && !text_[w].gap_before &&
           (text_.has(w, WordRole::link) || text_.has(w, WordRole::conjunction))) {
      conjunction = conjunction || text_.has(w, WordRole::conjunction);
      ++w;
    }
    if (w == at || w >= text_.size() || !text_[w].has_capital() || text_[w].gap_before ||
        text_[w].starts_sentence)
      return at;
    if (text_.has(w, WordRole::office)) return at;
    const auto known = known_at(w);
    const bool ordinary = text_[w].ordinary || text_.lexicon.is_adjective(text_.text, text_[w]);
    if (conjunction && text_.has(w - 1, WordRole::conjunction) && text_[w - 1].span.size() == 3)
      return in_list ? w : at;  // and
    if (conjunction) {
      if (!in_list || (known && !ordinary) || text_[w].shape == WordShape::upper ||
          text_.lexicon.head(text_[w]))
        return at;
      return ordinary ? w : at;
    }
    if (has_head) {
      if (known && known->name->kind == EntityKind::organisation && !ordinary) return at;
      if (const HeadWord* target = text_.lexicon.head(text_[w]);
          target && target->alone && target->kind == EntityKind::organisation && !followed_by_name(w))
        return at;
      return text_[w].shape == WordShape::upper && !known ? at : w;
    }
    return known || !ordinary || text_.lexicon.is_adjective(text_.text, text_[w]) ? at : w;
  }

  bool followed_by_name(std::size_t w) const {
    return w + 1 < text_.size() && (text_[w + 1].has_capital() || text_.has(w + 1, WordRole::link)) &&
           !text_[w + 1].gap_before;
  }

  // ", Economie en Innovatie": the end of the list that begins with the comma `at`, or `at` where it is none.
  std::size_t list_end(std::size_t at) const {
    std::size_t w = at;
    while (w + 1 < text_.size() && w - at < 12) {
      if (text_[w].sign == ',' && text_[w + 1].has_capital() && !text_[w + 1].gap_before) {
        w += 2;
        while (w < text_.size() && text_[w].has_capital() && text_[w].space_before) ++w;
      } else if (text_.has(w, WordRole::conjunction) && text_[w + 1].has_capital()) {
        return text_[w + 1].ordinary ? w + 2 : at;
      } else {
        return at;
      }
    }
    return at;
  }

  const NameText& text_;
  std::vector<std::size_t> match_words_;  // the words a gazetteer name can be made of
  std::vector<WordId> match_ids_;         // … and their ids
  std::vector<std::size_t> match_at_;     // by word: its place among them
  std::vector<NameCandidate> found_;
  std::size_t portfolio_until_ = 0;
};

}  // namespace

std::vector<NameCandidate> find_names(const NameText& text) {
  return NameFinder(text).find();
}

}  // namespace vraagbaak::analysis
