// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace vraagbaak::analysis {

// What stands before a question, an article or an item of a list: `1.`, `a)`, `II.A.`, `2°`, a bullet. Each
// function looks at one token; ill-formed text is no label.

// 1  12  a  iv  1.2  II.A.  2° — a label, or a part of one before its mark: letters one at a time, numbers of
// up to three digits (two after a full stop: 2.000 is a quantity) and small Roman numerals, with full stops
// between.
bool is_label_part(std::string_view word);

// 1°, as laws number their lists: a label that needs no further mark.
bool is_degree_label(std::string_view word);

// Marks that may stand in a label or before it: . ) ( , & and bullets.
bool is_label_mark(char32_t mark);

// - * – and round or square bullets, which also have other uses.
bool is_bullet(char32_t mark);
// • ▪ ● ■: marks that stand before an item and nowhere else.
bool is_round_bullet(char32_t mark);

}  // namespace vraagbaak::analysis
