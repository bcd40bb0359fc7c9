// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/name_extent.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

// Words and signs of the longest name; the longest body names of the gazetteers have 14 words.
constexpr std::size_t kLongestName = 24;
// Small words between two parts of a name: "van het", "voor de".
constexpr std::size_t kMostLinks = 3;
// Longer small words with a capital are nouns too: "dienst Parlementaire Vragen".
constexpr std::size_t kLongestOpening = 4;
// Words and signs of a list of policy fields.
constexpr std::size_t kLongestList = 12;

}  // namespace

std::size_t NameExtent::compound_end(std::size_t i) const {
  std::size_t end = i + 1;
  while (end + 1 < text_.size() && end - i < kLongestName && text_.touches(end) &&
         !text_[end + 1].gap_before &&
         (text_.touches(end + 1) || (text_[end].sign == '-' && text_[end + 1].line_before))) {
    const char32_t joint = text_[end].sign;
    const NameWord& part = text_[end + 1];
    if (joint == '-' && part.shape == WordShape::capitalised && text_.lexicon.names_role(text_.text, part)) {
      break;  // PVV-Kamerlid
    }
    if (joint == '-' && part.has_capital()) {
      end += 2;
    } else if (joint == '-' && part.shape == WordShape::number && !known_.at(i)) {
      end += 2;
    } else if (joint == '-' && text_.has(end + 1, WordRole::link) && text_.is_sign(end + 2, '-') &&
               text_.touches(end + 2) && text_.touches(end + 3) && text_[end + 3].has_capital()) {
      end += 4;  // Life-on-Chip
    } else if (joint == '-' && part.is_word() && whole_compound(i, end + 1)) {
      return end + 2;
    } else if ((joint == '&' || joint == '+') && part.has_capital()) {
      end += 2;
    } else if (joint == '/' && part.shape == WordShape::upper && part.span.size() <= 2) {
      end += 2;
    } else if (joint == '.' && part.has_capital() && !part.ordinary && part.span.size() > 2 &&
               !text_.has(end + 1, WordRole::function) && !known_.at(end + 1) && !text_[i].ordinary) {
      end += 2;  // Zeeland.Digitaal, not "… in Zeeland.De provincie"
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

std::size_t NameExtent::prefixed_end(std::size_t i) const {
  return joins_by_hyphen(text_, i) ? compound_end(i + 2) : i;
}

std::size_t NameExtent::adjective_end(std::size_t i) const {
  std::size_t end = i + 1;
  while (end + 1 < text_.size() && end - i < kLongestName && text_[end].sign == '-' && text_.touches(end) &&
         text_[end + 1].has_capital() && (text_.touches(end + 1) || text_[end + 1].line_before)) {
    end += 2;
  }
  return text_.lexicon.is_adjective(text_.text, text_[end - 1]) ? end : i;
}

std::size_t NameExtent::edition_end(std::size_t last) const {
  const auto is_year = [this](std::size_t i) {
    return i < text_.size() && text_[i].shape == WordShape::number && text_[i].span.size() == 4 &&
           !text_[i].gap_before &&
           (text_.spelling(i).starts_with("19") || text_.spelling(i).starts_with("20"));
  };
  if (is_year(last)) {
    const bool range = text_.is_sign(last + 1, '-') && text_.touches(last + 1) && is_year(last + 2);
    return range ? last + 3 : last + 1;
  }
  const auto is_digit = [this](std::size_t i) {
    return i < text_.size() && text_[i].shape == WordShape::number && text_[i].span.size() == 1;
  };
  if (is_digit(last) && !text_[last].gap_before && text_.is_sign(last + 1, '.') && text_.touches(last + 1) &&
      text_.touches(last + 2) && is_digit(last + 2)) {
    return last + 3;
  }
  // Not the end of a sentence: a small letter or a sign follows.
  const bool goes_on =
      last + 1 < text_.size() && !text_[last + 1].has_capital() && !text_[last + 1].gap_before;
  return text_.is_sign(last, '!') && text_.touches(last) && goes_on ? last + 1 : last;
}

// "Diabolo-toeslag", "MRV-verordening", "Oost-poort": a levy, an act and a direction take the whole word.
bool NameExtent::whole_compound(std::size_t first, std::size_t tail) const {
  if (text_.has(first, WordRole::direction)) return true;
  const HeadWord* head = text_.lexicon.head(text_[tail]);
  if (!head || !head->suffix) return false;
  if (text_.has(tail, WordRole::programme_tail) || text_.has(tail, WordRole::organisation_tail)) return false;
  return head->kind == EntityKind::legislation || head->kind == EntityKind::programme;
}

std::size_t NameExtent::extend(std::size_t first, std::size_t last, const HeadWord* head) const {
  bool linked = false;  // behind a link word
  while (last < text_.size() && last - first < kLongestName) {
    if (const HeadWord* current = text_.lexicon.head(text_[last - 1]); current && current->first)
      head = current;
    const std::size_t next = step(first, last, head, linked);
    if (next == last) break;
    linked = linked || !text_[last].has_capital();
    last = next;
  }
  return last;
}

std::size_t NameExtent::step(std::size_t first, std::size_t last, const HeadWord* head, bool linked) const {
  const NameWord& next = text_[last];
  if (next.gap_before || next.in_address) return last;
  if (!next.has_capital() && next.space_before) {
    if (const std::size_t end = prefixed_end(last); end != last) return end;
  }
  const bool capital_behind =
      last + 1 < text_.size() && text_[last + 1].has_capital() && !text_[last + 1].gap_before;
  if (next.has_capital()) {
    if (!next.space_before || next.starts_sentence || !joins(first, last)) return last;
    const auto known = known_.at(last);
    return std::max(known ? known->last : 0, compound_end(last));
  }
  switch (next.sign) {
    case '\'':  // Flanders’ Food
      return capital_behind && text_.touches(last) && text_[last + 1].space_before &&
                     text_.spelling(last - 1).ends_with('s')
                 ? compound_end(last + 1)
                 : last;
    case '&':
      return capital_behind ? compound_end(last + 1) : last;
    case '-':
      // Energie- en Klimaatagentschap
      if (text_.touches(last) && text_.has(last + 1, WordRole::conjunction) && text_[last + 1].space_before &&
          last + 2 < text_.size() && text_[last + 2].has_capital() && !text_[last + 2].gap_before) {
        return compound_end(last + 2);
      }
      if (capital_behind && text_.lexicon.names_role(text_.text, text_[last + 1])) return last;
      return capital_behind && text_.touches(last) && (text_.touches(last + 1) || text_[last + 1].line_before)
                 ? compound_end(last + 1)
                 : last;
    case '/':  // werkgroep Justitie/Werk
      return capital_behind && head && head->lower && text_.touches(last) && text_.touches(last + 1)
                 ? compound_end(last + 1)
                 : last;
    case ',':
      return head && head->list ? list_end(last) : last;
    case 0:
      break;
    default:
      return last;
  }
  if (text_.has(last, WordRole::legal_form) && next.space_before && next.shape == WordShape::lower)
    return last + 1;
  const std::size_t target = linked_word(last, head, linked);
  return target == last ? last : compound_end(target);
}

// Whether the capitalised word `next` belongs to the run that ends before it.
bool NameExtent::joins(std::size_t first, std::size_t next) const {
  if (text_.has(next, WordRole::office)) return false;
  // "Franse Nobelprijswinnaar Jean …": what the person does, no part of a name.
  if (next + 1 < text_.size() && text_[next + 1].has_capital() &&
      text_.lexicon.is_adjective(text_.text, text_[next - 1]) &&
      text_.lexicon.names_role(text_.text, text_[next])) {
    return false;
  }
  if (text_[next].caps_line != text_[first].caps_line) return false;
  const auto behind = known_.at(next);
  // "in Marokko De regering …": a sentence that begins without a stop before it; "in Brussel B. Ontwerp": a
  // label.
  if (text_[next].shape == WordShape::capitalised && text_.has(next, WordRole::function) &&
      text_[next].span.size() <= kLongestOpening && !behind) {
    return false;
  }
  if (const HeadWord* head = text_.lexicon.head(text_[next]); head && head->no_name && head->first)
    return false;
  if (text_[next].span.size() == 1 && text_.is_sign(next + 1, '.')) return false;
  if (!behind || behind->name->weak) return true;
  const auto known = known_.at(first);
  // Two names side by side are two: "Duitsland Europa"; but "Unizo Limburg" is a branch.
  if (known && !known->name->weak && known->last == next) {
    return known->is(EntityKind::organisation) && behind->is(EntityKind::place);
  }
  // "Autobouwers Volvo en Ford": what begins a sentence speaks only for itself.
  return known || !text_[first].starts_sentence || next != first + 1 || behind->is(EntityKind::place) ||
         text_.lexicon.head(text_[first]);
}

std::size_t NameExtent::linked_word(std::size_t at, const HeadWord* head, bool linked) const {
  std::size_t w = at;
  std::size_t conjunctions = 0;
  while (w < text_.size() && w - at < kMostLinks && !text_[w].has_capital() && !text_[w].gap_before &&
         (text_.has(w, WordRole::link) || text_.has(w, WordRole::conjunction) ||
          (linked && text_.has(w, WordRole::inner_link) && (head || !in_dutch_place(w))))) {
    conjunctions += text_.has(w, WordRole::conjunction);
    ++w;
  }
  if (w == at || w >= text_.size()) return at;
  const NameWord& word = text_[w];
  if (!word.has_capital() || word.gap_before || word.starts_sentence || text_.has(w, WordRole::office))
    return at;
  if (conjunctions > 0) return w == at + 1 && conjunction_joins(at, w, head, linked) ? w : at;
  return link_joins(at, w, head) ? w : at;
}

bool NameExtent::conjunction_joins(std::size_t conjunction, std::size_t word, const HeadWord* head,
                                   bool linked) const {
  if (!head && !linked) return false;
  const auto known = known_.at(word);
  if (known && !known->name->weak) return false;
  const std::string_view spelled = text_.spelling(conjunction);
  if (spelled == "and" || spelled == "et") return true;
  if (!linked && !head->first && !head->list) return false;
  if (text_[word].shape == WordShape::upper || text_.lexicon.head(text_[word])) return false;
  return text_[word].ordinary || text_.lexicon.is_adjective(text_.text, text_[word]);
}

// "Aad de Groot in het West-Vlaamse …": where somebody is, no part of a name; "… in the Western …" is one.
bool NameExtent::in_dutch_place(std::size_t at) const {
  return text_.has(at, WordRole::place_preposition) && text_.has(at + 1, WordRole::article) &&
         text_.has(at + 1, WordRole::particle);
}

bool NameExtent::link_joins(std::size_t link, std::size_t word, const HeadWord* head) const {
  const auto known = known_.at(word);
  const std::string_view spelled = text_.spelling(link);
  if (spelled == "by" || spelled == "of" || spelled == "to") {  // English; "of" is Dutch for "or" too
    if (!head && spelled == "of") return false;
    return !known || !known->is(EntityKind::organisation);
  }
  if (head) {
    if (known && known->is(EntityKind::organisation) && !known->name->weak) return false;
    const HeadWord* target = text_.lexicon.head(text_[word]);
    const bool more = word + 1 < text_.size() && !text_[word + 1].gap_before &&
                      (text_[word + 1].has_capital() || text_.has(word + 1, WordRole::link));
    // "de Kamer van het Hof": a short name of its own.
    if (target && target->alone && target->kind == EntityKind::organisation && !more) return false;
    return text_[word].shape != WordShape::upper || known;
  }
  // "Namaak van de Economische Inspectie": what follows is a name of its own.
  const bool own_name =
      word + 1 < text_.size() && text_[word + 1].has_capital() && text_.lexicon.head(text_[word + 1]);
  return !known && !own_name && text_[word].ordinary && !text_.lexicon.is_adjective(text_.text, text_[word]);
}

std::size_t NameExtent::list_end(std::size_t at) const {
  std::size_t w = at;
  while (w + 1 < text_.size() && w - at < kLongestList) {
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

}  // namespace vraagbaak::analysis
