// SPDX-License-Identifier: EUPL-1.2
#include "store/figure_table.h"

#include <sqlite3.h>

#include <limits>
#include <memory>
#include <new>
#include <span>

#include "model/decimal.h"
#include "model/error.h"
#include "store/database.h"

namespace vraagbaak::store {
namespace {

// A file has 150,000 numbers at most (indexer/readers/reader.h).
constexpr unsigned kOrdinalBits = 20;

constexpr const char* kSchema =
    "CREATE TABLE figure(id INTEGER, passage_id INTEGER, kind TEXT, start_byte INTEGER, end_byte INTEGER,"
    " value TEXT, value_sort REAL, unit TEXT, date TEXT, date_from TEXT, date_to TEXT, approx INTEGER,"
    " bound TEXT, low TEXT, high TEXT, row_header TEXT, column_header TEXT, subject TEXT, measure TEXT,"
    " period TEXT, place TEXT, rule TEXT, table_number INTEGER, cell_number INTEGER)";

enum Column : std::uint8_t {
  kId,
  kPassage,
  kKind,
  kStart,
  kEnd,
  kValue,
  kValueSort,
  kUnit,
  kDate,
  kDateFrom,
  kDateTo,
  kApprox,
  kBound,
  kLow,
  kHigh,
  kRow,
  kColumn,
  kSubject,
  kMeasure,
  kPeriod,
  kPlace,
  kRule,
  kTableNumber,
  kCellNumber
};

// What a plan looks for; with each bit an argument comes, in this order.
enum Plan : std::uint8_t { kByPassage = 1, kById = 2, kFromPassage = 4, kToPassage = 8 };

struct FigureTable : sqlite3_vtab {
  BlockStore* blocks = nullptr;
};

struct FigureCursor : sqlite3_vtab_cursor {
  BlockStore& blocks() const { return *static_cast<FigureTable*>(pVtab)->blocks; }

  std::shared_ptr<BlockStore::Block> block;
  std::span<const ContentBlock::StoredFigure> figures;  // of that block, or of one passage of it
  std::size_t at = 0;
  PassageId last = 0;  // the walk ends behind this passage

  const ContentBlock::StoredFigure& figure() const { return figures[at]; }
  PassageId passage() const { return block->first + static_cast<PassageId>(figure().passage); }
  bool is_at_end() const { return at >= figures.size(); }

  void seek_passage(PassageId passage) {
    last = passage;
    block = blocks().of(passage);
    if (block != nullptr) figures = blocks().figures(*block, passage);
  }
  void seek_figure(FigureId id) {
    seek_passage(passage_of_figure(id));
    const std::size_t ordinal = ordinal_of_figure(id);
    figures = ordinal < figures.size() ? figures.subspan(ordinal, 1) : figures.subspan(figures.size());
  }
  void seek_range(PassageId first, PassageId final_one) {
    last = final_one;
    block = blocks().of(first);
    if (block == nullptr) block = blocks().behind(first);
    take_block();
    while (!is_at_end() && passage() < first) ++at;
    skip_empty();
  }
  void step() {
    ++at;
    skip_empty();
  }

 private:
  void take_block() {
    at = 0;
    figures = {};
    if (block != nullptr) figures = blocks().figures(*block);
  }
  void skip_empty() {
    while (is_at_end() && block != nullptr && !block->holds(last)) {
      block = block->first > last ? nullptr : blocks().behind(block->first);
      take_block();
    }
    if (!is_at_end() && passage() > last) figures = figures.first(at);
  }
};

FigureCursor& cursor_of(sqlite3_vtab_cursor* cursor) {
  return *static_cast<FigureCursor*>(cursor);
}

// No exception may pass through SQLite: its own code where it failed inside, else that of the failure.
template <typename Work>
int guarded(const BlockStore& blocks, Work work) noexcept {
  try {
    work();
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const TimedOut&) {
    return SQLITE_INTERRUPT;
  } catch (const Error&) {
    const int code = sqlite3_extended_errcode(blocks.database().handle());
    const bool is_failure = code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE;
    return is_failure ? code : SQLITE_CORRUPT;
  } catch (...) {
    return SQLITE_ERROR;
  }
}

int connect(sqlite3* connection, void* context, int, const char* const*, sqlite3_vtab** table, char**) {
  const int code = sqlite3_declare_vtab(connection, kSchema);
  if (code != SQLITE_OK) return code;
  sqlite3_vtab_config(connection, SQLITE_VTAB_INNOCUOUS);
  auto made = std::unique_ptr<FigureTable>(new (std::nothrow) FigureTable());
  if (made == nullptr) return SQLITE_NOMEM;
  made->blocks = static_cast<BlockStore*>(context);
  *table = made.release();
  return SQLITE_OK;
}
int disconnect(sqlite3_vtab* table) {
  const std::unique_ptr<FigureTable> owned(static_cast<FigureTable*>(table));
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  auto made = std::unique_ptr<FigureCursor>(new (std::nothrow) FigureCursor());
  if (made == nullptr) return SQLITE_NOMEM;
  *cursor = made.release();
  return SQLITE_OK;
}
int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<FigureCursor> owned(static_cast<FigureCursor*>(cursor));
  return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
  // By what each constraint is good for: the place of it, or -1.
  int by_passage = -1;
  int by_id = -1;
  int from = -1;
  int to = -1;
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& constraint = info->aConstraint[i];
    if (constraint.usable == 0) continue;
    const bool is_equal = constraint.op == SQLITE_INDEX_CONSTRAINT_EQ;
    if (constraint.iColumn == kId && is_equal) by_id = i;
    if (constraint.iColumn != kPassage) continue;
    if (is_equal) by_passage = i;
    if (constraint.op == SQLITE_INDEX_CONSTRAINT_GE) from = i;
    if (constraint.op == SQLITE_INDEX_CONSTRAINT_LE) to = i;
  }
  const auto use = [&](int constraint, Plan plan) {
    info->idxNum |= plan;
    info->aConstraintUsage[constraint].argvIndex = 1;
  };
  info->idxNum = 0;
  if (by_id >= 0) {
    use(by_id, kById);
    info->estimatedCost = 10;
    info->estimatedRows = 1;
  } else if (by_passage >= 0) {
    use(by_passage, kByPassage);
    info->aConstraintUsage[by_passage].omit = 1;
    info->estimatedCost = 10;
    info->estimatedRows = 5;
  } else {
    int argument = 1;
    for (const auto& [constraint, plan] : {std::pair(from, kFromPassage), std::pair(to, kToPassage)}) {
      if (constraint < 0) continue;
      use(constraint, plan);
      info->aConstraintUsage[constraint].argvIndex = argument++;
    }
    const bool is_range = from >= 0 && to >= 0;
    info->estimatedCost = is_range ? 1e4 : 1e8;
    info->estimatedRows = is_range ? 1000 : 10'000'000;
  }
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* at, int plan, const char*, int, sqlite3_value** arguments) {
  FigureCursor& cursor = cursor_of(at);
  cursor.block = nullptr;
  cursor.figures = {};
  cursor.at = 0;
  return guarded(cursor.blocks(), [&] {
    int argument = 0;
    const auto next = [&] { return sqlite3_value_int64(arguments[argument++]); };
    if (plan == kById) return cursor.seek_figure(next());
    if (plan == kByPassage) return cursor.seek_passage(next());
    const PassageId first = (plan & kFromPassage) != 0 ? next() : 0;
    const PassageId last = (plan & kToPassage) != 0 ? next() : std::numeric_limits<PassageId>::max();
    cursor.seek_range(first, last);
  });
}

int next(sqlite3_vtab_cursor* at) {
  FigureCursor& cursor = cursor_of(at);
  return guarded(cursor.blocks(), [&] { cursor.step(); });
}

int eof(sqlite3_vtab_cursor* at) {
  return cursor_of(at).is_at_end() ? 1 : 0;
}

void give_text(sqlite3_context* context, std::string_view text) {
  // The block lives as long as the cursor stands on the row.
  sqlite3_result_text64(context, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}
void give_text_or_null(sqlite3_context* context, std::string_view text) {
  if (text.empty()) return sqlite3_result_null(context);
  give_text(context, text);
}
void give_number_or_null(sqlite3_context* context, const std::optional<std::size_t>& number) {
  if (!number) return sqlite3_result_null(context);
  sqlite3_result_int64(context, static_cast<sqlite3_int64>(*number));
}

int column(sqlite3_vtab_cursor* at, sqlite3_context* context, int number) {
  const FigureCursor& cursor = cursor_of(at);
  const ContentBlock::StoredFigure& figure = cursor.figure();
  const auto& texts = figure.texts;
  switch (number) {
    case kId:
      sqlite3_result_int64(context, figure_id(cursor.passage(), figure.ordinal));
      break;
    case kPassage:
      sqlite3_result_int64(context, cursor.passage());
      break;
    case kKind:
      give_text(context, to_string(figure.kind));
      break;
    case kStart:
      sqlite3_result_int64(context, static_cast<sqlite3_int64>(figure.span.begin));
      break;
    case kEnd:
      sqlite3_result_int64(context, static_cast<sqlite3_int64>(figure.span.end));
      break;
    case kValue:
      give_text_or_null(context, texts[ContentBlock::value]);
      break;
    case kValueSort:
      if (texts[ContentBlock::value].empty()) {
        sqlite3_result_null(context);
      } else {
        sqlite3_result_double(context, sort_key(texts[ContentBlock::value]));
      }
      break;
    case kUnit:
      give_text(context, texts[ContentBlock::unit]);
      break;
    case kDate:
      give_text_or_null(context, texts[ContentBlock::date]);
      break;
    case kDateFrom:
      give_text_or_null(context, texts[ContentBlock::date_from]);
      break;
    case kDateTo:
      give_text_or_null(context, texts[ContentBlock::date_to]);
      break;
    case kApprox:
      sqlite3_result_int(context, figure.approx ? 1 : 0);
      break;
    case kBound:
      give_text(context, to_string(figure.bound));
      break;
    case kLow:
      give_text_or_null(context, texts[ContentBlock::low]);
      break;
    case kHigh:
      give_text_or_null(context, texts[ContentBlock::high]);
      break;
    case kRow:
    case kColumn:
    case kSubject:
    case kMeasure:
    case kPeriod:
    case kPlace:
    case kRule:
      give_text(context, texts[static_cast<std::size_t>(ContentBlock::row + (number - kRow))]);
      break;
    case kTableNumber:
      give_number_or_null(context, figure.table);
      break;
    case kCellNumber:
      give_number_or_null(context, figure.cell);
      break;
    default:
      return SQLITE_ERROR;
  }
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* at, sqlite3_int64* id) {
  const FigureCursor& cursor = cursor_of(at);
  *id = figure_id(cursor.passage(), cursor.figure().ordinal);
  return SQLITE_OK;
}

// Without xCreate it is there without being made, and stands in no file.
sqlite3_module module_of_figures() {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = row_id;
  return module;
}

}  // namespace

FigureId figure_id(PassageId passage, std::size_t ordinal) {
  return passage << kOrdinalBits | static_cast<FigureId>(ordinal);
}
PassageId passage_of_figure(FigureId id) {
  return id >> kOrdinalBits;
}
std::size_t ordinal_of_figure(FigureId id) {
  return static_cast<std::size_t>(id & ((FigureId{1} << kOrdinalBits) - 1));
}

int register_figure_table(sqlite3* connection, BlockStore& blocks) {
  static const sqlite3_module kModule = module_of_figures();
  return sqlite3_create_module_v2(connection, "figure", &kModule, &blocks, nullptr);
}

double sort_key(std::string_view value) {
  const std::optional<Decimal> read = Decimal::parse(value);
  return read ? read->approximate() : 0;
}

}  // namespace vraagbaak::store
