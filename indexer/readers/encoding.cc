// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "analysis/text/utf8.h"

namespace vraagbaak::indexer {
namespace {

using namespace std::string_view_literals;

constexpr char32_t kReplacement = 0xFFFD;
// A declaration stands at the very begin (HTML 4.01, 5.2.2; HTML Standard, 13.2.3.2 looks at 1024 bytes).
constexpr std::size_t kDeclarationWithin = 2048;
constexpr std::size_t kLongestName = 24;

// Windows-1252, 0x80–0x9F (unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); from 0xA0 on it is
// Latin-1.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC,       kReplacement, 0x201A, 0x0192, 0x201E, 0x2026,       0x2020, 0x2021,
    0x02C6,       0x2030,       0x0160, 0x2039, 0x0152, kReplacement, 0x017D, kReplacement,
    kReplacement, 0x2018,       0x2019, 0x201C, 0x201D, 0x2022,       0x2013, 0x2014,
    0x02DC,       0x2122,       0x0161, 0x203A, 0x0153, kReplacement, 0x017E, 0x0178};

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

class Converter {
 public:
  explicit Converter(const char* from) : handle_(::iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (is_open()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Every byte is a character of its own.
  std::string convert(std::string bytes) const {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    std::array<char, 8192> block;
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = block.data();
      std::size_t room = block.size();
      const std::size_t before = left;
      ::iconv(handle_, &in, &left, &to, &room);
      out.append(block.data(), block.size() - room);
      if (left != before) continue;
      append_utf8(out, kReplacement);
      ++in;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

// The set's name for iconv; empty where Windows-1252 serves (Latin-1 pages are Windows-1252 in practice).
std::string one_byte_set(std::string_view declared) {
  std::string name;
  for (const char c : declared.substr(0, kLongestName))
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (name == "iso-8859-1" || name == "windows-1252" || name == "cp1252") return "";
  const bool latin = name.starts_with("iso-8859-") || name.starts_with("windows-125") || name == "cp437" ||
                     name == "cp850" || name == "ibm850" || name == "macintosh";
  return latin ? name : "";
}

std::string_view value_after(std::string_view head, std::string_view key) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  const auto found = std::search(head.begin(), head.end(), key.begin(), key.end(), same);
  if (found == head.end()) return {};
  std::string_view rest = head.substr(static_cast<std::size_t>(found - head.begin()) + key.size());
  const std::size_t first = rest.find_first_not_of(" =\"'\t");
  if (first == std::string_view::npos || rest.find('=') > first) return {};
  rest.remove_prefix(first);
  return rest.substr(0, rest.find_first_of(" \"';>?\t\r\n"));
}

}  // namespace

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
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

std::string decode_text(std::string bytes, std::string_view declared) {
  if (bytes.starts_with("\xFF\xFE"sv)) return decode_utf16(std::string_view(bytes).substr(2), false);
  if (bytes.starts_with("\xFE\xFF"sv)) return decode_utf16(std::string_view(bytes).substr(2), true);
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.erase(0, 3);
  if (analysis::is_utf8(bytes)) return bytes;
  if (const std::string name = one_byte_set(declared); !name.empty()) {
    const Converter converter(name.c_str());
    if (converter.is_open()) return converter.convert(std::move(bytes));
  }
  return decode_mixed(bytes);
}

std::string decode_markup(std::string bytes) {
  if (bytes.starts_with("<\0"sv)) return decode_utf16(bytes, false);
  if (bytes.starts_with("\0<"sv)) return decode_utf16(bytes, true);
  const std::string head = bytes.substr(0, kDeclarationWithin);
  const std::string_view in_declaration =
      value_after(std::string_view(head).substr(0, head.find("?>")), "encoding");
  return decode_text(std::move(bytes),
                     in_declaration.empty() ? value_after(head, "charset") : in_declaration);
}

}  // namespace vraagbaak::indexer
