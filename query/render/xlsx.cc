// SPDX-License-Identifier: EUPL-1.2
// The only file that includes libxlsxwriter.
#include "query/render/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <fstream>
#include <string_view>
#include <utility>

#include "model/error.h"
#include "system/shared_library.h"

namespace vraagbaak::query::render {
namespace {

// Loaded with the first workbook: few commands write one.
struct Libxlsxwriter {
  SharedLibrary library{VB_XLSXWRITER_FILE};
  decltype(::format_set_bold)* format_set_bold =
      library.function<decltype(::format_set_bold)>("format_set_bold");
  decltype(::format_set_num_format)* format_set_num_format =
      library.function<decltype(::format_set_num_format)>("format_set_num_format");
  decltype(::lxw_strerror)* lxw_strerror = library.function<decltype(::lxw_strerror)>("lxw_strerror");
  decltype(::lxw_workbook_free)* lxw_workbook_free =
      library.function<decltype(::lxw_workbook_free)>("lxw_workbook_free");
  decltype(::workbook_add_format)* workbook_add_format =
      library.function<decltype(::workbook_add_format)>("workbook_add_format");
  decltype(::workbook_add_worksheet)* workbook_add_worksheet =
      library.function<decltype(::workbook_add_worksheet)>("workbook_add_worksheet");
  decltype(::workbook_close)* workbook_close = library.function<decltype(::workbook_close)>("workbook_close");
  decltype(::workbook_new_opt)* workbook_new_opt =
      library.function<decltype(::workbook_new_opt)>("workbook_new_opt");
  decltype(::worksheet_freeze_panes)* worksheet_freeze_panes =
      library.function<decltype(::worksheet_freeze_panes)>("worksheet_freeze_panes");
  decltype(::worksheet_set_column)* worksheet_set_column =
      library.function<decltype(::worksheet_set_column)>("worksheet_set_column");
  decltype(::worksheet_write_datetime)* worksheet_write_datetime =
      library.function<decltype(::worksheet_write_datetime)>("worksheet_write_datetime");
  decltype(::worksheet_write_number)* worksheet_write_number =
      library.function<decltype(::worksheet_write_number)>("worksheet_write_number");
  decltype(::worksheet_write_string)* worksheet_write_string =
      library.function<decltype(::worksheet_write_string)>("worksheet_write_string");
};

const Libxlsxwriter& xlsx() {
  static const Libxlsxwriter loaded;
  return loaded;
}

// Limits of the format: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
constexpr std::size_t kMostCharacters = 32'767;
constexpr std::size_t kMostRows = 1'048'576;
constexpr std::size_t kMostColumns = 16'384;
// Digits that every double gives back (std::numeric_limits<double>::digits10).
constexpr int kExactDigits = 15;
// Widths of columns, in characters: as wide as the name, and within these.
constexpr std::size_t kNarrowest = 10;
constexpr std::size_t kWidest = 40;

bool fits_a_double(const Decimal& value) {
  Decimal::Mantissa digits = value.normalized().absolute().mantissa();
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  int count = 0;
  for (; digits != 0; digits /= 10) ++count;
  return count <= kExactDigits;
}

// Without control characters, which no cell may hold, and within the limit.
std::string cell_text(std::string_view text) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool starts = (byte & 0xC0U) != 0x80U;
    // Beyond the basic plane Excel counts two.
    const std::size_t cost = !starts ? 0 : byte >= 0xF0 ? 2 : 1;
    if (starts && characters + cost >= kMostCharacters) return out + "…";
    characters += cost;
    out += byte < 0x20 && byte != '\n' && byte != '\t' ? ' ' : text[i];
  }
  return out;
}

}  // namespace

struct XlsxWriter::State {
  struct Sheet {
    std::string name;
    std::vector<std::string> columns;
    lxw_worksheet* worksheet = nullptr;
    std::size_t next_row = 0;
    int part = 1;
  };

  std::string name;
  lxw_workbook* workbook = nullptr;
  lxw_format* strong = nullptr;
  lxw_format* day = nullptr;
  lxw_format* percent = nullptr;
  std::vector<Sheet> sheets;

  [[noreturn]] void fail(lxw_error error) const {
    std::string why = xlsx().lxw_strerror(error);
    while (why.ends_with('.')) why.pop_back();
    throw Error(name, "the workbook cannot be written: " + why,
                "look at the folder, its rights, and the room on the disk");
  }

  void open(Sheet& sheet) {
    const std::string title = sheet.part == 1 ? sheet.name : sheet.name + " " + std::to_string(sheet.part);
    sheet.worksheet = xlsx().workbook_add_worksheet(workbook, title.c_str());
    if (sheet.worksheet == nullptr) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    sheet.next_row = 0;
    for (std::size_t i = 0; i < std::min(sheet.columns.size(), kMostColumns); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const auto width = std::clamp(sheet.columns[i].size() + 2, kNarrowest, kWidest);
      xlsx().worksheet_set_column(sheet.worksheet, column, column, static_cast<double>(width), nullptr);
    }
  }

  void write_header(Sheet& sheet) {
    const auto row = static_cast<lxw_row_t>(sheet.next_row);
    for (std::size_t i = 0; i < std::min(sheet.columns.size(), kMostColumns); ++i) {
      xlsx().worksheet_write_string(sheet.worksheet, row, static_cast<lxw_col_t>(i),
                                    cell_text(sheet.columns[i]).c_str(), strong);
    }
    xlsx().worksheet_freeze_panes(sheet.worksheet, row + 1, 0);
    ++sheet.next_row;
  }

  void write_row(Sheet& sheet, const SheetRow& row) {
    for (std::size_t i = 0; i < std::min(row.size(), kMostColumns); ++i) {
      write(sheet.worksheet, static_cast<lxw_row_t>(sheet.next_row), static_cast<lxw_col_t>(i), row[i]);
    }
    ++sheet.next_row;
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell) const {
    lxw_error error = LXW_NO_ERROR;
    const auto write_text = [&](const std::string& text) {
      error = xlsx().worksheet_write_string(sheet, row, column, cell_text(text).c_str(), nullptr);
    };
    const auto write_number = [&](const Decimal& value, lxw_format* format, const char* sign) {
      if (!fits_a_double(value)) return write_text(value.print() + sign);
      error = xlsx().worksheet_write_number(sheet, row, column, value.approximate(), format);
    };
    if (const auto* text = std::get_if<std::string>(&cell)) write_text(*text);
    if (const auto* value = std::get_if<Decimal>(&cell)) write_number(*value, nullptr, "");
    if (const auto* share = std::get_if<Percent>(&cell)) write_number(share->value, percent, "%");
    if (const auto* date = std::get_if<PartialDate>(&cell)) {
      // Excel's days begin in 1900, and it believes that year was a leap year.
      const bool whole = date->day != 0 && *date >= PartialDate{1900, 3, 1};
      if (whole) {
        lxw_datetime moment{date->year, date->month, date->day, 0, 0, 0};
        error = xlsx().worksheet_write_datetime(sheet, row, column, &moment, day);
      } else {
        write_text(date->iso());
      }
    }
    if (error != LXW_NO_ERROR) fail(error);
  }
};

XlsxWriter::XlsxWriter(std::string file, std::string name) : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  // The library would say so only at the end, and on stderr by itself.
  if (!std::ofstream(file, std::ios::binary)) state_->fail(LXW_ERROR_CREATING_XLSX_FILE);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  state_->workbook = xlsx().workbook_new_opt(file.c_str(), &options);
  if (state_->workbook == nullptr) state_->fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
  state_->strong = xlsx().workbook_add_format(state_->workbook);
  xlsx().format_set_bold(state_->strong);
  state_->day = xlsx().workbook_add_format(state_->workbook);
  xlsx().format_set_num_format(state_->day, "yyyy-mm-dd");
  state_->percent = xlsx().workbook_add_format(state_->workbook);
  xlsx().format_set_num_format(state_->percent, "General\"%\"");
}

XlsxWriter::~XlsxWriter() {
  if (state_->workbook != nullptr) xlsx().lxw_workbook_free(state_->workbook);
}

std::size_t XlsxWriter::add_sheet(const std::string& name, const std::vector<std::string>& columns,
                                  const std::vector<SheetRow>& above) {
  State::Sheet sheet;
  sheet.name = name;
  sheet.columns = columns;
  state_->open(sheet);
  for (const SheetRow& row : above) state_->write_row(sheet, row);
  if (!above.empty()) ++sheet.next_row;
  state_->write_header(sheet);
  state_->sheets.push_back(std::move(sheet));
  return state_->sheets.size() - 1;
}

void XlsxWriter::add_row(std::size_t number, const SheetRow& row) {
  State::Sheet& sheet = state_->sheets.at(number);
  if (sheet.next_row >= kMostRows) {
    ++sheet.part;
    state_->open(sheet);
    state_->write_header(sheet);
  }
  state_->write_row(sheet, row);
}

void XlsxWriter::close() {
  const lxw_error error = xlsx().workbook_close(std::exchange(state_->workbook, nullptr));
  if (error != LXW_NO_ERROR) state_->fail(error);
}

}  // namespace vraagbaak::query::render
