// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/definition_finder.h"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/entities/name_key.h"
#include "analysis/lexicon/word_fold.h"

namespace vraagbaak::analysis {
namespace {

// An acronym has at most this many characters; a full name at most min(n + 5, 2n) words (Schwartz and Hearst)
// and, as the small words count too in Dutch, half as many again.
constexpr std::size_t kLongestAcronym = 10;

std::size_t longest_full_name(std::size_t letters) {
  return std::min(letters + 5, 2 * letters) * 3 / 2;
}

class DefinitionFinder {
 public:
  DefinitionFinder(const NameText& text, const std::vector<NameCandidate>& names)
      : text_(text), names_(names) {}

  Definitions find() {
    for (std::size_t open = 1; open + 2 < text_.size(); ++open) {
      if (text_[open].sign != '(') continue;
      while (next_ < names_.size() && names_[next_].last < open) ++next_;
      read_bracket(open);
    }
    return std::move(definitions_);
  }

 private:
  void read_bracket(std::size_t open) {
    std::size_t first = open + 1;
    // "(hierna de Privacywet)", "(afgekort FPB)"
    bool announced = false;
    while (first < text_.size() && first - open < 4 && text_[first].shape == WordShape::lower &&
           (text_.has(first, WordRole::short_form) || (announced && text_.has(first, WordRole::article)))) {
      announced = true;
      ++first;
    }
    if (announced && text_.is_sign(first, ':')) ++first;
    std::size_t last = first + 1;
    while (last + 1 < text_.size() && text_[last].sign == '-' && text_.touches(last) &&
           text_.touches(last + 1) && text_[last + 1].is_word()) {
      last += 2;  // EU-ETS
    }
    if (text_.has(last, WordRole::legal_form) && text_.is_sign(last + 1, ')')) ++last;  // (ACB vzw)
    if (!text_.is_sign(last, ')') && !text_.is_sign(last, ',') && !text_.is_sign(last, ';')) return;
    const NameWord& word = text_[first];
    if (!word.is_word() || !word.has_capital() || word.in_address || word.caps_line) return;
    const bool acronym = word.shape == WordShape::upper || word.shape == WordShape::mixed || last > first + 1;
    std::string letters;
    for (std::size_t w = first; w < last; ++w) {
      if (text_[w].is_word() && !(w > first && text_.has(w, WordRole::legal_form)))
        letters += fold_word(text_.spelling(w));
    }
    if (letters.size() < 2 || letters.size() > kLongestAcronym) return;
    if (letters.find_first_not_of("ivx") == std::string::npos) return;  // a number
    for (const std::string_view plural : {"'s", "s"}) {  // (PBM's): the letters are those of the singular
      if (word.shape == WordShape::mixed && letters.ends_with(plural))
        letters.resize(letters.size() - plural.size());
    }
    NameCandidate shorter{first, last, {}, Certainty::defined, "definition.short"};
    const NameCandidate* name =
        next_ < names_.size() && names_[next_].last == open ? &names_[next_] : nullptr;
    const std::optional<std::size_t> begin = full_begin(open, letters);
    if (begin) {
      define(*begin, open, name, shorter, acronym);
    } else if (name && acronym && has_several_words(*name) && name->kind != EntityKind::person &&
               name->kind != EntityKind::place && !is_known(first)) {
      add(*name, shorter, name->kind);  // an acronym of another language: "… (FANC)"
    }
  }

  void define(std::size_t begin, std::size_t open, const NameCandidate* name, NameCandidate shorter,
              bool acronym) {
    begin = widen(begin);
    if (name) begin = std::min(begin, name->first);
    // "Instituut voor Innovatie door …": the letters fit from the middle of a name on.
    for (std::size_t n = next_; n-- > 0 && names_[n].last > begin;) begin = std::min(begin, names_[n].first);
    NameCandidate full{begin, open, {}, Certainty::defined, "definition.full"};
    if (name && name->first == begin) full.kind = name->kind;
    if (!full.kind) full.kind = kind_of(begin, open);
    if (const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[open - 1]);
        head && head->no_name) {
      definitions_.common.insert(name_key(text_, shorter));  // "Runway Advisory System (RAS)"
      return;
    }
    if (!full.kind && begin > 0 && text_.has(begin - 1, WordRole::indefinite)) {
      definitions_.common.insert(name_key(text_, shorter));  // "een Lokaal Opvanginitiatief (LOI)"
      return;
    }
    bool capital = false;
    for (std::size_t w = begin; w < open; ++w) {
      capital = capital || (text_[w].has_capital() && (w > begin || !text_[w].starts_sentence || name));
    }
    if (!capital && !full.kind) {
      if (acronym) definitions_.common.insert(name_key(text_, shorter));
      return;
    }
    if (!acronym && !name) return;
    const bool opens = full.kind == EntityKind::legislation && text_[begin].has_capital();
    if (!capital && !opens) {
      // "de nationale veiligheidsoverheid (NVO)"; without the article it is a kind of body
      if (full.kind != EntityKind::organisation && full.kind != EntityKind::programme) return;
      if (begin == 0 || !text_.has(begin - 1, WordRole::article)) return;
      if (const std::size_t place = bracket_place(shorter.last); place != 0) {
        full.last = place;
        definitions_.whole.push_back(full);
        return;
      }
    }
    add(full, shorter, full.kind);
  }

  // "(POM) West-Vlaanderen": behind the place that follows the bracket and ends the name, or 0.
  std::size_t bracket_place(std::size_t close) const {
    if (!text_.is_sign(close, ')') || close + 1 >= text_.size() || !text_[close + 1].space_before) return 0;
    for (std::size_t n = next_; n < names_.size() && names_[n].first <= close + 1; ++n) {
      if (names_[n].first == close + 1 && names_[n].kind == EntityKind::place) return names_[n].last;
    }
    return 0;
  }

  void add(NameCandidate full, NameCandidate shorter, std::optional<EntityKind> kind) {
    full.certainty = Certainty::defined;
    full.kind = shorter.kind = kind;
    definitions_.pairs.emplace_back(full, shorter);
  }

  // Where the full name begins whose letters the acronym before `open` has; nothing where they do not fit.
  std::optional<std::size_t> full_begin(std::size_t open, const std::string& letters) const {
    const std::size_t limit = longest_full_name(letters.size());
    std::size_t left = letters.size();  // letters[0, left) are to be found
    for (std::size_t w = open; w-- > 0 && open - w <= limit;) {
      const NameWord& word = text_[w];
      if (word.sign != 0 && word.sign != '-' && word.sign != '&' && word.sign != '\'' && word.sign != ',' &&
          word.sign != '/') {
        return std::nullopt;
      }
      if (w + 1 < open && text_[w + 1].gap_before) return std::nullopt;
      if (!word.is_word()) continue;
      const std::string folded = fold_word(text_.spelling(w));
      for (std::size_t at = folded.size(); at-- > 0 && left > 0;) {
        if (folded[at] != letters[left - 1]) continue;
        if (left == 1 && at != 0) continue;  // the first letter begins a word
        --left;
      }
      if (left == 0) {
        // "de Dienst" for D: an article or link begins no name.
        if (text_.has(w, WordRole::article) || text_.has(w, WordRole::link)) return std::nullopt;
        return w;
      }
      if (word.starts_sentence) return std::nullopt;
    }
    return std::nullopt;
  }

  // "Federaal" before "Kenniscentrum": capitalised words before the full name belong to it.
  std::size_t widen(std::size_t begin) const {
    while (begin > 0 && !text_[begin].gap_before && text_[begin].space_before &&
           text_[begin - 1].has_capital() && !text_.has(begin - 1, WordRole::office) &&
           !text_.has(begin - 1, WordRole::function) && !text_[begin - 1].starts_sentence &&
           text_[begin].has_capital()) {
      --begin;
    }
    // "de Wet werk en inkomen (WI)": the kind of act goes with its title
    if (begin > 0 && text_[begin - 1].has_capital() && text_.has(begin - 1, WordRole::law_short) &&
        text_[begin].space_before && !text_[begin].gap_before)
      --begin;
    return begin;
  }

  std::optional<EntityKind> kind_of(std::size_t first, std::size_t last) const {
    std::optional<EntityKind> kind;
    for (std::size_t w = first; w < last; ++w) {
      const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[w]);
      if (!head) continue;
      if (head->first || head->suffix || (w + 1 == last && head->last)) {
        if (!kind || text_[w].has_capital()) kind = head->kind;
        if (text_[w].has_capital() || w == first) break;
      }
    }
    return kind;
  }

  bool has_several_words(const NameCandidate& name) const {
    std::size_t words = 0;
    for (std::size_t w = name.first; w < name.last; ++w) words += text_[w].is_word();
    return words > 1;
  }

  // A name everybody knows needs no definition: "(N-VA)" behind a person is his party.
  bool is_known(std::size_t first) const {
    const std::array<WordId, 1> id = {text_[first].id};
    return text_.is_sign(first + 1, '-') || text_.is_sign(first + 1, '&') ||
           text_.lexicon.names().longest_at(id, 0).has_value();
  }

  const NameText& text_;
  const std::vector<NameCandidate>& names_;
  std::size_t next_ = 0;  // the first name that ends at the bracket or behind it
  Definitions definitions_;
};

}  // namespace

Definitions find_definitions(const NameText& text, const std::vector<NameCandidate>& names) {
  return DefinitionFinder(text, names).find();
}

}  // namespace vraagbaak::analysis
