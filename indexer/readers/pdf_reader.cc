// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/pdf_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/text/utf8.h"
#include "indexer/readers/markup.h"
#include "system/child_process.h"

namespace vraagbaak::indexer {
namespace {

// ocrmypdf starts several programs, each with pictures in memory, and takes seconds a page.
constexpr system::ChildLimits kOcrLimits = {.time = std::chrono::seconds(1800), .memory = 4096ULL << 20};

double number_in(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class BoxReader final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "page") {
      pages.push_back({number_in(attributes["width"]), number_in(attributes["height"]), {}});
    } else if (pages.empty()) {
      return;
    } else if (name == "block") {
      pages.back().blocks.emplace_back();
    } else if (name == "line" && !pages.back().blocks.empty()) {
      pages.back().blocks.back().lines.emplace_back();
    } else if (name == "word") {
      word_ = {number_in(attributes["xMin"]), number_in(attributes["yMin"]), number_in(attributes["xMax"]),
               number_in(attributes["yMax"]), ""};
      in_word_ = true;
    }
  }
  void close(std::string_view name) override {
    if (name != "word" || !in_word_) return;
    in_word_ = false;
    if (word_.text.empty() || pages.back().blocks.empty() || pages.back().blocks.back().lines.empty()) return;
    pages.back().blocks.back().lines.back().words.push_back(std::move(word_));
  }
  void text(std::string_view text) override {
    if (!in_word_) return;
    for (const char c : text) {
      if (c != ' ' && (c < '\t' || c > '\r')) word_.text += c;
    }
  }

  std::vector<PdfPage> pages;

 private:
  PdfWord word_;
  bool in_word_ = false;
};

// Characters that XML has no place for, which fonts without a proper table give, become blanks.
void clean(std::string& printed) {
  if (!analysis::is_utf8(printed)) printed = analysis::repair_utf8(printed);
  for (char& c : printed) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\t') c = ' ';
  }
  for (std::size_t at = printed.find("\xEF\xBF"); at != std::string::npos;
       at = printed.find("\xEF\xBF", at + 3)) {
    const char last = at + 2 < printed.size() ? printed[at + 2] : ' ';
    if (last == '\xBE' || last == '\xBF') printed.replace(at, 3, "   ");  // U+FFFE, U+FFFF
  }
}

std::optional<Problem> refusal(const system::ChildResult& run, std::string_view name) {
  const std::string where(name);
  const char* mend = "open it, print it to a new PDF and try that";
  switch (run.end) {
    case system::ChildEnd::not_started:
      return Problem{where, "is a PDF, and pdftotext cannot be started", "install poppler-utils"};
    case system::ChildEnd::crashed:
      return Problem{where, "makes pdftotext crash: it is damaged", mend};
    case system::ChildEnd::timed_out:
      return Problem{where, "keeps pdftotext busy for more than three minutes", mend};
    case system::ChildEnd::too_much_output:
      return Problem{where, "holds more text than is safe", "split it into smaller files"};
    case system::ChildEnd::exited:
      break;
  }
  if (run.code == 0) return std::nullopt;
  if (run.errors.find("assword") != std::string::npos) {
    return Problem{where, "is a PDF behind a password", "open it with its password and save it without"};
  }
  return Problem{where, "is a damaged PDF", "fetch it again, or open it and print it to a new PDF"};
}

bool has_words(const std::vector<PdfPage>& pages) {
  return std::ranges::any_of(pages, [](const PdfPage& page) { return !page.blocks.empty(); });
}

Result<std::vector<PdfPage>> pages_of(int file, std::string_view name) {
  const auto program = system::find_program("pdftotext");
  if (!program) return Problem{std::string(name), "is a PDF, which needs pdftotext", "install poppler-utils"};
  system::ChildResult run = system::run_child({*program, "-bbox-layout", "/dev/fd/3", "-"}, {}, file);
  if (auto problem = refusal(run, name)) return *problem;
  return parse_bounding_boxes(std::move(run.output));
}

// The pages with what is read in their pictures.
Result<std::vector<PdfPage>> recognise(int file, std::string_view name) {
  const auto program = system::find_program("ocrmypdf");
  if (!program) {
    return Problem{std::string(name), "is a scanned PDF, and ocrmypdf is not installed",
                   "install ocrmypdf and tesseract-ocr-nld"};
  }
  const system::ChildResult run = system::run_child(
      {*program, "--quiet", "--skip-text", "--language", "nld", "--output-type", "pdf", "/dev/fd/3", "-"},
      kOcrLimits, file);
  if (run.end != system::ChildEnd::exited || run.code != 0) {
    return Problem{std::string(name), "is a scanned PDF that ocrmypdf cannot read",
                   "check that tesseract-ocr-nld is installed"};
  }
  const system::UnnamedFile recognised(run.output);
  return pages_of(recognised.descriptor(), name);
}

}  // namespace

std::vector<PdfPage> parse_bounding_boxes(std::string printed) {
  clean(printed);
  BoxReader reader;
  parse_xml(printed, reader);
  return std::move(reader.pages);
}

Result<SourceText> read_pdf(std::string bytes, std::string_view name, bool ocr) {
  const system::UnnamedFile file(bytes);
  std::string().swap(bytes);  // the program reads the file; it need not stand in memory twice
  auto pages = pages_of(file.descriptor(), name);
  if (!pages) return pages.problem();
  if (!has_words(pages.value())) {
    if (!ocr) {
      return Problem{std::string(name), "is a PDF without text: a scan",
                     "index it with --ocr, or make text of it with an OCR program"};
    }
    pages = recognise(file.descriptor(), name);
    if (!pages) return pages.problem();
  }
  return compose_pages(pages.value());
}

}  // namespace vraagbaak::indexer
