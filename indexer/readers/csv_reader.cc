// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/csv_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>
#include <vector>

#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::array kSeparators = {';', '\t', ',', '|'};
constexpr std::size_t kSample = 64 * 1024;
// Prose has commas, too: three lines in a row with the same number of them are a file of records.
constexpr std::size_t kFewestRecords = 3;
constexpr std::size_t kLongestName = 120;
// A column whose fields are this long on average, in bytes, holds prose.
constexpr std::size_t kProse = 200;

using Record = std::vector<std::string>;

// Cuts records out of a text, one after the other.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  Record next() {
    Record record;
    std::string field;
    bool quoted = false;
    bool was_quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quoted) {
        if (c != '"') {
          field += c;
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          field += '"';
          ++at_;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.empty() && !was_quoted) {
        quoted = true;
        was_quoted = true;
      } else if (c == separator_) {
        record.push_back(std::exchange(field, {}));
        was_quoted = false;
      } else if (c == '\n' || c == '\r') {
        at_ += c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
        break;
      } else {
        field += c;
      }
    }
    record.push_back(std::move(field));
    cut_off_ = quoted;
    return record;
  }
  bool is_cut_off() const { return cut_off_; }  // inside quotes at the end of the text

 private:
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool cut_off_ = false;
};

bool is_blank(const Record& record) {
  return record.size() == 1 && record.front().find_first_not_of(" \t") == std::string::npos;
}

bool are_names(const Record& record) {
  std::size_t named = 0;
  for (const std::string& field : record) {
    if (field.size() > kLongestName || field.find('\n') != std::string::npos) return false;
    named += field.empty() ? 0 : 1;
  }
  return named * 2 > record.size() && !record.back().ends_with('.');
}

// How many fields the records of the sample have; 0 where they differ.
std::size_t fields_each(std::string_view sample, char separator, bool whole) {
  RecordReader reader(sample, separator);
  std::size_t fields = 0;
  std::size_t records = 0;
  while (!reader.at_end()) {
    const Record record = reader.next();
    if (!whole && (reader.at_end() || reader.is_cut_off())) break;  // cut by the end of the sample
    if (reader.is_cut_off()) return 0;
    if (is_blank(record)) continue;
    if (records == 0) {
      fields = record.size();
      if (fields < 2 || !are_names(record)) return 0;
    } else if (record.size() != fields) {
      return 0;
    }
    ++records;
  }
  return records >= kFewestRecords || (records == 2 && fields > kFewestRecords) ? fields : 0;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A number with one point or comma: what stands behind it, and which it is.
struct Decimals {
  char mark = 0;
  std::size_t count = 0;
};
Decimals decimals_of(std::string_view field) {
  if (field.starts_with('-')) field.remove_prefix(1);
  const std::size_t mark = field.find_first_of(".,");
  if (mark == std::string_view::npos || !is_digits(field.substr(0, mark)) ||
      !is_digits(field.substr(mark + 1)))
    return {};
  return {field[mark], field.size() - mark - 1};
}

// Whether the file writes a decimal point: three digits behind it may be thousands and prove nothing.
bool has_decimal_points(const std::vector<Record>& records) {
  bool points = false;
  for (const Record& record : records) {
    for (const std::string& field : record) {
      const Decimals decimals = decimals_of(field);
      if (decimals.mark == ',' && decimals.count != 3) return false;
      points = points || (decimals.mark == '.' && decimals.count != 3);
    }
  }
  return points;
}

class Writer {
 public:
  Writer(std::vector<Record> records, std::string_view name) : records_(std::move(records)) {
    // The file's name is what users know a file of figures by.
    composer_.metadata().title = std::filesystem::path(name).stem().string();
    if (has_decimal_points(records_)) write_commas();
  }

  SourceText write() {
    const std::size_t sheet = composer_.begin_sheet("", false);
    if (const auto prose = prose_column())
      write_texts(*prose);
    else
      write_table(sheet);
    composer_.end_sheet();
    return composer_.finish();
  }

 private:
  void write_commas() {
    for (Record& record : records_) {
      for (std::string& field : record) {
        if (decimals_of(field).mark == '.') field[field.find('.')] = ',';
      }
    }
  }

  std::optional<std::size_t> prose_column() const {
    std::vector<std::pair<std::size_t, std::size_t>> sums(records_.front().size());  // bytes, fields
    for (std::size_t r = 1; r < records_.size(); ++r) {
      for (std::size_t c = 0; c < records_[r].size() && c < sums.size(); ++c) {
        if (records_[r][c].empty()) continue;
        sums[c].first += records_[r][c].size();
        ++sums[c].second;
      }
    }
    for (std::size_t c = 0; c < sums.size(); ++c) {
      if (sums[c].second > 0 && sums[c].first > kProse * sums[c].second) return c;
    }
    return std::nullopt;
  }

  void write_table(std::size_t sheet) {
    std::vector<GridCell> cells;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t c = 0; c < records_[r].size(); ++c) {
        if (!records_[r][c].empty()) cells.push_back({std::move(records_[r][c]), r, c, 1, 1, r == 0});
      }
    }
    records_.clear();
    composer_.add_grid(cells, "", sheet);
  }

  void write_texts(std::size_t prose) {
    const Record& names = records_.front();
    for (std::size_t r = 1; r < records_.size(); ++r) {
      const Record& record = records_[r];
      for (std::size_t c = 0; c < record.size(); ++c) {
        if (c == prose || record[c].empty()) continue;
        composer_.mark_cell(r, c);
        if (c < names.size() && !names[c].empty()) composer_.text(names[c] + ": ");
        composer_.text(record[c]);
        composer_.end_line();
      }
      composer_.end_paragraph();
      if (prose >= record.size() || record[prose].empty()) continue;
      composer_.mark_cell(r, prose);
      std::string_view rest = record[prose];
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        composer_.text(rest.substr(0, end));
        composer_.line_break();
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      composer_.end_paragraph();
    }
  }

  std::vector<Record> records_;
  TextComposer composer_;
};

}  // namespace

std::optional<char> csv_separator(std::string_view text) {
  const std::string_view sample = text.substr(0, kSample);
  std::optional<char> best;
  std::size_t most = 0;
  for (const char separator : kSeparators) {
    const std::size_t fields = fields_each(sample, separator, sample.size() == text.size());
    // Two fields between commas are prose as often as not.
    if (fields <= most || (separator == ',' && fields < 3)) continue;
    most = fields;
    best = separator;
  }
  return best;
}

Result<SourceText> read_csv(std::string_view text, char separator, std::string_view name) {
  RecordReader reader(text, separator);
  std::vector<Record> records;
  std::size_t cells = 0;
  std::size_t blank_rows = 0;
  while (!reader.at_end()) {
    Record record = reader.next();
    if (is_blank(record)) record.clear();
    blank_rows = record.empty() ? blank_rows + 1 : 0;
    cells += record.size();
    if (cells > kMostCells) {
      return Problem{std::string(name), "has more than " + std::to_string(kMostCells) + " cells",
                     "split it into smaller files"};
    }
    records.push_back(std::move(record));
  }
  records.resize(records.size() - blank_rows);
  if (records.empty() || records.front().empty())
    std::erase_if(records, [](const Record& r) { return r.empty(); });
  if (records.empty()) return SourceText{};
  return Writer(std::move(records), name).write();
}

}  // namespace vraagbaak::indexer
