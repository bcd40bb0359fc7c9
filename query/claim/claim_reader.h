// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/figures/figure_finder.h"
#include "query/claim/claim.h"
#include "query/claim/english_figures.h"

namespace vraagbaak::query {

enum class PeriodEdge : std::uint8_t { none, until, since };

// Reads the figures of a claim in Dutch or English, each with the interval within which a document must lie.
// Immutable; safe to share between threads.
class ClaimReader {
 public:
  // Throws Error where a dictionary is broken.
  explicit ClaimReader(const analysis::DictionarySource& dictionaries);

  // Any bytes, any length; linear. `language` is "nl" or "en".
  Claim read(std::string_view text, std::string_view language) const;

  // How a document's text turns the figure at `span` of it: it is denied ("niet 25 euro"), or only a rate
  // ("65 doden per miljoen inwoners").
  bool is_denied(std::string_view text, ByteSpan span) const;
  bool is_rate(std::string_view text, ByteSpan span) const;
  // True for the second of "20 van de 43 dossiers", "1.000.000 op een totaal van 3.400.000": what is counted
  // out of, not how many.
  bool is_whole(std::string_view text, ByteSpan span) const;
  // Which edge of a period the time at `span` is.
  PeriodEdge edge_of(std::string_view text, ByteSpan span) const;
  // True where `text` denies something: "niet", "nooit", "geen".
  bool denies(std::string_view text) const;
  // The words for none ("geen") in `text`.
  std::vector<ByteSpan> zeros_in(std::string_view text) const;

 private:
  bool follows(std::string_view text, ByteSpan span, const std::unordered_set<std::string>& phrases,
               std::size_t& begin) const;
  // Where the hedge before a figure begins; figure.span.begin where there is none.
  std::size_t hedge_begin(std::string_view text, const Figure& figure) const;
  // "301 robots per 10.000 inwoners" claims 301.
  void use_count_of_rate(std::string_view text, Figure& figure) const;
  bool has_negation(std::string_view text, const std::vector<ByteSpan>& hedges) const;
  // Adds a count of zero for "geen X" and "no X".
  void add_zero(Claim& claim) const;

  analysis::FigureFinder figures_;
  EnglishFigures english_;
  std::unordered_set<std::string> hedges_;  // normalized, Dutch
  std::unordered_set<std::string> negations_;
  std::unordered_set<std::string> zeros_;
  std::unordered_set<std::string> rates_;
  std::unordered_set<std::string> bases_;
  std::vector<std::string> members_;   // with a space at either end
  std::vector<std::string> anaphors_;  // with a space behind
  std::unordered_set<std::string> definite_;
  std::unordered_set<std::string> comparing_;
  std::unordered_set<std::string> frames_;
  std::unordered_set<std::string> until_;
  std::unordered_set<std::string> since_;
  std::unordered_set<std::string> wholes_;
  std::size_t longest_hedge_ = 1;  // words
};

// The interval that stands for a stated quantity: that of its hedge, else what rounds to it. `text` is the
// figure as written.
void set_interval(ClaimFigure& figure, std::string_view text);

}  // namespace vraagbaak::query
