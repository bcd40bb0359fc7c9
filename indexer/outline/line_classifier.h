// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/outline/outline_rules.h"
#include "model/byte_span.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// What a line is by its own looks and its neighbours'.
enum class LineKind : std::uint8_t {
  blank,
  text,
  chapter,           // "Hoofdstuk 2"
  heading,           // "1.2. Kmo-steun", "A. Partners", "Inleiding"
  question_header,   // VRAAG: the question follows
  answer_header,     // ANTWOORD: the answer follows
  question_number,   // "Vraag 3", "Vragen 4 en 5"
  answer_number,     // "Antwoord 3", "Antwoord op de vragen 4 en 5"
  answer_reference,  // "op vraag nr. 12 van 3 mei 2021" below ANTWOORD
  bullet,
  caption,         // "Tabel 3 …"
  figure_caption,  // "Figuur 3 …"
  source,          // "Bron: …"
  note,            // a foot- or end-note
  furniture,       // page number, running header or footer
  cells,           // of a table that the format gives; the classifier never says so
  given,           // of a note or furniture that the format itself marks; the classifier never says so
};

// One line. `span` leaves out the line end; `ink` the outer white space as well.
struct Line {
  ByteSpan span;
  ByteSpan ink;
  LineKind kind = LineKind::text;
  std::string label;  // "3", "4-5", "Tabel 8", "1.2"; empty where the line has none
  int level = 0;      // of a heading, where the format says it
};

// Cuts text into lines and says what each is. Immutable; safe to share between threads; `rules` must outlive
// it.
class LineClassifier {
 public:
  explicit LineClassifier(const OutlineRules& rules);
  // Every line of `text` in order; lines end at LF, CR LF or form feed. `pages` may be empty.
  std::vector<Line> classify(std::string_view text, const std::vector<Page>& pages) const;

 private:
  void tell_kind(Line& line, std::string_view ink) const;

  const OutlineRules& rules_;
  const OutlineRules::Kind& furniture_;
  const OutlineRules::Kind& question_number_;
  const OutlineRules::Kind& answer_number_;
  const OutlineRules::Kind& question_;
  const OutlineRules::Kind& answer_;
  const OutlineRules::Kind& reference_number_;
  const OutlineRules::Kind& chapter_;
  const OutlineRules::Kind& caption_;
  const OutlineRules::Kind& figure_caption_;
  const OutlineRules::Kind& source_;
};

}  // namespace vraagbaak::indexer
