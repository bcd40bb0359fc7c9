// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/entity.h"
#include "model/figure.h"
#include "model/token.h"

namespace vraagbaak::query::render {

// What is read in a text: the objects that `extract --json` prints, one line without a line end. Spans come
// in as bytes of the text and go out as code points. Linear in the text.

// `file`, `figures`, `entities`, `sentences`, `sections`, `pairs`, `unanswered`, `tables`; with `with_text`
// also `text`, which the spans count in, and its `pages` or `sheets`.
std::string extract_file_json(std::string_view file, const Document& document,
                              const Segmentation& segmentation, bool with_text = false);

// `input`, `figures`, `entities`, `sentences`. The spans count from the start of `input`.
std::string extract_line_json(std::string_view input, std::span<const Figure> figures,
                              const EntityList& names, const Segmentation& segmentation);

}  // namespace vraagbaak::query::render
