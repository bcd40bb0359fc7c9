// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/reader.h"

#include <array>
#include <utility>

#include "indexer/readers/byte_count.h"
#include "indexer/readers/converter_readers.h"
#include "indexer/readers/csv_reader.h"
#include "indexer/readers/docx_reader.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/markdown_reader.h"
#include "indexer/readers/open_document_reader.h"
#include "indexer/readers/pdf_reader.h"
#include "indexer/readers/text_reader.h"
#include "indexer/readers/xlsx_reader.h"
#include "indexer/readers/xml_reader.h"
#include "indexer/readers/zip_reader.h"
#include "system/child_process.h"
#include "system/file_bytes.h"

namespace vraagbaak::indexer {
namespace {

// A file called .txt is read as it stands, whatever it is written in: its offsets hold in the file.
Result<SourceText> read_any_text(std::string bytes, std::string_view name) {
  if (is_read_verbatim(name)) return read_text(std::move(bytes));
  const std::string text = decode_text(bytes);
  const FileKind kind = sniff_text(text);
  Result<SourceText> source = kind == FileKind::csv        ? read_csv(text, *csv_separator(text), name)
                              : kind == FileKind::json     ? read_json(text, name)
                              : kind == FileKind::markdown ? read_markdown(text)
                                                           : Result<SourceText>(read_text(std::move(bytes)));
  if (source) source.value().kind = kind;
  return source;
}

template <auto Read>
Result<SourceText> read_with(std::string bytes, std::string_view name, const ReadOptions&) {
  return Read(std::move(bytes), name);
}

// Every kind that is read, with its reader; a new format adds its line here.
struct Reader {
  FileKind kind;
  Result<SourceText> (*read)(std::string bytes, std::string_view name, const ReadOptions& options);
};
constexpr std::array kReaders = {
    Reader{FileKind::text, read_with<read_any_text>},
    Reader{FileKind::html, read_with<read_html>},
    Reader{FileKind::xml, read_with<read_xml>},
    Reader{FileKind::docx, read_with<read_docx>},
    Reader{FileKind::xlsx, read_with<read_xlsx>},
    Reader{FileKind::open_text, read_with<read_odt>},
    Reader{FileKind::open_sheet, read_with<read_ods>},
    Reader{FileKind::old_word, read_with<read_doc>},
    Reader{FileKind::old_excel, read_with<read_xls>},
    Reader{FileKind::rtf, read_with<read_rtf>},
    Reader{FileKind::pdf,
           [](std::string bytes, std::string_view name, const ReadOptions& options) {
             return read_pdf(std::move(bytes), name, options.ocr);
           }},
    Reader{FileKind::zip, read_zip},
};

Problem too_much_text(std::string file) {
  return {std::move(file), "holds more than " + std::to_string(kLargestText >> 20) + " MiB of text",
          "split it into smaller files"};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Runs of digits; marks inside a number, a date or a time do not part it.
std::size_t count_numbers(std::string_view text) {
  constexpr std::string_view kInside = ".,:-/";
  std::size_t count = 0;
  bool inside = false;  // of a run
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = is_digit(text[i]) && !inside;
    inside = is_digit(text[i]);
    if (!begins) continue;
    const bool goes_on =
        i > 1 && is_digit(text[i - 2]) && kInside.find(text[i - 1]) != std::string_view::npos;
    if (!goes_on) ++count;
  }
  return count;
}

bool holds_many_numbers(std::string_view text) {
  const std::size_t digits =
      count_bytes(text, [](unsigned char byte) { return ((byte >= '0') & (byte <= '9')) != 0; });
  return digits > kMostNumbers && count_numbers(text) > kMostNumbers;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

bool is_read_verbatim(std::string_view name) {
  return name.ends_with(".txt");
}

std::string reading_aids(const ReadOptions& options) {
  std::string aids = options.ocr ? "ocr" : "text";
  for (const char* program : {"pdftotext", "catdoc", "xls2csv", "unrtf", "ocrmypdf", "tesseract"}) {
    if (system::find_program(program)) aids.append(" ").append(program);
  }
  return aids;
}

Result<std::string> read_file(const std::filesystem::path& file) {
  return system::read_file(file, kLargestFile);
}

Result<SourceText> read_document(std::string bytes, std::string_view name, const ReadOptions& options) {
  if (bytes.empty()) return Problem{std::string(name), "is empty", "leave it out or fill it"};
  const FileKind kind = sniff(bytes);
  for (const Reader& reader : kReaders) {
    if (reader.kind != kind) continue;
    Result<SourceText> read = reader.read(std::move(bytes), name, options);
    if (!read) return read.problem();
    SourceText source = std::move(read).value();
    if (source.kind == FileKind::text) source.kind = kind;
    if (source.text.size() > kLargestText) return too_much_text(std::string(name));
    if (holds_many_numbers(source.text)) {
      return Problem{std::string(name), "holds more than " + std::to_string(kMostNumbers) + " numbers",
                     "split it into smaller files"};
    }
    if (is_blank(source.text)) return Problem{std::string(name), "holds no text", "leave it out or fill it"};
    return source;
  }
  return Problem{std::string(name), "is " + std::string(describe(kind)) + ", which is not read",
                 std::string(advice(kind))};
}

}  // namespace vraagbaak::indexer
