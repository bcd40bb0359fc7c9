// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/sniff.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace vraagbaak::indexer {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  FileKind kind;
};

// From the formats' own specifications; the first that fits counts.
constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, FileKind::pdf},
    Signature{"{\\rtf"sv, FileKind::rtf},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileKind::old_office},
    Signature{"\x89PNG\r\n"sv, FileKind::picture},
    Signature{"\xFF\xD8\xFF"sv, FileKind::picture},
    Signature{"GIF8"sv, FileKind::picture},
    Signature{"\x1F\x8B"sv, FileKind::binary},            // gzip
    Signature{"7z\xBC\xAF\x27\x1C"sv, FileKind::binary},  // 7-Zip
    Signature{"\x7F"
              "ELF"sv,
              FileKind::binary},  // programs
    Signature{"SQLite format 3\0"sv, FileKind::binary},
};

// Readers skip what stands before "%PDF-" in the first KiB (PDF 1.7, implementation note 13).
constexpr std::size_t kPdfHeaderWithin = 1024;
// Markup is told by its first tag; a byte-order mark, blank lines and comments may stand before it.
constexpr std::size_t kMarkupWithin = 4096;
// Of this much of a text, at most one byte in kControlShare may be a control character other than white
// space.
constexpr std::size_t kTextSample = 65536;
constexpr std::size_t kControlShare = 50;

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

FileKind kind_of_zip(std::string_view bytes) {
  if (bytes.find("word/document.xml"sv) != std::string_view::npos) return FileKind::docx;
  if (bytes.find("xl/workbook"sv) != std::string_view::npos) return FileKind::xlsx;
  if (bytes.find("application/vnd.oasis.opendocument"sv) != std::string_view::npos)
    return FileKind::open_document;
  return FileKind::zip;
}

bool starts_with_folded(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
  });
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// html, xml, or text where the first thing is no tag of theirs.
FileKind kind_of_markup(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, kMarkupWithin);
  if (rest.starts_with("\xEF\xBB\xBF"sv)) rest.remove_prefix(3);
  for (;;) {
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
    if (!rest.starts_with("<!--"sv)) break;
    const std::size_t end = rest.find("-->"sv);
    if (end == std::string_view::npos) return FileKind::text;
    rest.remove_prefix(end + 3);
  }
  for (const std::string_view tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv}) {
    if (starts_with_folded(rest, tag)) return FileKind::html;
  }
  if (!starts_with_folded(rest, "<?xml"sv) && !starts_with_folded(rest, "<!doctype"sv)) return FileKind::text;
  return rest.find("<html"sv) == std::string_view::npos ? FileKind::xml : FileKind::html;
}

bool looks_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  const std::string_view sample = bytes.substr(0, kTextSample);
  const auto controls = std::ranges::count_if(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !is_space(c) && c != '\v' && c != '\x1B';
  });
  return static_cast<std::size_t>(controls) * kControlShare > sample.size();
}

}  // namespace

FileKind sniff(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.kind;
  }
  if (bytes.starts_with("PK\x03\x04"sv)) return kind_of_zip(bytes);
  if (is_utf16(bytes)) return FileKind::text;
  if (looks_binary(bytes)) {
    return bytes.substr(0, kPdfHeaderWithin).find("%PDF-"sv) != std::string_view::npos ? FileKind::pdf
                                                                                       : FileKind::binary;
  }
  return kind_of_markup(bytes);
}

std::string_view describe(FileKind kind) {
  switch (kind) {
    case FileKind::text:
      return "plain text";
    case FileKind::html:
      return "an HTML page";
    case FileKind::xml:
      return "an XML file";
    case FileKind::pdf:
      return "a PDF";
    case FileKind::docx:
      return "a Word document (.docx)";
    case FileKind::xlsx:
      return "an Excel workbook (.xlsx)";
    case FileKind::open_document:
      return "an OpenDocument file";
    case FileKind::old_office:
      return "an old Office file (.doc, .xls, .ppt)";
    case FileKind::rtf:
      return "a rich text file (.rtf)";
    case FileKind::zip:
      return "a zip archive";
    case FileKind::picture:
      return "a picture";
    case FileKind::binary:
      break;
  }
  return "a binary file";
}

std::string_view advice(FileKind kind) {
  switch (kind) {
    case FileKind::text:
      return "";
    case FileKind::pdf:
      return "convert it with `pdftotext -layout FILE.pdf FILE.txt`";
    case FileKind::html:
    case FileKind::xml:
      return "save it as plain text (.txt)";
    case FileKind::docx:
    case FileKind::open_document:
    case FileKind::old_office:
    case FileKind::rtf:
    case FileKind::xlsx:
      return "save it as plain text (.txt), or convert it with `soffice --convert-to txt FILE`";
    case FileKind::zip:
      return "unpack it";
    case FileKind::picture:
      return "make text of it with an OCR program";
    case FileKind::binary:
      break;
  }
  return "leave it out, or save what it holds as plain text (.txt)";
}

}  // namespace vraagbaak::indexer
