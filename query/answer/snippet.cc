// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/snippet.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

using analysis::Term;

// The terms of one token.
using Place = std::span<const Term>;

std::vector<Place> places_of(const std::vector<Term>& terms) {
  std::vector<Place> places;
  for (std::size_t begin = 0; begin < terms.size();) {
    std::size_t end = begin + 1;
    while (end < terms.size() && terms[end].colocated) ++end;
    places.emplace_back(terms.data() + begin, end - begin);
    begin = end;
  }
  return places;
}

// Where a stem begins in a word: its longest beginning that occurs there, for a stem may differ at its end
// (loop in lopen). nullopt below three letters.
std::optional<std::size_t> find_stem(std::string_view word, std::string_view stem, std::size_t from) {
  constexpr std::size_t kShortest = 3;
  for (std::size_t length = stem.size(); length >= std::min(kShortest, stem.size()) && length > 0; --length) {
    const std::size_t at = word.find(stem.substr(0, length), from);
    if (at != std::string_view::npos) return at;
  }
  return std::nullopt;
}

// The bytes of the compound `token` that its part number `wanted` takes; the whole token where that cannot be
// told. `parts` are the stems of all parts in order, without the mark.
ByteSpan part_span(std::string_view text, ByteSpan token, const std::vector<std::string_view>& parts,
                   std::size_t wanted) {
  const std::string word = analysis::normalize(token.in(text));
  if (word.size() != token.size()) return token;  // folding moved the bytes
  std::vector<std::size_t> begins;
  std::size_t from = 0;
  for (const std::string_view part : parts) {
    const auto at = find_stem(word, part, from);
    if (!at) return token;
    begins.push_back(*at);
    from = *at + 1;
  }
  std::size_t end = wanted + 1 < begins.size() ? begins[wanted + 1] : word.size();
  while (end > begins[wanted] + 1 && word[end - 1] == '-') --end;
  return {token.begin + begins[wanted], token.begin + end};
}

// Finds the sought terms one place after the other.
class Matcher {
 public:
  Matcher(std::string_view text, const SoughtTerms& sought) : text_(text), sought_(sought) {
    for (std::size_t i = 0; i < sought.terms.size(); ++i) terms_.emplace(sought.terms[i], i);
  }

  std::vector<TermMatch> run(const std::vector<Place>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!match_phrases(places, i)) match_term(places[i]);
    }
    return std::move(matches_);
  }

 private:
  bool match_phrases(const std::vector<Place>& places, std::size_t at) {
    for (std::size_t p = 0; p < sought_.phrases.size(); ++p) {
      const auto& phrase = sought_.phrases[p];
      if (at + phrase.size() > places.size()) continue;
      bool matches = true;
      for (std::size_t i = 0; i < phrase.size() && matches; ++i)
        matches = places[at + i].front().text == phrase[i];
      if (!matches) continue;
      add({places[at].front().span.begin, places[at + phrase.size() - 1].front().span.end},
          sought_.terms.size() + sought_.prefixes.size() + p);
      return true;
    }
    return false;
  }

  void match_term(Place place) {
    const ByteSpan token = place.front().span;
    for (std::size_t i = 0; i < place.size(); ++i) {
      const auto found = terms_.find(place[i].text);
      if (found == terms_.end()) continue;
      // Behind the exact term (0) and the stem (1) come the compound parts.
      const bool is_part = i >= 2 && place[i].text.starts_with('~');
      add(is_part ? part_of(place, i) : place[i].span, found->second);
      return;
    }
    for (std::size_t i = 0; i < sought_.prefixes.size(); ++i) {
      if (place.front().text.starts_with(sought_.prefixes[i])) return add(token, sought_.terms.size() + i);
    }
  }

  ByteSpan part_of(Place place, std::size_t index) const {
    std::vector<std::string_view> parts;
    std::size_t wanted = 0;
    for (std::size_t i = 2; i < place.size(); ++i) {
      if (!place[i].text.starts_with('~')) continue;
      if (i == index) wanted = parts.size();
      parts.push_back(std::string_view(place[i].text).substr(1));
    }
    return part_span(text_, place.front().span, parts, wanted);
  }

  void add(ByteSpan span, std::size_t term) {
    if (!matches_.empty() && span.begin < matches_.back().span.end) return;
    matches_.push_back({span, term});
  }

  std::string_view text_;
  const SoughtTerms& sought_;
  std::unordered_map<std::string_view, std::size_t> terms_;
  std::vector<TermMatch> matches_;
};

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// `span` moved to the word ends within it, so that no word is cut; where one word fills it, to a code point's
// end.
ByteSpan at_words(std::string_view text, ByteSpan span, ByteSpan keep) {
  if (span.begin > 0) {
    while (span.begin < keep.begin && !is_space(text[span.begin - 1])) ++span.begin;
  }
  if (span.end < text.size()) {
    std::size_t end = span.end;
    while (end > keep.end && !is_space(text[end])) --end;
    if (end == 0) {
      end = span.end;
      while (end > 0 && !begins_code_point(text[end])) --end;
    }
    span.end = end;
  }
  return span;
}

}  // namespace

std::vector<TermMatch> find_matches(std::string_view text, const SoughtTerms& sought,
                                    const analysis::Analyzer& analyzer) {
  const std::vector<Term> terms = analyzer.analyze(text);
  return Matcher(text, sought).run(places_of(terms));
}

std::optional<ByteSpan> densest_stretch(const std::vector<TermMatch>& matches, std::size_t width) {
  std::unordered_map<std::size_t, std::size_t> inside;  // term -> how often
  std::optional<ByteSpan> best;
  std::size_t most = 0;
  std::size_t begin = 0;
  for (std::size_t end = 0; end < matches.size(); ++end) {
    ++inside[matches[end].term];
    // Too wide, or the first one comes again later.
    while (begin < end &&
           (matches[end].span.end - matches[begin].span.begin > width || inside[matches[begin].term] > 1)) {
      const auto gone = inside.find(matches[begin++].term);
      if (--gone->second == 0) inside.erase(gone);
    }
    const ByteSpan stretch{matches[begin].span.begin, matches[end].span.end};
    if (inside.size() > most || (inside.size() == most && stretch.size() < best->size())) {
      most = inside.size();
      best = stretch;
    }
  }
  return best;
}

std::string make_snippet(std::string_view text, const std::vector<TermMatch>& matches, std::size_t width) {
  const ByteSpan keep = densest_stretch(matches, width).value_or(ByteSpan{0, 0});
  const std::size_t spare = width > keep.size() ? width - keep.size() : 0;
  ByteSpan window{keep.begin > spare / 2 ? keep.begin - spare / 2 : 0, 0};
  window.end = std::min(text.size(), keep.end + (spare - (keep.begin - window.begin)));
  if (window.end == text.size()) {  // what the end does not need goes to the beginning
    const std::size_t unused = spare - (keep.begin - window.begin) - (window.end - keep.end);
    window.begin -= std::min(window.begin, unused);
  }
  window = at_words(text, window, keep);

  std::string snippet;
  auto match =
      std::ranges::lower_bound(matches, window.begin, {}, [](const TermMatch& m) { return m.span.begin; });
  const auto add = [&](std::string_view piece) {
    for (const char c : piece) {
      const auto byte = static_cast<unsigned char>(c);
      if (is_space(c)) {
        if (!snippet.empty() && snippet.back() != ' ') snippet += ' ';
      } else if (byte >= 0x20 && byte != 0x7F) {
        snippet += c;
      }
    }
  };
  std::size_t at = window.begin;
  for (; match != matches.end() && match->span.end <= window.end; ++match) {
    add(text.substr(at, match->span.begin - at));
    snippet += kMatchBegin;
    add(match->span.in(text));
    snippet += kMatchEnd;
    at = match->span.end;
  }
  add(text.substr(at, window.end - at));
  while (snippet.ends_with(' ')) snippet.pop_back();
  const bool cut_before = window.begin > 0 && !std::ranges::all_of(text.substr(0, window.begin), is_space);
  const bool cut_after = window.end < text.size() && !std::ranges::all_of(text.substr(window.end), is_space);
  if (cut_before) snippet.insert(0, "… ");
  if (cut_after) snippet += " …";
  return snippet;
}

std::string mark_matches(std::string_view snippet, std::string_view before, std::string_view after) {
  std::string marked;
  marked.reserve(snippet.size());
  for (const char c : snippet) {
    if (c == kMatchBegin) {
      marked += before;
    } else if (c == kMatchEnd) {
      marked += after;
    } else {
      marked += c;
    }
  }
  return marked;
}

}  // namespace vraagbaak::query
