// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/converter_readers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/readers/csv_reader.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/text_composer.h"
#include "system/child_process.h"

namespace vraagbaak::indexer {
namespace {

struct Converter {
  const char* program;
  const char* package;
  std::vector<std::string> options;
};

// These programs take well under a second for the largest files; on damaged ones some run for ever.
constexpr system::ChildLimits kLimits = {.time = std::chrono::seconds(20)};

// What the program prints of the file, as UTF-8.
Result<std::string> convert(const Converter& converter, std::string_view bytes, std::string_view name,
                            FileKind kind) {
  std::string what = "is ";
  what += describe(kind);
  const auto program = system::find_program(converter.program);
  if (!program) {
    return Problem{
        std::string(name), what + ", which needs " + converter.program,
        std::string("install ") + converter.package + ", or convert it with `soffice --convert-to pdf FILE`"};
  }
  std::vector<std::string> command = {*program};
  command.insert(command.end(), converter.options.begin(), converter.options.end());
  command.emplace_back("/dev/fd/3");
  const system::UnnamedFile file(bytes);
  system::ChildResult run = system::run_child(command, kLimits, file.descriptor());
  if (run.end != system::ChildEnd::exited || run.code != 0) {
    return Problem{std::string(name),
                   what + " that " + converter.program + " cannot read: it is damaged or locked",
                   "open it and save it as .docx, .xlsx or PDF"};
  }
  return decode_text(std::move(run.output));
}

}  // namespace

Result<SourceText> read_doc(std::string bytes, std::string_view name) {
  const auto text = convert({"catdoc", "catdoc", {"-w", "-d", "utf-8"}}, bytes, name, FileKind::old_word);
  if (!text) return text.problem();
  return compose_paragraphs(*text);
}

SourceText compose_paragraphs(std::string_view printed) {
  TextComposer composer;
  std::string_view rest = printed;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (line.find_first_not_of(" \t\r\f") == std::string_view::npos)
      composer.end_paragraph();
    else
      composer.text(line);
    composer.end_line();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return composer.finish();
}

Result<SourceText> read_xls(std::string bytes, std::string_view name) {
  const auto text = convert({"xls2csv", "catdoc", {"-d", "utf-8", "-c", ";", "-b", "\f"}}, bytes, name,
                            FileKind::old_excel);
  if (!text) return text.problem();
  return compose_sheets(*text, name);
}

Result<SourceText> compose_sheets(std::string_view printed, std::string_view name) {
  TextComposer composer;
  std::string_view rest = printed;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\f'), rest.size());
    auto sheet = read_csv(rest.substr(0, end), ';', name);
    if (!sheet) return sheet.problem();
    SourceText& source = sheet.value();
    if (composer.metadata().title.empty()) composer.metadata() = source.outline.metadata;
    // The program does not tell the names of sheets.
    for (Sheet& one : source.sheets) one.name = "blad " + std::to_string(number);
    composer.append(source);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return composer.finish();
}

Result<SourceText> read_rtf(std::string bytes, std::string_view name) {
  auto page = convert({"unrtf", "unrtf", {"--quiet", "--nopict", "--html"}}, bytes, name, FileKind::rtf);
  if (!page) return page.problem();
  return compose_page(std::move(page).value(), name);
}

Result<SourceText> compose_page(std::string printed, std::string_view name) {
  return read_html(std::move(printed), name);
}

}  // namespace vraagbaak::indexer
