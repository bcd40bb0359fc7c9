// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/sniff.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/readers/byte_count.h"
#include "indexer/readers/csv_reader.h"
#include "indexer/readers/markdown_reader.h"

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
constexpr std::size_t kOpenDocumentWithin = 256;
// Of this much of a text, at most one byte in kControlShare may be a control character other than white
// space.
constexpr std::size_t kTextSample = 65536;
constexpr std::size_t kControlShare = 50;

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

// Whether the directory of a compound file lies in what is there of it ([MS-CFB] 2.2: the sector it begins in
// stands at byte 48, the power of two of a sector's size at byte 30; the header takes the place of a sector).
bool has_directory(std::string_view bytes) {
  constexpr std::size_t kHeader = 512;
  if (bytes.size() < kHeader) return false;
  std::uint64_t sector = 0;
  for (std::size_t i = 4; i-- > 0;) sector = sector << 8 | static_cast<unsigned char>(bytes[48 + i]);
  const unsigned power = static_cast<unsigned char>(bytes[30]);
  if (power > 20) return false;
  constexpr std::uint64_t kEntry = 128;
  return ((sector + 1) << power) + kEntry <= bytes.size();
}

// The streams of a compound file by their names, which stand in UTF-16 in its directory ([MS-CFB] 2.6.1).
FileKind kind_of_compound(std::string_view bytes) {
  const auto holds = [bytes](std::string_view name) {
    std::string wide;
    for (const char c : name) wide.append(1, c).append(1, '\0');
    return bytes.find(wide) != std::string_view::npos;
  };
  if (holds("EncryptedPackage")) return FileKind::locked_office;
  if (holds("WordDocument")) return FileKind::old_word;
  if (holds("Workbook")) return FileKind::old_excel;
  return has_directory(bytes) ? FileKind::old_office : FileKind::cut_office;
}

FileKind kind_of_zip(std::string_view bytes) {
  if (bytes.find("word/document.xml"sv) != std::string_view::npos) return FileKind::docx;
  if (bytes.find("xl/workbook"sv) != std::string_view::npos) return FileKind::xlsx;
  // An OpenDocument file begins with its kind, unpacked (OpenDocument 1.2, part 3, 3.3).
  const std::string_view head = bytes.substr(0, kOpenDocumentWithin);
  if (head.find("opendocument.text"sv) != std::string_view::npos) return FileKind::open_text;
  if (head.find("opendocument.spreadsheet"sv) != std::string_view::npos) return FileKind::open_sheet;
  if (head.find("application/vnd.oasis.opendocument"sv) != std::string_view::npos)
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
  const std::size_t controls = count_bytes(sample, [](unsigned char byte) {
    return ((byte < 0x20) & ((byte < '\t') | (byte > '\r')) & (byte != 0x1B)) != 0;
  });
  return controls * kControlShare > sample.size();
}

}  // namespace

FileKind sniff(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.bytes)) continue;
    return signature.kind == FileKind::old_office ? kind_of_compound(bytes) : signature.kind;
  }
  if (bytes.starts_with("PK\x03\x04"sv)) return kind_of_zip(bytes);
  if (is_utf16(bytes)) return FileKind::text;
  if (looks_binary(bytes)) {
    return bytes.substr(0, kPdfHeaderWithin).find("%PDF-"sv) != std::string_view::npos ? FileKind::pdf
                                                                                       : FileKind::binary;
  }
  return kind_of_markup(bytes);
}

FileKind sniff_text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  if (first == std::string_view::npos) return FileKind::text;
  const std::size_t second = text.find_first_not_of(" \t\r\n", first + 1);
  const char next = second == std::string_view::npos ? ' ' : text[second];
  if (text[first] == '{' && next == '"' && text[last] == '}') return FileKind::json;
  if (text[first] == '[' && next == '{' && text[last] == ']') return FileKind::json;
  if (csv_separator(text)) return FileKind::csv;
  return looks_like_markdown(text) ? FileKind::markdown : FileKind::text;
}

std::string_view short_name(FileKind kind) {
  switch (kind) {
    case FileKind::text:
      return "text";
    case FileKind::csv:
      return "csv";
    case FileKind::markdown:
      return "markdown";
    case FileKind::json:
      return "json";
    case FileKind::html:
      return "html";
    case FileKind::xml:
      return "xml";
    case FileKind::pdf:
      return "pdf";
    case FileKind::docx:
      return "docx";
    case FileKind::xlsx:
      return "xlsx";
    case FileKind::open_text:
      return "odt";
    case FileKind::open_sheet:
      return "ods";
    case FileKind::old_word:
      return "doc";
    case FileKind::old_excel:
      return "xls";
    case FileKind::rtf:
      return "rtf";
    case FileKind::zip:
      return "zip";
    case FileKind::open_document:
    case FileKind::old_office:
    case FileKind::cut_office:
    case FileKind::locked_office:
    case FileKind::picture:
    case FileKind::binary:
      break;
  }
  return "other";
}

std::string_view describe(FileKind kind) {
  switch (kind) {
    case FileKind::text:
      return "plain text";
    case FileKind::csv:
      return "a file of records (.csv)";
    case FileKind::markdown:
      return "Markdown";
    case FileKind::json:
      return "JSON";
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
    case FileKind::open_text:
      return "an OpenDocument text (.odt)";
    case FileKind::open_sheet:
      return "an OpenDocument spreadsheet (.ods)";
    case FileKind::open_document:
      return "an OpenDocument file of slides or drawings";
    case FileKind::old_word:
      return "an old Word document (.doc)";
    case FileKind::old_excel:
      return "an old Excel workbook (.xls)";
    case FileKind::old_office:
      return "an old Office file (.ppt)";
    case FileKind::cut_office:
      return "an old Office file (.doc, .xls, .ppt) that is cut off or damaged";
    case FileKind::locked_office:
      return "an Office file behind a password";
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
    case FileKind::csv:
    case FileKind::markdown:
    case FileKind::json:
      return "";
    case FileKind::locked_office:
      return "open it with its password and save it without";
    case FileKind::cut_office:
      return "get it again from where it came";
    case FileKind::pdf:
      return "convert it with `pdftotext -layout FILE.pdf FILE.txt`";
    case FileKind::html:
    case FileKind::xml:
      return "save it as plain text (.txt)";
    case FileKind::docx:
    case FileKind::open_text:
    case FileKind::open_sheet:
    case FileKind::open_document:
    case FileKind::old_word:
    case FileKind::old_excel:
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
