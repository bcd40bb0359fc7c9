// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/entity.h"
#include "model/figure.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// Human-readable output. Text of documents is made safe for a terminal: white space becomes single spaces,
// control characters (escape sequences among them) are shown as '?'.

// `text` on one line, safe for a terminal.
std::string printable(std::string_view text);

// What a figure says, in words: "money  270000 EUR  approx".
std::string describe(const Figure& figure);

// What was read in a text: its figures and names, a line each, with the line number they stand in. `heading`
// is the file's name or the line itself. Empty where nothing was found.
std::string extract_text(std::string_view heading, std::string_view text, std::span<const Figure> figures,
                         const EntityList& names, const Style& style);

}  // namespace vraagbaak::query::render
