// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/text_reader.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "analysis/text/utf8.h"

namespace vraagbaak::indexer {
namespace {

using namespace std::string_view_literals;

constexpr char32_t kReplacement = 0xFFFD;

// Windows-1252, 0x80–0x9F (unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); from 0xA0 on it is
// Latin-1.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC,       kReplacement, 0x201A, 0x0192, 0x201E, 0x2026,       0x2020, 0x2021,
    0x02C6,       0x2030,       0x0160, 0x2039, 0x0152, kReplacement, 0x017D, kReplacement,
    kReplacement, 0x2018,       0x2019, 0x201C, 0x201D, 0x2022,       0x2013, 0x2014,
    0x02DC,       0x2122,       0x0161, 0x203A, 0x0153, kReplacement, 0x017E, 0x0178};

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string decode_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 8);
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      append_utf8(out, high);
      continue;
    }
    const char32_t low = high < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
      at += 2;
    } else {
      append_utf8(out, kReplacement);  // half of a pair
    }
  }
  if (at < bytes.size()) append_utf8(out, kReplacement);  // half of a unit
  return out;
}

// `bytes` with what is not UTF-8 read as Windows-1252.
std::string decode_mixed(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const analysis::Utf8Step step = analysis::utf8_step(bytes, at);
    if (step.well_formed) {
      out.append(bytes, at, step.size);
      at += step.size;
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[at]);
    append_utf8(out, byte < 0xA0 ? kWindows1252[byte - 0x80U] : static_cast<char32_t>(byte));
    ++at;
  }
  return out;
}

std::string decode(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE"sv)) return decode_utf16(std::string_view(bytes).substr(2), false);
  if (bytes.starts_with("\xFE\xFF"sv)) return decode_utf16(std::string_view(bytes).substr(2), true);
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.erase(0, 3);
  return analysis::is_utf8(bytes) ? bytes : decode_mixed(bytes);
}

std::vector<Page> pages_of(std::string_view text) {
  std::vector<Page> pages;
  std::size_t begin = 0;
  for (std::size_t feed = text.find('\f'); feed != std::string_view::npos; feed = text.find('\f', begin)) {
    pages.push_back({static_cast<int>(pages.size()) + 1, {begin, feed + 1}});
    begin = feed + 1;
  }
  if (!pages.empty() && begin < text.size()) {
    pages.push_back({static_cast<int>(pages.size()) + 1, {begin, text.size()}});
  }
  return pages;
}

}  // namespace

SourceText read_text(std::string bytes) {
  SourceText source;
  source.text = decode(std::move(bytes));
  source.pages = pages_of(source.text);
  return source;
}

}  // namespace vraagbaak::indexer
