// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "analysis/phrases/sentence_reading.h"

namespace vraagbaak::analysis {

// The clause of a word by the order of Dutch clauses: a subordinate clause runs from its subordinator ("dat",
// "waarin", "die") to the verbs at its end, a main clause has its finite verb second and what goes with it at
// the end. Looks at some forty words to either side.
struct ClauseFrame {
  std::size_t begin = 0;  // words [begin, end); the subordinator is not among them
  std::size_t end = 0;
  bool subordinate = false;
  std::optional<std::size_t>
      verb;  // the verb that says what is done; auxiliaries only where there is no other
};

ClauseFrame clause_frame(const SentenceReading& sentence, WordExtent at);
// The relative clause that begins at word `begin` ("die de raad kreeg"); without a verb where none does.
ClauseFrame relative_clause(const SentenceReading& sentence, std::size_t begin);

// The verb as it stands with its particle, folded: "kende toe", "aangeworven". Empty of a form of zijn,
// worden or hebben, which say nothing; "bedraagt" of every form of bedragen and belopen.
std::string verb_text(const SentenceReading& sentence, const ClauseFrame& frame);

// Whether a word begins a subordinate clause: "omdat"; "die", "dat" and "waarin" behind a noun or a comma.
bool begins_subordinate(const SentenceReading& sentence, std::size_t word);

}  // namespace vraagbaak::analysis
