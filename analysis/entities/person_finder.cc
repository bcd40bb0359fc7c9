// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/person_finder.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

// "Jean-Marie van den Brande de Reeth": names that are no particle, and words in all.
constexpr std::size_t kMostNames = 5;
constexpr std::size_t kMostWords = 12;
// Of words in capitals inside a sentence one has this many bytes if they are a person: "JO JANSEN", not "IDS
// SIEM".
constexpr std::size_t kShortestShoutedName = 5;

}  // namespace

bool PersonFinder::in_portfolio(std::size_t i) {
  if (i >= portfolio_until_ && text_.has(i, WordRole::portfolio)) {
    portfolio_from_ = i + 1;
    portfolio_until_ = portfolio_end(i);
    if (portfolio_until_ == i) take_portfolio_in_brackets(i);
  }
  return portfolio_from_ <= i && i < portfolio_until_;
}

// "staatssecretaris Jansen (Landbouw, Visserij en Natuur)"
void PersonFinder::take_portfolio_in_brackets(std::size_t office) {
  constexpr std::size_t kMostNameWords = 5;
  constexpr std::size_t kMostFields = 16;  // words and signs
  std::size_t open = office + 1;
  while (open < text_.size() && open - office <= kMostNameWords && !text_.is_sign(open, '(') &&
         (text_[open].has_capital() || text_.has(open, WordRole::particle)))
    ++open;
  if (open == office + 1 || !text_.is_sign(open, '(')) return;
  std::size_t close = open + 1;
  while (close < text_.size() && close - open < kMostFields && !text_.is_sign(close, ')')) ++close;
  if (!text_.is_sign(close, ')')) return;
  portfolio_from_ = open + 1;
  portfolio_until_ = close;
}

// Behind the policy fields of the office at word i; i where none follows.
std::size_t PersonFinder::portfolio_end(std::size_t i) const {
  std::size_t w = i + 1;
  if (text_.is_sign(w, '-')) w += 2;  // minister-president
  if (!text_.has(w, WordRole::link) && !text_.has(w, WordRole::inner_link)) return i;
  if (text_[w].has_capital() && !text_[w].caps_line) return i;  // minister Van Overloop
  ++w;
  std::size_t end = i;
  for (; w < text_.size() && !text_[w].gap_before; ++w) {
    const bool small = text_.has(w, WordRole::link) || text_.has(w, WordRole::conjunction) ||
                       text_.has(w, WordRole::article);
    if (small && (!text_[w].has_capital() || text_[w].caps_line)) continue;
    if (text_[w].has_capital()) {
      if (text_.has(w, WordRole::first_name) || (end == w && text_.has(w, WordRole::particle))) break;
      if (end == w && !text_[w].ordinary && !text_.lexicon.is_adjective(text_.text, text_[w])) break;
      end = w + 1;
    } else if (text_[w].sign == ',' || text_[w].sign == '-') {
      if (w + 1 >= text_.size()) break;
      if (!text_[w + 1].has_capital() && !text_.has(w + 1, WordRole::conjunction)) break;
    } else {
      break;
    }
  }
  return end;
}

std::optional<NameCandidate> PersonFinder::person_at(std::size_t i) {
  const NameWord& word = text_[i];
  if (!word.has_capital()) return std::nullopt;
  const bool titled = follows_title(i);
  const bool first_name = text_.has(i, WordRole::first_name) && word.shape != WordShape::mixed;
  if (!titled && !first_name) return surname_at(i);
  if (!first_name && !may_be_surname(i)) return std::nullopt;
  std::size_t names = first_name || !text_.has(i, WordRole::particle) ? 1 : 0;
  const std::size_t end = name_end(i, names);
  if (names == 0) return std::nullopt;
  if (!titled && (names < 2 || !is_real(i, end))) return std::nullopt;
  if (!titled && word.shape == WordShape::upper && !word.caps_line && are_acronyms(i, end))
    return std::nullopt;
  const NameCandidate person{i, end, EntityKind::person, Certainty::known,
                             titled ? "person.title" : "person.first-name"};
  if (titled) last_titled_ = person;
  return person;
}

bool PersonFinder::are_acronyms(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (text_[i].is_word() && text_[i].span.size() >= kShortestShoutedName) return false;
  }
  return true;
}

// "Van Nispen", "Van den Berghe": with its capital inside a sentence the particle begins a surname.
std::optional<NameCandidate> PersonFinder::surname_at(std::size_t i) const {
  const NameWord& word = text_[i];
  const bool van = text_.has(i, WordRole::particle) && text_.has(i, WordRole::law_of);
  if (!van || word.shape != WordShape::capitalised || word.starts_sentence || word.caps_line)
    return std::nullopt;
  if (known_.at(i) || !particle_then_capital(i)) return std::nullopt;
  std::size_t names = 0;
  const std::size_t end = name_end(i, names);
  if (names == 0) return std::nullopt;
  for (std::size_t w = i + 1; w < end; ++w) {
    if (const HeadWord* head = text_.lexicon.head(text_[w]); head && head->kind != EntityKind::place)
      return std::nullopt;
  }
  return NameCandidate{i, end, EntityKind::person, Certainty::likely, "person.surname"};
}

std::size_t PersonFinder::name_end(std::size_t i, std::size_t& names) const {
  const NameWord& word = text_[i];
  std::size_t end = i + 1;  // behind the last name
  for (std::size_t w = i + 1; w < text_.size() && w - i < kMostWords && names < kMostNames; ++w) {
    const NameWord& next = text_[w];
    if (next.gap_before) break;
    if (next.sign == '-' && text_.touches(w) && text_.touches(w + 1) && text_[w + 1].has_capital()) {
      end = ++w + 1;  // Boutmans-Claes
      continue;
    }
    if (next.sign == '.' && text_.touches(w) && text_.spelling(w - 1).size() == 1) continue;  // an initial
    if (is_short_article(w)) {
      ++w;
      continue;
    }
    if (joins_by_hyphen(text_, w) && next.space_before) {  // Bashar al-Assad
      end = w + 3;
      w += 2;
      ++names;
      continue;
    }
    if (!next.is_word() || !next.space_before || next.caps_line != word.caps_line) break;
    if (next.has_capital()) {
      if (text_.has(w, WordRole::office) || text_.has(w, WordRole::legal_form)) break;
      if (next.line_before && word.caps_line) break;  // a heading: the name has its own line
      const bool particle = text_.has(w, WordRole::particle);
      if (!particle) {
        const auto known = known_.at(w);
        if (known && known->is(EntityKind::organisation) && !known->name->weak) break;
        if (next.shape == WordShape::upper && word.shape != WordShape::upper && next.span.size() > 1 &&
            (known || next.span.size() < 4)) {
          break;
        }
      } else if (!particle_then_capital(w)) {
        break;
      }
      end = w + 1;
      names += !particle;
    } else if (!text_.has(w, WordRole::particle) || !(particle_then_capital(w) || surname_of_place(i, w))) {
      break;
    } else if (text_.has(w, WordRole::place_preposition) && text_.has(w + 1, WordRole::article)) {
      break;  // "in het Veld" is where, "in 't Veld" is who
    }
  }
  return end;
}

// A first name before a word of the language that no surname is made of: "Roos Vandaag", "Mei Totaal".
bool PersonFinder::is_real(std::size_t first, std::size_t last) const {
  if (const auto known = known_.at(first); known && known->last > first + 1) return false;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (text_.spelling(i).find_first_of("0123456789") != std::string_view::npos) return false;
    if (!text_[i].is_word() || text_.has(i, WordRole::particle)) continue;
    if (text_[i].caps_line || last - first > 2) return true;
    return !text_.has(i, WordRole::function) && !text_.has(i, WordRole::excluded) &&
           !text_.lexicon.head(text_[i]);
  }
  return true;
}

// A capitalised name behind one to three particles, and no acronym or body: "van den Brande", not "van VDAB".
bool PersonFinder::particle_then_capital(std::size_t i) const {
  for (std::size_t w = i + 1; w < std::min(i + 4, text_.size()); ++w) {
    if (text_[w].gap_before) return false;
    if (text_.has(w, WordRole::particle)) continue;
    if (is_short_article(w)) {
      ++w;
      continue;
    }
    if (!text_[w].has_capital()) return false;
    if (text_[w].shape == WordShape::upper && !text_[w].caps_line && text_[i].shape != WordShape::upper)
      return false;
    const auto known = known_.at(w);
    return !known || known->name->weak || known->is(EntityKind::person) || text_[i].has_capital();
  }
  return false;
}

// "in 't Veld"
bool PersonFinder::is_short_article(std::size_t i) const {
  return text_.is_sign(i, '\'') && text_.touches(i + 1) && text_.spelling(i + 1) == "t";
}

// "Jan van Dongen": behind a first name alone the town is the surname.
bool PersonFinder::surname_of_place(std::size_t first, std::size_t particle) const {
  if (particle != first + 1 || !text_.has(first, WordRole::first_name)) return false;
  const auto place = particle + 1 < text_.size() ? known_.at(particle + 1) : std::nullopt;
  return place && place->is(EntityKind::place) && text_.has(particle, WordRole::link) &&
         !text_[particle + 1].gap_before && text_[particle + 1].shape == WordShape::capitalised;
}

bool PersonFinder::follows_title(std::size_t i) const {
  if (i == 0 || text_[i].gap_before || !text_[i].space_before) return false;
  if (i == portfolio_until_ && portfolio_from_ < i && text_[i - 1].has_capital()) return true;
  std::size_t before = i - 1;
  if (text_[before].sign == '.' && before > 0) --before;  // dhr. X
  const bool role = before + 1 == i && text_.lexicon.names_role(text_.text, text_[before]);
  if (text_.has(before, WordRole::title) || role) return !text_[before].caps_line;
  // "de heren X en Y"
  return last_titled_ && last_titled_->last == before && last_titled_->first > 0 &&
         text_.has(before, WordRole::conjunction) && text_.spelling(last_titled_->first - 1).ends_with("en");
}

bool PersonFinder::may_be_surname(std::size_t i) const {
  const NameWord& word = text_[i];
  if (text_.has(i, WordRole::particle)) {
    const auto known = known_.at(i);  // "journalist De Morgen"
    return particle_then_capital(i) && (!known || known->last == i + 1 || known->is(EntityKind::person));
  }
  if (word.shape == WordShape::mixed && word.span.size() < 4) return false;
  if (word.shape == WordShape::upper && !word.caps_line) return false;
  if (word.ordinary || text_.has(i, WordRole::function) || text_.has(i, WordRole::excluded) ||
      text_.has(i, WordRole::office) || text_.has(i, WordRole::adjective)) {
    return false;
  }
  const HeadWord* head = text_.lexicon.compound_head(text_.text, word);
  if (head && head->kind != EntityKind::place) return false;  // Vandenberg
  const auto known = known_.at(i);
  return !known || (known->name->village && known->last == i + 1);  // mevrouw Ellemeet
}

}  // namespace vraagbaak::analysis
