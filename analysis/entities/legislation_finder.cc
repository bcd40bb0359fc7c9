// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/legislation_finder.h"

#include <algorithm>
#include <array>

#include "analysis/lexicon/word_fold.h"

namespace vraagbaak::analysis {
namespace {

// The longest titles of acts in the Belgian Official Gazette run to some sixty words.
constexpr std::size_t kLongestTitle = 64;
// "artikel 14, § 6, tweede lid, 3°, b)": signs and words between the number and the act.
constexpr std::size_t kLongestArticle = 24;

class LegislationFinder {
 public:
  explicit LegislationFinder(const NameText& text) : text_(text) {}

  std::vector<NameCandidate> find() {
    std::vector<NameCandidate> found;
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t last = end_at(i);
      if (last == i) {
        ++i;
        continue;
      }
      found.push_back({i, last, EntityKind::legislation, Certainty::exact, rule_});
      i = last;
    }
    return found;
  }

 private:
  // The end of the law that begins at word i, or i where none does.
  std::size_t end_at(std::size_t i) {
    if (!text_[i].is_word() || text_[i].in_address) return i;
    if (text_[i].silent && !text_.is_sign(i + 1, '-')) return i;
    if (text_.has(i, WordRole::article_word)) {
      rule_ = "law.article";
      return article_end(i);
    }
    rule_ = "law.title";
    return law_end(i);
  }

  // "artikel 7", "artikelen 5 en 6", with the act behind it where the text names it.
  std::size_t article_end(std::size_t i) {
    std::size_t at = i + 1;
    if (text_.is_sign(at, '.')) ++at;
    if (at >= text_.size() || !is_numbered(at) || text_[at].gap_before) return i;
    std::size_t end = ++at;  // behind the last part that is a number
    while (at < text_.size() && at - i < kLongestArticle && !text_[at].gap_before) {
      const NameWord& word = text_[at];
      const bool after_lost_sign =
          (text_[at - 1].sign == '?' && word.space_before) ||
          ((text_[at - 1].sign == '.' || text_[at - 1].sign == ':') && text_.touches(at));  // XV.58, 2:42
      if (is_numbered(at) && (!word.starts_sentence || after_lost_sign)) {
        end = ++at;
      } else if (text_.has(at, WordRole::article_part)) {  // lid, eerste, bis
        end = ++at;
      } else if (word.sign == 0xB0 || (word.sign == '/' && text_.touches(at)) ||
                 (word.sign == ':' && text_.touches(at)) ||
                 (word.sign == '.' && text_.touches(at) && text_.touches(at + 1) && is_numbered(at + 1))) {
        ++at;
        if (word.sign == 0xB0) end = at;
      } else if (word.sign == ',' || word.sign == 0xA7 || word.sign == '?' || word.sign == '-' ||
                 text_.has(at, WordRole::conjunction) || is_range(at)) {
        // A "?" is a § that lost its character; only before a number.
        if (word.sign == '?' &&
            !(at + 1 < text_.size() && text_[at + 1].shape == WordShape::number && text_[at].space_before))
          break;
        ++at;
      } else {
        break;
      }
    }
    const std::size_t act = act_behind(end);
    return act == end ? end : act;
  }

  // ", van de wet van …": the end of the act that the article at `end` belongs to, or `end`.
  std::size_t act_behind(std::size_t end) {
    std::size_t at = end;
    if (text_.is_sign(at, ',')) ++at;
    if (at >= text_.size() || (!text_.has(at, WordRole::law_of) && !text_.has(at, WordRole::law_in)))
      return end;
    ++at;
    if (text_.has(at, WordRole::article)) ++at;
    if (at >= text_.size() || text_[at].gap_before) return end;
    const std::size_t law = law_end(at);
    if (law != at) return law;
    return named_act_end(at) == at ? end : named_act_end(at);
  }

  // "Strafwetboek", "Governance Verordening", "WIB 92": an act that is called by a name.
  std::size_t named_act_end(std::size_t at) const {
    std::array<WordId, 8> ids{};
    std::array<std::size_t, 8> ends{};
    std::size_t count = 0;
    for (std::size_t w = at; w < text_.size() && count < ids.size(); ++w) {
      if (text_[w].sign == '-') continue;
      ids[count] = text_[w].id;
      ends[count++] = w + 1;
    }
    const auto match = text_.lexicon.names().longest_at(std::span(ids).first(count), 0);
    if (match && text_.lexicon.name(match->phrase).kind == EntityKind::legislation &&
        text_[at].has_capital()) {
      return ends[match->end - 1];
    }
    std::size_t end = at;
    while (end < text_.size() && end - at < 5 && text_[end].has_capital() && !text_[end].gap_before) ++end;
    while (end > at && !is_law_word(end - 1)) --end;
    return end;
  }

  bool is_numbered(std::size_t at) const {
    const NameWord& word = text_[at];
    if (word.shape == WordShape::number) return true;
    if (!word.is_word() || word.span.size() > 8) return false;
    const std::string_view spelled = text_.spelling(at);
    if (spelled.front() >= '0' && spelled.front() <= '9') return true;  // 383bis
    // Roman numerals and the letters of Dutch and Flemish codes: IV, L1, R.
    return std::ranges::all_of(spelled, [](char c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L'; });
  }

  bool is_range(std::size_t at) const { return text_.has(at, WordRole::range); }

  bool is_law_word(std::size_t at) const {
    if (text_.has(at, WordRole::law)) return true;
    const HeadWord* head = text_.lexicon.compound_head(text_.text, text_[at]);
    return head && head->kind == EntityKind::legislation;
  }

  // The end of the act that begins at word i: its kind, then its date, its number or its subject.
  std::size_t law_end(std::size_t i) {
    std::size_t head = i;
    bool adjective = false;
    while (
        head < i + 3 && head + 1 < text_.size() &&
        (text_.has(head, WordRole::law_adjective) || text_.lexicon.is_adjective(text_.text, text_[head]))) {
      adjective = true;
      ++head;
    }
    if (!text_[head].is_word() || (head > i && text_[head].gap_before)) return i;
    if (const std::size_t hyphened = hyphened_law(head); hyphened != head) return hyphened;
    if (!may_be_law(head)) return i;
    const bool generic = text_.has(head, WordRole::law);
    if (!generic && !is_law_word(head)) return i;
    // "MRV-verordening" and the other compounds are names by themselves.
    const std::size_t end = head + 1;
    const std::size_t numbered = number_end(end);
    std::size_t dated = date_end(numbered);
    if (dated != end) {
      if (dated == numbered) dated = issuer_end(numbered);
      return title_end(dated);
    }
    if (const std::size_t issued = issuer_end(end); issued != end) return title_end(issued);
    if (const std::size_t titled = draft_end(head); titled != head) return titled;
    if (const std::size_t named = short_title_end(head); named != end) return named;
    if (!generic) return compound_law(head) ? end : i;
    const bool definite = adjective || text_[head].has_capital() || is_known_act(head);
    if (begins_title(end) && definite && !text_.has(end, WordRole::law_of)) {
      const std::size_t titled = title_end(end);
      if (titled > end + 2 || (titled > end + 1 && is_known_act(head))) return titled;
    }
    return i;
  }

  // "Ontwerpbesluit van de Vlaamse Regering tot …": a draft has no date yet.
  std::size_t draft_end(std::size_t head) const {
    if (!text_[head].has_capital() || !text_.has(head, WordRole::law)) return head;
    const std::size_t issuer = issuer_without_date(head + 1);
    if (issuer == head + 1 || !begins_title(issuer) || text_.has(issuer, WordRole::law_of)) return head;
    const std::size_t titled = title_end(issuer);
    return titled > issuer + 2 ? titled : head;
  }

  // "het decreet over het onderwijs", "de verordening betreffende drones", "decreet tot wijziging van het …":
  // an act that is known by what it is about. What a law "tot" or "met" does is no title.
  bool is_known_act(std::size_t head) const {
    if (!text_.has(head, WordRole::law_short)) return false;
    const std::size_t link = head + 1;
    if (link + 2 >= text_.size()) return false;
    const std::string_view word = text_.spelling(link);
    if (word == "tot") return text_.spelling(link + 1) == "wijziging";
    const bool told = word == "over" || word == "betreffende" || word == "houdende" || word == "inzake";
    return told && head > 0 && text_.has(head - 1, WordRole::article) && text_.spelling(head - 1) != "een";
  }

  // "decreet Lokaal Bestuur", "kaderdecreet Bestuurlijke Handhaving", "Wet open overheid": the words of the
  // short title behind it; one past the head where there are none.
  std::size_t short_title_end(std::size_t head) const {
    constexpr std::size_t kLongestShort = 5;
    const std::size_t end = head + 1;
    if (!text_.has(head, WordRole::law_short) && !text_.has(head, WordRole::law_generic)) return end;
    std::size_t w = end;
    while (w < text_.size() && w - end < kLongestShort && text_[w].is_word() && text_[w].has_capital() &&
           text_[w].shape != WordShape::upper && text_[w].space_before && !text_[w].gap_before &&
           !text_[w].starts_sentence && !text_.has(w, WordRole::function) &&
           !text_.has(w, WordRole::office) && !text_.has(w, WordRole::law_adjective) && !is_law_word(w))
      ++w;
    if (w > end && !is_body(end)) {
      // "kaderdecreet Vlaamse handhaving": what an adjective describes goes with it
      if (!text_.lexicon.is_adjective(text_.text, text_[w - 1])) return w;
      const bool noun = w < text_.size() && text_[w].shape == WordShape::lower && text_[w].space_before &&
                        !text_[w].gap_before && !text_.has(w, WordRole::function);
      return noun ? w + 1 : end;
    }
    const bool dutch = text_[head].shape == WordShape::capitalised && !text_[head].starts_sentence &&
                       head > 0 && text_.has(head - 1, WordRole::article) &&
                       text_.has(head, WordRole::law_short);
    if (!dutch) return end;
    w = end;
    while (w < text_.size() && w - end < kLongestShort && text_[w].shape == WordShape::lower &&
           text_[w].space_before && !text_[w].gap_before && !text_.has(w, WordRole::function) &&
           !text_.has(w, WordRole::finite_verb) && !text_.has(w, WordRole::article)) {
      const bool joins = text_.has(w, WordRole::conjunction) || text_.has(w, WordRole::link);
      if (joins && (w == end || w + 1 >= text_.size() || text_[w + 1].shape != WordShape::lower)) break;
      if (joins && !text_.has(w, WordRole::conjunction)) break;
      ++w;
    }
    return w;
  }

  // Whether a body begins there, whose act it would be: "decreet Vlaamse Regering".
  bool is_body(std::size_t at) const {
    if (named_kind(at)) return true;
    const HeadWord* next = at + 1 < text_.size() ? text_.lexicon.head(text_[at + 1]) : nullptr;
    return next && next->kind == EntityKind::organisation && next->alone;
  }

  // "energie-efficiëntierichtlijn", "Salduz-wet": behind it, or i; an act of a body ("EU-richtlijn") is a
  // kind of act.
  std::size_t hyphened_law(std::size_t i) const {
    if (i + 2 >= text_.size() || text_[i + 1].sign != '-' || !text_.touches(i + 1) || !text_.touches(i + 2))
      return i;
    const bool body = text_[i].shape == WordShape::upper && named_kind(i) == EntityKind::organisation;
    if (body || text_[i].span.size() < 3) return i;
    const bool act = text_.has(i + 2, WordRole::law_short) || (may_be_law(i + 2) && compound_law(i + 2));
    return act ? i + 3 : i;
  }

  std::optional<EntityKind> named_kind(std::size_t i) const {
    const std::array<WordId, 1> id = {text_[i].id};
    const auto match = text_.lexicon.names().longest_at(id, 0);
    if (!match) return std::nullopt;
    return text_.lexicon.name(match->phrase).kind;
  }

  // Cheap gate before the endings are looked at: the heads of laws have their role, compounds are long.
  bool may_be_law(std::size_t at) const {
    return text_.has(at, WordRole::law) ||
           (text_[at].span.size() > 6 && text_.lexicon.may_end_head(text_.spelling(at), true));
  }

  // "mestrichtlijn", "Omgevingswet": a compound with a subject for its first part, not with a kind of act.
  bool compound_law(std::size_t at) const {
    const std::string folded = fold_word(text_.spelling(at));
    for (const std::string_view ending : {"richtlijn", "verordening", "wet", "decreet"}) {
      if (!folded.ends_with(ending)) continue;
      const std::size_t subject = folded.size() - ending.size();
      return subject >= 4 && !text_.has(at, WordRole::law_generic);
    }
    return false;
  }

  // "(EU) nr. 216/2008", "2006/24/EG", "nr. 12".
  std::size_t number_end(std::size_t at) const {
    std::size_t end = at;
    std::size_t w = at;
    if (text_.is_sign(w, '(') && w + 2 < text_.size() && text_[w + 1].has_capital()) {
      while (w < text_.size() && w - at < 6 && !text_.is_sign(w, ')')) ++w;
      if (!text_.is_sign(w, ')')) return at;
      ++w;
    }
    if (text_.has(w, WordRole::number_sign)) {
      ++w;
      if (text_.is_sign(w, '.')) ++w;
    }
    if (w >= text_.size() || text_[w].shape != WordShape::number || text_[w].gap_before) return at;
    const std::size_t first = w;
    end = ++w;
    while (w + 1 < text_.size() && (text_.is_sign(w, '/') || text_.is_sign(w, '-')) && text_.touches(w) &&
           text_.touches(w + 1) && (text_[w + 1].shape == WordShape::number || text_[w + 1].has_capital())) {
      end = w + 2;
      w = end;
    }
    // A bare number is a count, unless the bracket or "nr." is before it.
    return end == first + 1 && first == at ? at : end;
  }

  // "van 8 april 1965", "van 01/02/2003", "van 2020".
  std::size_t date_end(std::size_t at) const {
    std::size_t w = at;
    if (!text_.has(w, WordRole::law_of)) return at;
    ++w;
    if (w >= text_.size() || text_[w].shape != WordShape::number) return at;
    if (text_[w].span.size() == 4) return w + 1;
    if (text_.has(w + 1, WordRole::month)) {
      w += 2;
      return w < text_.size() && text_[w].shape == WordShape::number && text_[w].span.size() == 4 ? w + 1
                                                                                                  : at;
    }
    for (int part = 0; part < 2; ++part) {
      if (w + 2 >= text_.size() || text_[w + 1].sign == 0 || !text_.touches(w + 1) ||
          text_[w + 2].shape != WordShape::number)
        return at;
      w += 2;
    }
    return w + 1;
  }

  // "van het Europees Parlement en de Raad", "van de Vlaamse Regering", and the date behind it.
  std::size_t issuer_end(std::size_t at) const {
    const std::size_t issuer = issuer_without_date(at);
    const std::size_t dated = date_end(issuer);
    return issuer == at || dated == issuer ? at : dated;
  }

  std::size_t issuer_without_date(std::size_t at) const {
    std::size_t w = at;
    if (!text_.has(w, WordRole::law_of)) return at;
    std::size_t capitals = 0;
    ++w;
    while (w < text_.size() && w - at < 14 && !text_[w].gap_before) {
      if (text_[w].has_capital() && text_[w].is_word()) {
        ++capitals;
      } else if (text_.has(w, WordRole::law_of) && w + 1 < text_.size() &&
                 text_[w + 1].shape == WordShape::number) {
        break;
      } else if (!text_.has(w, WordRole::article) && !text_.has(w, WordRole::conjunction) &&
                 !text_.has(w, WordRole::law_of) &&
                 !(capitals > 0 && text_[w - 1].has_capital() && text_.lexicon.head(text_[w]))) {
        break;
      }
      ++w;
    }
    return capitals == 0 ? at : w;
  }

  bool begins_title(std::size_t at) const {
    return at < text_.size() && !text_[at].gap_before && text_.has(at, WordRole::law_link);
  }

  // Behind "betreffende …": up to the sign or the word that no title holds.
  std::size_t title_end(std::size_t at) const {
    if (!begins_title(at)) return at;
    if (text_.has(at, WordRole::law_of)) return at;
    // "tot" may begin a period and "met" anything: only "tot vaststelling van", "met betrekking tot".
    std::size_t end = at;
    std::size_t w = at;
    while (w < text_.size() && w - at < kLongestTitle) {
      const NameWord& word = text_[w];
      if (word.gap_before || (w > at && word.starts_sentence)) break;
      if (word.sign != 0 && word.sign != '-' && word.sign != '\'' && word.sign != '/') break;
      if (text_.has(w, WordRole::finite_verb) && !is_adjective_here(w, at)) break;
      // "het decreet over milieu en het bosdecreet": another act
      if (text_.has(w, WordRole::conjunction) && begins_other_act(w + 1)) break;
      // "… Het decreet regelt": a sentence that begins without a stop before it.
      if (word.shape == WordShape::capitalised && text_.has(w, WordRole::function)) break;
      ++w;
      if (word.is_word() && !text_.has(w - 1, WordRole::link) && !text_.has(w - 1, WordRole::article) &&
          !text_.has(w - 1, WordRole::function)) {
        end = w;
      }
      if (word.shape == WordShape::number) end = w;
    }
    return end > at + 1 ? end : at;
  }

  // A compound that is an act by its name; "en het decreet van 5 april 1995" may belong to the same title.
  bool begins_other_act(std::size_t at) const {
    if (text_.has(at, WordRole::article)) ++at;
    return at < text_.size() && text_[at].is_word() && !text_.has(at, WordRole::law) && may_be_law(at) &&
           is_law_word(at) && compound_law(at);
  }

  // "van bepaalde vreemdelingen": a verb form right behind a link or an article is none.
  bool is_adjective_here(std::size_t at, std::size_t title) const {
    return at > title + 1 && text_.spelling(at).ends_with('e') &&
           (text_.has(at - 1, WordRole::link) || text_.has(at - 1, WordRole::article));
  }

  const NameText& text_;
  std::string_view rule_;
};

}  // namespace

std::vector<NameCandidate> find_legislation(const NameText& text) {
  return LegislationFinder(text).find();
}

}  // namespace vraagbaak::analysis
