// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/letter_fold.h"

namespace vraagbaak::analysis {
namespace {

using Class = FoldedCharacter::Class;

// Base letters of U+00C0–U+017F (Unicode's canonical decompositions; ligatures and letters without one as
// '?').
constexpr std::string_view kLatinBases =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllll?"
    "?llnnnnnn???oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?";
static_assert(kLatinBases.size() == 0x0180 - 0x00C0);

struct Decoded {
  std::uint32_t code = 0;
  std::uint8_t size = 1;
  bool ok = false;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::uint8_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {};
  std::uint32_t code = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  return {.code = code, .size = size, .ok = true};
}

}  // namespace

FoldedCharacter fold_beyond_ascii(std::string_view text, std::size_t at) {
  const Decoded decoded = decode(text, at);
  if (!decoded.ok) return {.character_class = Class::symbol, .size = 1, .ascii = '?'};
  const std::uint32_t code = decoded.code;
  FoldedCharacter folded{.character_class = Class::symbol, .size = decoded.size, .ascii = '?'};
  if (code >= 0x00C0 && code <= 0x017F) {
    folded.character_class = Class::letter;
    const char base = kLatinBases[code - 0x00C0];
    if (code == 0xD7 || code == 0xF7) {
      folded.character_class = Class::symbol;
    } else if (base != '?') {
      folded.ascii = base;
    } else {
      folded.ascii = 0;
    }
  } else if (code == 0xB2 || code == 0xB3) {
    folded.character_class = Class::letter;  // m² is one word, m2
    folded.ascii = static_cast<char>('0' + (code - 0xB0));
  } else if ((code >= 0x0300 && code <= 0x036F) || code == 0x00AD) {
    folded.character_class = Class::letter;  // combining accents and the soft hyphen vanish
    folded.ascii = 0;
  } else if ((code >= 0x0180 && code < 0x2000) || (code >= 0x3040 && code < 0xD800) || code == 0xB5) {
    folded.character_class = Class::letter;
    folded.ascii = 0;
  } else if (code == 0x00A0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 ||
             code == 0xFEFF) {
    folded.character_class = Class::blank;
    folded.ascii = ' ';
  } else if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) {
    folded.ascii = '-';
  } else if (code == 0x2018 || code == 0x2019 || code == 0x2032) {
    folded.ascii = '\'';
  } else if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0x2033) {
    folded.ascii = '"';
  } else if (code == 0x2022 || code == 0x25AA || code == 0x25CF) {
    folded.ascii = '*';
  }
  return folded;
}

std::string fold_letters(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const FoldedCharacter c = fold_character(text, at);
    if (c.character_class != Class::letter) {
      folded.append(text.substr(at, c.size));
    } else if (c.ascii != 0) {
      folded.push_back(c.ascii);
    }
    at += c.size;
  }
  return folded;
}

}  // namespace vraagbaak::analysis
