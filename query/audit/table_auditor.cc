// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/table_auditor.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace vraagbaak::query {
namespace {

using Content = SumCell::Content;

// A total that nothing confirms may differ by this part of itself at most; beyond, it totals something else.
const Decimal kNearest = *Decimal::from_parts(25, 2);
// Shares add up to 100; rounding takes them this far from it at most.
const Decimal kHundred = 100;
const Decimal kSharesOff = 2;
// Tables with more rows or columns than this are data sets, not tables that a reader adds up.
constexpr std::size_t kMostLines = 500;

enum class RowKind : std::uint8_t { plain, total, subtotal, part };

struct RowRole {
  RowKind kind = RowKind::plain;
  bool pure = false;      // "Totaal" and nothing else
  std::size_t group = 0;  // "3. …": 3; 0: no numbered row
};

// "3. Innovatie" -> 3.
std::size_t group_number(std::string_view label) {
  std::size_t number = 0;
  std::size_t at = 0;
  while (at < label.size() && at < 2 && label[at] >= '0' && label[at] <= '9') {
    number = number * 10 + static_cast<std::size_t>(label[at++] - '0');
  }
  if (at == 0 || at + 1 >= label.size()) return 0;
  return label[at] == '.' && label[at + 1] == ' ' ? number : 0;
}

// A number in a label, other than a year or the number of the row, may be a cell that was not read as one.
bool holds_a_figure(std::string_view label) {
  for (std::size_t at = 0; at < label.size();) {
    std::size_t end = at;
    while (end < label.size() && label[end] >= '0' && label[end] <= '9') ++end;
    const std::string_view digits = label.substr(at, end - at);
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if (!digits.empty() && at > 0 && !year) return true;
    at = end + 1;
  }
  return false;
}

std::vector<RowRole> row_roles(const SumTable& table, const AuditWords& words) {
  // Words behind "Totaal" that still leave it the total of the column: "Totaal 2022 (in euro)".
  constexpr std::size_t kMostWordsBehind = 3;
  std::vector<RowRole> roles(table.rows.size());
  std::size_t expected = 1;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const std::string& label = table.rows[i];
    const auto total = words.behind(label, AuditRole::total);
    if (words.behind(label, AuditRole::subtotal).found) {
      roles[i].kind = RowKind::subtotal;
    } else if (total.found && folded_words(total.text).size() <= kMostWordsBehind) {
      roles[i] = {RowKind::total, total.text.empty(), 0};
    } else if (words.behind(label, AuditRole::part).found) {
      roles[i].kind = RowKind::part;
    } else if (group_number(label) == expected) {
      roles[i].group = expected++;
    }
  }
  // Numbers on some rows are heads only where they run on and rows stand between them.
  const std::size_t groups = expected - 1;
  const auto plain = static_cast<std::size_t>(std::ranges::count_if(
      roles, [](const RowRole& role) { return role.kind == RowKind::plain && role.group == 0; }));
  if (groups < 2 || plain < groups) {
    for (RowRole& role : roles) role.group = 0;
  }
  return roles;
}

bool summable(FigureKind kind) {
  return kind == FigureKind::money || kind == FigureKind::count || kind == FigureKind::number ||
         kind == FigureKind::area || kind == FigureKind::percentage;
}

// The total and its parts where they can be added: same unit, nothing unknown, two parts at least.
struct Sum {
  SumCheck::At total;
  std::vector<SumCheck::At> parts;
  Arithmetic arithmetic;
};

class Auditor {
 public:
  Auditor(const SumTable& table, const AuditWords& words)
      : table_(table), words_(words), roles_(row_roles(table, words)) {}

  std::vector<SumCheck> check() {
    if (table_.rows.size() > kMostLines || table_.columns.size() > kMostLines) return {};
    const auto last = std::ranges::find_if(roles_.rbegin(), roles_.rend(),
                                           [](const RowRole& role) { return role.group > 0; });
    if (last != roles_.rend()) end_last_group(static_cast<std::size_t>(roles_.rend() - last) - 1);
    for (std::size_t row = 0; row < roles_.size(); ++row) {
      if (roles_[row].kind == RowKind::total || roles_[row].kind == RowKind::subtotal) check_total_row(row);
    }
    check_groups();
    for (std::size_t column = 0; column < table_.columns.size(); ++column) check_total_column(column);
    std::ranges::stable_sort(checks_, [](const SumCheck& a, const SumCheck& b) {
      return std::pair(a.total.row, a.total.column) < std::pair(b.total.row, b.total.column);
    });
    return std::move(checks_);
  }

 private:
  using Rows = std::vector<std::size_t>;

  const SumCell& at(SumCheck::At place) const { return table_.cells[place.row][place.column]; }

  std::optional<Sum> sum(SumCheck::At total, const std::vector<SumCheck::At>& candidates) const {
    const SumCell& stated = at(total);
    if (stated.content != Content::amount || !summable(stated.kind)) return std::nullopt;
    Sum found{total, {}, {}};
    std::vector<SumCell> parts;
    std::string unit = stated.unit;
    for (const SumCheck::At& place : candidates) {
      const SumCell& cell = at(place);
      if (cell.content == Content::empty) continue;
      if (cell.content == Content::unknown || !summable(cell.kind)) return std::nullopt;
      // A cell that leaves its unit out has that of the others.
      if (unit.empty()) unit = cell.unit;
      if (!cell.unit.empty() && cell.unit != unit) return std::nullopt;
      found.parts.push_back(place);
      parts.push_back(cell);
    }
    if (parts.size() < 2) return std::nullopt;
    if (unit == "procentpunt") return std::nullopt;
    const auto arithmetic = compare_sum(stated, parts);
    if (!arithmetic) return std::nullopt;
    found.arithmetic = *arithmetic;
    if (unit == "%" && (stated.value != kHundred || found.arithmetic.difference.absolute() > kSharesOff)) {
      return std::nullopt;
    }
    return found;
  }

  bool column_unsummed(std::size_t column) const {
    return words_.any(table_.columns[column], AuditRole::unsummed);
  }

  std::vector<Sum> sums_down(std::size_t total, const Rows& rows) const {
    std::vector<Sum> sums;
    if (rows.size() < 2) return sums;
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      if (column_unsummed(column)) continue;
      std::vector<SumCheck::At> places;
      for (const std::size_t row : rows) places.push_back({row, column});
      if (auto found = sum({total, column}, places)) sums.push_back(*std::move(found));
    }
    return sums;
  }

  static std::size_t confirmed(const std::vector<Sum>& sums) {
    return static_cast<std::size_t>(std::ranges::count_if(
        sums, [](const Sum& sum) { return sum.arithmetic.kind != FindingKind::differs; }));
  }

  void keep(CheckKind check, std::vector<Sum> sums) {
    for (Sum& sum : sums) {
      checks_.push_back({check, sum.total, std::move(sum.parts), std::move(sum.arithmetic)});
    }
  }

  // The ways in which a total may be made, the likeliest first.
  std::vector<Rows> readings(std::size_t total) const {
    Rows block;   // since the total before
    Rows all;     // every plain row above
    Rows closed;  // subtotals, and rows behind the last of them
    Rows groups;  // numbered heads
    Rows below;   // where the total stands first
    for (std::size_t row = 0; row < total; ++row) {
      switch (roles_[row].kind) {
        case RowKind::total:
        case RowKind::subtotal:
          block.clear();
          std::erase_if(closed, [&](std::size_t one) { return roles_[one].kind == RowKind::plain; });
          closed.push_back(row);
          break;
        case RowKind::part:
          break;
        case RowKind::plain:
          block.push_back(row);
          all.push_back(row);
          closed.push_back(row);
          if (roles_[row].group > 0) groups.push_back(row);
          break;
      }
    }
    if (total == 0) {
      for (std::size_t row = 1; row < roles_.size() && roles_[row].kind != RowKind::total; ++row) {
        if (roles_[row].kind == RowKind::plain) below.push_back(row);
      }
    }
    if (roles_[total].kind == RowKind::subtotal)
      return block.size() >= 2 ? std::vector<Rows>{block} : std::vector<Rows>{};
    std::vector<Rows> readings;
    for (Rows* rows : {&groups, &block, &closed, &all, &below}) {
      if (rows->size() >= 2 && std::ranges::find(readings, *rows) == readings.end()) {
        readings.push_back(std::move(*rows));
      }
    }
    return readings;
  }

  void check_total_row(std::size_t total) {
    const std::vector<Rows> ways = readings(total);
    std::vector<Sum> best;
    for (const Rows& rows : ways) {
      std::vector<Sum> sums = sums_down(total, rows);
      if (!sums.empty() && (best.empty() || confirmed(sums) * best.size() > confirmed(best) * sums.size())) {
        best = std::move(sums);
      }
    }
    const std::size_t right = confirmed(best);
    if (right > 0 && right * 2 >= best.size()) {
      std::erase_if(best, [&](const Sum& sum) {
        return sum.arithmetic.kind == FindingKind::differs && in_tail(sum.total.column);
      });
      keep(CheckKind::column_total, std::move(best));
    } else if (right == 0 && best.size() <= 2 && ways.size() == 1 && roles_[total].pure &&
               total + 1 == roles_.size() && std::ranges::none_of(table_.rows, holds_a_figure)) {
      std::erase_if(best, [&](const Sum& sum) { return !plausible(sum); });
      keep(CheckKind::column_total, std::move(best));
    }
  }

  // A slip of the pen or a stale figure: near the sum. Fewer things than their parts have is no slip where
  // one thing may be counted in several rows.
  bool plausible(const Sum& sum) const {
    const auto most = multiply(at(sum.total).value.absolute(), kNearest);
    if (!most || sum.arithmetic.difference.absolute() > *most) return false;
    const FigureKind kind = at(sum.total).kind;
    return kind == FigureKind::money || kind == FigureKind::area || !sum.arithmetic.difference.is_negative();
  }

  // The rows of a numbered head: up to the next head or total.
  Rows rows_of_group(std::size_t head) const {
    Rows rows;
    for (std::size_t row = head + 1; row < roles_.size(); ++row) {
      if (roles_[row].group > 0 || roles_[row].kind == RowKind::total) break;
      if (roles_[row].kind == RowKind::plain) rows.push_back(row);
    }
    return rows;
  }

  // Behind the last head nothing says where its rows end and others begin: as many of them as most columns
  // confirm. The rest go to tail_.
  void end_last_group(std::size_t head) {
    const Rows rows = rows_of_group(head);
    std::size_t best = rows.size();
    std::size_t most = 0;
    for (std::size_t count = rows.size(); count >= 2; --count) {
      const auto end = rows.begin() + static_cast<std::ptrdiff_t>(count);
      const std::size_t right = confirmed(sums_down(head, Rows(rows.begin(), end)));
      if (right > most) {
        most = right;
        best = count;
      }
    }
    tail_.assign(rows.begin() + static_cast<std::ptrdiff_t>(best), rows.end());
  }

  // "1. …" above its own rows: told by most of the groups together.
  void check_groups() {
    std::vector<Sum> sums;
    for (std::size_t head = 0; head < roles_.size(); ++head) {
      if (roles_[head].group == 0) continue;
      Rows rows = rows_of_group(head);
      std::erase_if(rows, [&](std::size_t row) { return std::ranges::binary_search(tail_, row); });
      std::ranges::move(sums_down(head, rows), std::back_inserter(sums));
    }
    // Three in four: here no word says that they add up.
    if (!sums.empty() && confirmed(sums) * 4 >= sums.size() * 3) {
      keep(CheckKind::column_total, std::move(sums));
    }
  }

  // Whether rows behind the last group have something in that column: they may be in the total or not.
  bool in_tail(std::size_t column) const {
    return std::ranges::any_of(tail_, [&](std::size_t row) {
      const SumCell& cell = table_.cells[row][column];
      return cell.content == Content::unknown || (cell.content == Content::amount && !cell.value.is_zero());
    });
  }

  bool is_total_column(std::size_t column) const {
    const std::string& header = table_.columns[column];
    return words_.behind(header, AuditRole::total).found || words_.before(header, AuditRole::total).found;
  }

  // The columns that a totals column adds up: all before it of that kind, or those that share the rest of its
  // header ("Totaal steun", "2022 Totaal").
  std::vector<std::size_t> columns_of_total(std::size_t total) const {
    const std::string& header = table_.columns[total];
    const auto behind = words_.behind(header, AuditRole::total);
    const auto before = words_.before(header, AuditRole::total);
    const std::string rest = behind.found ? behind.text : before.text;
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      if (column == total || column_unsummed(column)) continue;
      if (is_total_column(column)) {
        if (rest.empty() && column < total) columns.clear();
        continue;
      }
      if (rest.empty()) {
        if (column < total) columns.push_back(column);
        continue;
      }
      const auto words = folded_words(table_.columns[column]);
      std::string folded;
      for (const std::string& word : words) folded += (folded.empty() ? "" : " ") + word;
      const bool shares = folded.size() > rest.size() &&
                          (behind.found ? folded.ends_with(" " + rest) : folded.starts_with(rest + " "));
      if (shares) columns.push_back(column);
    }
    return columns;
  }

  void check_total_column(std::size_t total) {
    if (!is_total_column(total) || column_unsummed(total)) return;
    const std::vector<std::size_t> columns = columns_of_total(total);
    if (columns.size() < 2) return;
    std::vector<Sum> sums;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (words_.any(table_.rows[row], AuditRole::unsummed)) continue;
      std::vector<SumCheck::At> places;
      for (const std::size_t column : columns) places.push_back({row, column});
      if (auto found = sum({row, total}, places)) sums.push_back(*std::move(found));
    }
    const std::size_t right = confirmed(sums);
    if (right > 0 && right * 2 >= sums.size()) keep(CheckKind::row_total, std::move(sums));
  }

  const SumTable& table_;
  const AuditWords& words_;
  std::vector<RowRole> roles_;
  Rows tail_;  // rows behind those of the last numbered head, rising
  std::vector<SumCheck> checks_;
};

}  // namespace

std::vector<SumCheck> check_sums(const SumTable& table, const AuditWords& words) {
  return Auditor(table, words).check();
}

std::optional<Arithmetic> compare_sum(const SumCell& stated, const std::vector<SumCell>& parts) {
  Arithmetic result;
  result.stated = stated.value;
  // Half of the last place for each figure, unless all are whole things counted: those were not rounded.
  const auto counted = [](const SumCell& cell) {
    return cell.value.is_whole() && (!cell.place || *cell.place == Decimal(1)) &&
           (cell.kind == FigureKind::count || (cell.kind == FigureKind::number && cell.unit.empty()));
  };
  const bool whole = counted(stated) && std::ranges::all_of(parts, counted);
  Decimal places = 0;
  const auto leave_room = [&](const SumCell& cell) {
    if (!cell.place || whole) return;
    if (const auto more = add(places, *cell.place)) places = *more;
  };
  leave_room(stated);
  std::optional<Decimal> computed = Decimal(0);
  for (const SumCell& part : parts) {
    computed = computed ? add(*computed, part.value) : computed;
    leave_room(part);
  }
  const auto difference = computed ? subtract(stated.value, *computed) : std::nullopt;
  const auto tolerance = divide(places, 2, places.scale() + 1);
  if (!difference || !tolerance) return std::nullopt;
  result.computed = computed->normalized();
  result.difference = difference->normalized();
  result.tolerance = tolerance->normalized();
  result.kind = difference->is_zero()                  ? FindingKind::agrees
                : difference->absolute() <= *tolerance ? FindingKind::rounding
                                                       : FindingKind::differs;
  return result;
}

}  // namespace vraagbaak::query
