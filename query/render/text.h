// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "model/answer.h"
#include "model/document.h"
#include "model/entity.h"
#include "model/figure.h"
#include "query/fact_lister.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// Human-readable output, each with its line ends. Text of documents is made safe for a terminal: white space
// becomes single spaces, control characters (escape sequences among them) are shown as '?'.

// `text` on one line, safe for a terminal.
std::string printable(std::string_view text);

// What a figure says, in words: "money 270000 EUR approx".
std::string describe(const Figure& figure);

// "vraag-12.txt, 6, page 3".
std::string describe(const Citation& citation);

// What was read in a text: its figures and names, a line each, with the line number they stand in. `heading`
// is the file's name or the line itself. Empty where nothing was found.
std::string extract_text(std::string_view heading, std::string_view text, std::span<const Figure> figures,
                         const EntityList& names, const Style& style);

// The answer, its proof and what else is stated; or why there is none, and the nearest passages. `explain`
// adds the features of each candidate.
std::string answer_text(const Answer& answer, const Style& style, bool explain);

// The verdict, why, and its proof.
std::string verdict_text(const Verdict& verdict, const Style& style);

// The hits, numbered from `offset` + 1. Where colours are off, matches stand between **.
std::string search_text(const SearchResult& result, std::size_t offset, const Style& style);

// One figure of a list: place, text, what it says, its quote.
std::string figure_text(const ListedFigure& listed, const Style& style);

// One name of a list: name, kind, how often, aliases.
std::string entity_text(const ListedEntity& entity, const Style& style);

}  // namespace vraagbaak::query::render
