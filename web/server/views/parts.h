// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/answer.h"
#include "query/search_narrowing.h"
#include "web/server/views/page.h"

namespace vraagbaak::web {

// Pieces that several pages share.

// The quote, with the stretch [start, end) marked: code points of the document, as in a Candidate.
void write_quote(HtmlWriter& html, const Citation& citation, std::size_t start, std::size_t end);

// "onderdeel 6, blz. 3", "blad Bron, cel B12": where in its document a citation stands; empty where that is
// all there is to say.
std::string place_name(const PageContext& context, const Citation& citation);

// "onderdeel 1.a" where the section is a number alone, else the section.
std::string section_name(const PageContext& context, const std::string& section);

// The form of a view with one line to type in: its label, the line, its button (`view`.label …), and what
// else it holds. `focus`: the line has it when the page opens.
void write_box(HtmlWriter& html, const PageContext& context, std::string_view view, bool focus,
               const std::function<void()>& more = {});

// Title, section, page, sheet and cell, linked to the place; `start`, `end`: what is marked there.
void write_source(HtmlWriter& html, const PageContext& context, const Citation& citation);

// "270.000 EUR · ongeveer · besteed · 2021": what a figure says beyond its words. Nothing where that is all.
void write_facts(HtmlWriter& html, const PageContext& context, const Figure& figure, std::string_view text);

// In words, with the number behind it.
void write_confidence(HtmlWriter& html, const PageContext& context, double confidence);

// A field of a form with its label.
struct Field {
  std::string_view name;
  std::string label;
  std::string value;
  std::string placeholder{};
};
void write_field(HtmlWriter& html, const Field& field);

// A choice out of values (name, shown); the first is none.
void write_choice(HtmlWriter& html, std::string_view name, const std::string& label,
                  const std::string& chosen, const std::vector<std::pair<std::string, std::string>>& values);

// "1–20 van 340", and links to the parts before and behind.
void write_pager(HtmlWriter& html, const PageContext& context, std::size_t shown, std::size_t total);

// Links to the same list as CSV, Excel and JSON.
void write_downloads(HtmlWriter& html, const PageContext& context,
                     std::initializer_list<std::string_view> formats);

// A page of a list, NAME of the address: its heading, a form with `fields`, and `entries` with links to other
// parts and downloads, or a word that there are none.
std::string write_list_page(const PageContext& context, std::string_view name, std::size_t shown,
                            std::size_t total, const std::function<void(HtmlWriter&)>& fields,
                            const std::function<void(HtmlWriter&)>& entries);

// The kinds of figure with their names, for a choice.
std::vector<std::pair<std::string, std::string>> figure_kinds(const PageContext& context);

// "schriftelijke_vraag" as people write it.
std::string type_name(std::string_view type);

// The value of a number field as it was typed.
std::string typed(const PageContext& context, std::string_view name);

}  // namespace vraagbaak::web
