// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/readers/cell_budget.h"
#include "indexer/readers/cell_values.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/sheet_writer.h"
#include "indexer/readers/zip_archive.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::size_t kMostColumns = 16'384;  // ECMA-376 leaves it to Excel: XFD
constexpr std::size_t kMostRows = 1'048'576;

struct CellAddress {
  std::size_t row = 0;
  std::size_t column = 0;
};

// "B12"; nullopt where it is none.
std::optional<CellAddress> parse_address(std::string_view name) {
  std::size_t at = 0;
  std::size_t column = 0;
  while (at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && column < kMostColumns) {
    column = column * 26 + static_cast<std::size_t>(name[at++] - 'A' + 1);
  }
  std::size_t row = 0;
  const auto [end, error] = std::from_chars(name.data() + at, name.data() + name.size(), row);
  if (at == 0 || error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  if (column == 0 || column > kMostColumns || row == 0 || row > kMostRows) return std::nullopt;
  return CellAddress{row - 1, column - 1};
}

int integer(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// xl/workbook.xml: the sheets in order.
class WorkbookParts final : public MarkupHandler {
 public:
  struct SheetPart {
    std::string name;
    std::string relation;
    bool hidden = false;
  };
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "sheet") {
      const std::string_view state = attributes["state"];
      sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                        state == "hidden" || state == "veryHidden"});
    } else if (name == "workbookPr") {
      since_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<SheetPart> sheets;
  bool since_1904 = false;
};

// xl/_rels/workbook.xml.rels: which part an id stands for.
class Relations final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "Relationship") targets[std::string(attributes["Id"])] = attributes["Target"];
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string> targets;
};

// xl/styles.xml: how the cells of each style show a number.
class Styles final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt") {
      codes_[integer(attributes["numFmtId"], 0)] = attributes["formatCode"];
    } else if (name == "cellXfs") {
      in_cells_ = true;
    } else if (name == "xf" && in_cells_) {
      const int id = integer(attributes["numFmtId"], 0);
      const auto code = codes_.find(id);
      looks.push_back(number_look(id, code == codes_.end() ? "" : code->second));
    }
  }
  void close(std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
  }
  void text(std::string_view) override {}

  std::vector<NumberLook> looks;

 private:
  std::map<int, std::string> codes_;
  bool in_cells_ = false;
};

// xl/sharedStrings.xml.
class SharedStrings final : public MarkupHandler {
 public:
  void open(std::string_view name, const Attributes&) override {
    if (name == "si") strings.emplace_back();
    if (name == "t" && phonetic_ == 0) in_text_ = true;
    if (name == "rPh") ++phonetic_;  // how Japanese words sound
  }
  void close(std::string_view name) override {
    if (name == "t") in_text_ = false;
    if (name == "rPh") --phonetic_;
  }
  void text(std::string_view text) override {
    if (in_text_ && !strings.empty()) strings.back() += text;
  }

  std::vector<std::string> strings;

 private:
  bool in_text_ = false;
  int phonetic_ = 0;
};

// xl/worksheets/sheet1.xml.
class SheetCells final : public MarkupHandler {
 public:
  SheetCells(const SharedStrings& strings, const Styles& styles, bool since_1904, CellBudget& budget)
      : strings_(strings), styles_(styles), since_1904_(since_1904), budget_(budget) {}

  void open(std::string_view name, const Attributes& attributes) override {
    if (name == "row") {
      const int said = integer(attributes["r"], 0);
      row_ = said > 0 ? static_cast<std::size_t>(said) - 1 : next_row_;
      next_row_ = row_ + 1;
      next_column_ = 0;
    } else if (name == "c") {
      const auto address = parse_address(attributes["r"]);
      cell_ = address ? *address : CellAddress{row_, next_column_};
      next_column_ = cell_.column + 1;
      type_ = attributes["t"];
      style_ = integer(attributes["s"], 0);
      value_.clear();
      in_cell_ = true;
      phonetic_ = 0;
    } else if (in_cell_ && name == "rPh") {
      ++phonetic_;
    } else if (in_cell_ && (name == "v" || name == "t") && phonetic_ == 0) {
      in_value_ = true;
    } else if (name == "mergeCell") {
      const std::string_view range = attributes["ref"];
      const std::size_t colon = range.find(':');
      if (colon == std::string_view::npos) return;
      const auto from = parse_address(range.substr(0, colon));
      const auto to = parse_address(range.substr(colon + 1));
      if (from && to && to->row >= from->row && to->column >= from->column) merges_.push_back({*from, *to});
    }
  }

  void close(std::string_view name) override {
    if (name == "v" || name == "t") in_value_ = false;
    if (in_cell_ && name == "rPh") --phonetic_;
    if (name != "c" || !in_cell_) return;
    in_cell_ = false;
    std::string text = shown();
    if (text.empty()) return;
    budget_.take(text.size());
    cells_.push_back({std::move(text), cell_.row, cell_.column, 1, 1, false});
  }

  void text(std::string_view text) override {
    if (in_value_) value_ += text;
  }

  std::vector<GridCell> take() {
    std::ranges::stable_sort(cells_, {},
                             [](const GridCell& cell) { return std::pair(cell.row, cell.column); });
    // A cell that stands there twice is damage: the first counts.
    const auto is_same = [](const GridCell& a, const GridCell& b) {
      return a.row == b.row && a.column == b.column;
    };
    cells_.erase(std::unique(cells_.begin(), cells_.end(), is_same), cells_.end());
    for (const auto& [from, to] : merges_) {
      const auto found =
          std::ranges::lower_bound(cells_, std::pair(from.row, from.column), {},
                                   [](const GridCell& c) { return std::pair(c.row, c.column); });
      if (found == cells_.end() || found->row != from.row || found->column != from.column) continue;
      found->rows = to.row - from.row + 1;
      found->columns = to.column - from.column + 1;
    }
    return std::move(cells_);
  }

 private:
  struct Merge {
    CellAddress from;
    CellAddress to;
  };

  std::string shown() const {
    if (type_ == "s") {
      const int index = integer(value_, -1);
      const bool known = index >= 0 && static_cast<std::size_t>(index) < strings_.strings.size();
      return known ? strings_.strings[static_cast<std::size_t>(index)] : "";
    }
    if (type_ == "b") return value_ == "1" ? "WAAR" : "ONWAAR";
    if (!type_.empty() && type_ != "n") return value_;
    const bool styled = style_ >= 0 && static_cast<std::size_t>(style_) < styles_.looks.size();
    const NumberLook look = styled ? styles_.looks[static_cast<std::size_t>(style_)] : NumberLook::plain;
    return show_number(value_, look, since_1904_);
  }

  const SharedStrings& strings_;
  const Styles& styles_;
  bool since_1904_;
  CellBudget& budget_;
  std::vector<GridCell> cells_;
  std::vector<Merge> merges_;
  std::size_t row_ = 0;
  std::size_t next_row_ = 0;
  std::size_t next_column_ = 0;
  CellAddress cell_;
  std::string type_;
  int style_ = 0;
  std::string value_;
  bool in_cell_ = false;
  bool in_value_ = false;
  int phonetic_ = 0;
};

class Reader {
 public:
  Reader(ZipArchive& archive, std::string_view name) : archive_(archive), name_(name) {}

  Result<SourceText> read() {
    WorkbookParts workbook;
    Relations relations;
    SharedStrings strings;
    Styles styles;
    struct Part {
      const char* name;
      MarkupHandler* handler;
      bool required;
    };
    for (const Part& part :
         {Part{"xl/workbook.xml", &workbook, true}, Part{"xl/_rels/workbook.xml.rels", &relations, true},
          Part{"xl/sharedStrings.xml", &strings, false}, Part{"xl/styles.xml", &styles, false}}) {
      if (!part.required && !archive_.has(part.name)) continue;
      if (auto problem = parse(part.name, *part.handler)) return *problem;
    }
    TextComposer composer;
    // The file's name is what users know a workbook by.
    composer.metadata().title = std::filesystem::path(name_).stem().string();
    CellBudget budget;
    for (const WorkbookParts::SheetPart& sheet : workbook.sheets) {
      const std::string part = part_of(relations.targets[sheet.relation]);
      if (part.find("worksheets/") == std::string::npos) continue;  // a sheet that is a chart
      SheetCells cells(strings, styles, workbook.since_1904, budget);
      try {
        if (auto problem = parse(part, cells)) return *problem;
      } catch (const TooMuchInCells& exceeded) {
        return Problem{name_, exceeded.what, "split it into smaller workbooks"};
      }
      write_sheet(composer, sheet.name, sheet.hidden, cells.take());
    }
    return composer.finish();
  }

 private:
  static std::string part_of(const std::string& target) {
    if (target.starts_with('/')) return target.substr(1);
    return "xl/" + target;
  }

  std::optional<Problem> parse(const std::string& part, MarkupHandler& handler) {
    auto bytes = archive_.read(part);
    if (!bytes) return bytes.problem();
    if (const auto error = parse_xml(decode_markup(std::move(bytes).value()), handler)) {
      return Problem{name_, part + " in it " + *error, "save it once more with Excel or LibreOffice"};
    }
    return std::nullopt;
  }

  ZipArchive& archive_;
  std::string name_;
};

}  // namespace

Result<SourceText> read_xlsx(std::string bytes, std::string_view name) {
  auto archive = ZipArchive::open(bytes, name);
  if (!archive) return archive.problem();
  return Reader(archive.value(), name).read();
}

}  // namespace vraagbaak::indexer
