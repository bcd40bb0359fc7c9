// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/reasons.h"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

// Words that introduce a reason: before a clause, which has a verb of its own, or before a noun.
struct Cue {
  std::string_view words;
  bool before_clause = false;
};
constexpr std::array kCues{Cue{"omdat", true},   Cue{"aangezien", true}, Cue{"doordat", true},
                           Cue{"vermits", true}, Cue{"omwille van"},     Cue{"wegens"},
                           Cue{"vanwege"},       Cue{"ten gevolge van"}, Cue{"als gevolg van"},
                           Cue{"te wijten aan"}, Cue{"in het kader van"}};
// A clause that opens its sentence may be introduced by a word that says something else elsewhere.
constexpr std::array kOpeningCues{Cue{"nu", true}, Cue{"daar", true}, Cue{"gezien"}};

constexpr std::size_t kShortest = 12;     // bytes of a reason
constexpr std::size_t kOpeningReach = 8;  // bytes before the word that opens a sentence: its number or bullet

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Where the cue stands in `sentence` as whole words; npos where it does not.
std::size_t find_cue(std::string_view sentence, std::string_view cue) {
  for (std::size_t at = 0; at + cue.size() < sentence.size(); ++at) {
    if (at > 0 && is_letter(sentence[at - 1])) continue;
    const std::string_view here = sentence.substr(at, cue.size());
    const bool is_same = std::ranges::equal(here, cue, [](char a, char b) { return lower(a) == b; });
    if (is_same && !is_letter(sentence[at + cue.size()])) return at;
  }
  return std::string_view::npos;
}

// Behind the words of the phrase that begins at `from`: before the first verb, or the next comma.
std::size_t phrase_end(std::string_view text, std::size_t from, std::size_t end,
                       const analysis::NounPhraseFinder& words) {
  for (std::size_t at = from; at < end;) {
    while (at < end && text[at] == ' ') ++at;
    std::size_t stop = at;
    while (stop < end && text[stop] != ' ' && text[stop] != '\n') ++stop;
    if (analysis::is_verbal(words.role_of(analysis::normalize(ByteSpan{at, stop}.in(text))))) return at;
    at = stop + 1;
  }
  return end;
}

}  // namespace

bool gives_reason(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kReasons{"omdat",   "omwille", "wegens",     "aangezien",
                                                             "doordat", "want ",   "reden",      "te wijten",
                                                             "vermits", "gezien ", "ten gevolge"};
  const std::string folded = analysis::normalize(text);
  return std::ranges::any_of(kReasons,
                             [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::optional<ByteSpan> reason_in(std::string_view text, ByteSpan sentence,
                                  const analysis::NounPhraseFinder& words) {
  const std::string_view said = sentence.in(text);
  const Cue* cue = nullptr;
  std::size_t at = std::string_view::npos;
  for (const Cue& one : kCues) {
    if (const std::size_t found = find_cue(said, one.words); found < at) {
      at = found;
      cue = &one;
    }
  }
  for (const Cue& one : kOpeningCues) {
    if (const std::size_t found = find_cue(said.substr(0, kOpeningReach + one.words.size() + 1), one.words);
        found < at && found <= kOpeningReach) {
      at = found;
      cue = &one;
    }
  }
  if (cue == nullptr) return std::nullopt;
  ByteSpan reason{sentence.begin + at, sentence.end};
  if (cue->before_clause) {
    const std::size_t comma = at <= kOpeningReach ? said.find(", ", at) : std::string_view::npos;
    if (comma != std::string_view::npos) reason.end = sentence.begin + comma;
  } else {
    reason.end = phrase_end(text, reason.begin + cue->words.size(), sentence.end, words);
  }
  while (reason.end > reason.begin && !is_letter(text[reason.end - 1]) &&
         !(text[reason.end - 1] >= '0' && text[reason.end - 1] <= '9') && text[reason.end - 1] != ')' &&
         text[reason.end - 1] != '%')
    --reason.end;
  return reason.size() >= kShortest ? std::optional(reason) : std::nullopt;
}

}  // namespace vraagbaak::query
