// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/character.h"

#include <unicode/uchar.h>

#include "analysis/text/utf8.h"

namespace vraagbaak::analysis {

CharacterKind character_kind(char32_t code_point) {
  if (code_point < 0x80) return kAsciiKinds.kind[code_point];
  const auto c = static_cast<UChar32>(code_point);
  if (u_isUWhiteSpace(c)) return CharacterKind::space;
  switch (u_charType(c)) {
    case U_LOWERCASE_LETTER:
      return CharacterKind::lower;
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharacterKind::upper;
    case U_MODIFIER_LETTER:
      return CharacterKind::letter;
    case U_OTHER_LETTER: {
      const int line_break = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
      const bool unspaced = line_break == U_LB_IDEOGRAPHIC || line_break == U_LB_COMPLEX_CONTEXT ||
                            line_break == U_LB_CONDITIONAL_JAPANESE_STARTER;
      return unspaced ? CharacterKind::ideograph : CharacterKind::letter;
    }
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterKind::digit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return CharacterKind::extend;
    case U_OTHER_NUMBER:
    case U_LETTER_NUMBER:
      return CharacterKind::numeral;
    default:
      return CharacterKind::symbol;
  }
}

Character wide_character_at(std::string_view text, std::size_t offset) {
  const Utf8Step step = utf8_step(text, offset);
  if (step.size == 0) return {};
  return {step.code_point, step.size,
          step.well_formed ? character_kind(step.code_point) : CharacterKind::symbol};
}

Character wide_character_before(std::string_view text, std::size_t offset) {
  const Utf8Step step = utf8_step_back(text, offset);
  if (step.size == 0) return {};
  return {step.code_point, step.size,
          step.well_formed ? character_kind(step.code_point) : CharacterKind::symbol};
}

}  // namespace vraagbaak::analysis
