// SPDX-License-Identifier: EUPL-1.2
// A block is one zstd frame over: how many passages, where the first begins, the length of each; the text;
// the texts of figures and mentions, each once; the figures and the mentions, a column for each of their
// parts. Text and names stand before each other in one frame, so that a name costs a reference to where it
// stands in the text; columns, as what follows each other in one is alike.
#include "store/content_block.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

#include "model/offset_map.h"
#include "store/heading_path.h"
#include "store/packed_bytes.h"
#include "store/packed_content.h"
#include "store/packed_table.h"

namespace vraagbaak::store {
namespace {

// Bytes of text in a block, about: fewer pack worse, more take longer to unpack for one passage of them.
constexpr std::size_t kBlockText = 10240;

// How a text of a figure or mention is given: none, that of the one before it, the words of the text that it
// stands on, the number that they begin with in plain notation, or by its place in the block's list of texts.
enum TextCode : std::uint8_t { kNoText, kAsBefore, kOwnWords, kOwnNumber, kListed };

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The first number in the words, read as Dutch writes it: "€ 1.250,50 per" -> "1250.50". Empty where none is.
std::string plain_number(std::string_view words) {
  std::string plain;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool digit_follows = at + 1 < words.size() && is_digit(words[at + 1]);
    if (is_digit(words[at])) {
      plain += words[at];
    } else if (!plain.empty()) {
      if (!digit_follows || (words[at] != '.' && words[at] != ',')) break;
      if (words[at] == ',') plain += '.';
    }
  }
  return plain;
}

constexpr unsigned kKindBits = 4;
constexpr unsigned kBoundBits = 2;

// Finds the table cell a figure stands in.
class CellFinder {
 public:
  struct Place {
    std::size_t table = 0;
    std::size_t cell = 0;
  };

  explicit CellFinder(const std::vector<Table>& tables) {
    for (std::size_t t = 0; t < tables.size(); ++t) {
      for (std::size_t c = 0; c < tables[t].cells.size(); ++c) {
        if (!tables[t].cells[c].span.empty()) cells_.push_back({tables[t].cells[c].span, {t, c}});
      }
    }
    std::ranges::sort(cells_, {}, &Entry::span);
  }

  std::optional<Place> find(ByteSpan figure) const {
    auto after =
        std::ranges::upper_bound(cells_, figure.begin, {}, [](const Entry& e) { return e.span.begin; });
    if (after == cells_.begin()) return std::nullopt;
    const Entry& entry = *std::prev(after);
    return entry.span.contains(figure) ? std::optional(entry.place) : std::nullopt;
  }

 private:
  struct Entry {
    ByteSpan span;
    Place place;
  };
  std::vector<Entry> cells_;
};

// The passage that holds a byte; passages tile the text. kNone beyond its end.
std::size_t passage_at(const std::vector<Passage>& passages, std::size_t byte) {
  const auto after =
      std::ranges::upper_bound(passages, byte, {}, [](const Passage& p) { return p.span.begin; });
  if (after == passages.begin()) return kNone;
  const auto found = std::prev(after);
  return found->span.contains(byte) ? static_cast<std::size_t>(found - passages.begin()) : kNone;
}

// The texts of a block, each once.
class TextList {
 public:
  std::size_t place_of(std::string_view text) {
    const auto [found, is_new] = places_.emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return found->second;
  }
  const std::vector<std::string_view>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string_view, std::size_t> places_;
  std::vector<std::string_view> texts_;
};

template <std::size_t kCount>
class ColumnWriter {
 public:
  PackedWriter& operator[](std::size_t column) { return columns_[column]; }

  void write_text(std::size_t column, std::string_view text, std::string_view own_words, TextList& list) {
    std::string_view& before = before_[column];
    if (text.empty()) {
      columns_[column].number(kNoText);
    } else if (text == before) {
      columns_[column].number(kAsBefore);
    } else if (text == own_words) {
      columns_[column].number(kOwnWords);
    } else if (is_digit(text.front()) && text == plain_number(own_words)) {
      columns_[column].number(kOwnNumber);
    } else {
      columns_[column].number(kListed + list.place_of(text));
    }
    before = text;
  }

  std::string bytes(std::size_t rows) const {
    PackedWriter all;
    all.number(rows);
    for (const PackedWriter& column : columns_) all.text(column.bytes());
    return all.bytes();
  }

 private:
  std::array<PackedWriter, kCount> columns_;
  std::array<std::string_view, kCount> before_{};
};

template <std::size_t kCount>
class ColumnReader {
 public:
  explicit ColumnReader(std::string_view bytes) {
    PackedReader all(bytes);
    rows_ = all.count();
    for (PackedReader& column : columns_) column = PackedReader(all.text());
  }
  std::size_t rows() const { return rows_; }
  PackedReader& operator[](std::size_t column) { return columns_[column]; }

  // `made` keeps texts that stand nowhere.
  std::string_view read_text(std::size_t column, std::string_view own_words,
                             const std::vector<std::string_view>& list, std::deque<std::string>& made) {
    std::string_view& text = before_[column];
    const std::size_t code = columns_[column].size();
    if (code == kNoText) {
      text = {};
    } else if (code == kOwnWords) {
      text = own_words;
    } else if (code == kOwnNumber) {
      text = made.emplace_back(plain_number(own_words));
    } else if (code >= kListed) {
      if (code - kListed >= list.size()) throw DamagedBytes();
      text = list[code - kListed];
    }
    return text;
  }

 private:
  std::size_t rows_ = 0;
  std::array<PackedReader, kCount> columns_;
  std::array<std::string_view, kCount> before_{};
};

// Columns that figures and mentions both have; the rest of each follows.
constexpr std::size_t kPassage = 0;
constexpr std::size_t kStart = 1;
constexpr std::size_t kLength = 2;
constexpr std::size_t kKind = 3;
constexpr std::size_t kTable = 4;
constexpr std::size_t kCell = 5;
constexpr std::size_t kFigureTexts = 6;
constexpr std::size_t kFigureColumns = kFigureTexts + ContentBlock::kTexts;
constexpr std::size_t kEntity = 4;
constexpr std::size_t kRule = 5;
constexpr std::size_t kMentionColumns = 6;

// Where the one before it stands, in writing and in reading alike.
class PlaceBefore {
 public:
  explicit PlaceBefore(std::size_t begin) : begin_(begin) {}

  template <std::size_t kCount>
  void write(ColumnWriter<kCount>& columns, std::size_t passage, ByteSpan span, std::size_t passage_begin) {
    columns[kPassage].number(passage - passage_);
    if (passage != passage_) begin_ = passage_begin;
    columns[kStart].number(span.begin - begin_);
    columns[kLength].number(span.end - span.begin);
    passage_ = passage;
    begin_ = span.begin;
  }

  template <std::size_t kCount>
  ByteSpan read(ColumnReader<kCount>& columns, const std::vector<std::size_t>& starts) {
    const std::size_t step = columns[kPassage].size();
    const std::size_t passages = starts.size() - 1;
    if (step > passages || passage_ + step >= passages) throw DamagedBytes();
    passage_ += step;
    if (step != 0) begin_ = starts[passage_];
    begin_ += columns[kStart].size();
    return {begin_, begin_ + columns[kLength].size()};
  }
  std::size_t passage() const { return passage_; }

 private:
  std::size_t passage_ = 0;
  std::size_t begin_;
};

// A figure or mention with the passage it begins in.
template <typename Item>
struct Placed {
  std::size_t passage = 0;
  const Item* item = nullptr;
};

template <typename Item>
std::vector<Placed<Item>> place(const std::vector<Item>& items, const std::vector<Passage>& passages) {
  std::vector<Placed<Item>> placed;
  placed.reserve(items.size());
  for (const Item& item : items) {
    const std::size_t passage = passage_at(passages, item.span.begin);
    if (passage != kNone) placed.push_back({passage, &item});
  }
  std::ranges::stable_sort(placed, {},
                           [](const auto& it) { return std::pair(it.passage, it.item->span.begin); });
  return placed;
}

class BlockPacker {
 public:
  BlockPacker(const Document& document, const PhraseBook& phrases)
      : document_(document),
        phrases_(phrases),
        cells_(document.tables),
        figures_(place(document.figures, document.passages)),
        mentions_(place(document.names.mentions, document.passages)) {
    const auto same = [](const Placed<Mention>& a, const Placed<Mention>& b) {
      return a.item->span.begin == b.item->span.begin && a.item->entity == b.item->entity;
    };
    mentions_.erase(std::unique(mentions_.begin(), mentions_.end(), same), mentions_.end());
  }

  std::size_t figure_count() const { return figures_.size(); }

  std::vector<std::uint32_t> figure_kinds() const {
    std::vector<std::uint32_t> kinds(document_.passages.size());
    for (const Placed<Figure>& it : figures_)
      kinds[it.passage] |= std::uint32_t{1} << static_cast<unsigned>(it.item->kind);
    return kinds;
  }

  std::vector<PackedContent::UnitUse> units() const {
    std::map<std::string_view, std::size_t> counts;
    for (const Placed<Figure>& it : figures_) ++counts[it.item->unit];
    std::vector<PackedContent::UnitUse> uses;
    for (const auto& [unit, figures] : counts) uses.push_back({std::string(unit), figures});
    return uses;
  }

  // By entity, then passage.
  std::vector<PackedContent::EntityUse> entity_uses() const {
    std::vector<PackedContent::EntityUse> uses;
    for (const Placed<Mention>& it : mentions_) uses.push_back({it.item->entity, it.passage, 1});
    std::ranges::sort(uses, {}, [](const auto& use) { return std::pair(use.entity, use.passage); });
    std::vector<PackedContent::EntityUse> summed;
    for (const auto& use : uses) {
      const bool is_same =
          !summed.empty() && summed.back().entity == use.entity && summed.back().passage == use.passage;
      if (is_same) {
        ++summed.back().mentions;
      } else {
        summed.push_back(use);
      }
    }
    return summed;
  }

  // Passages from `first` up to `end`. Blocks must be asked for in order.
  std::string pack(std::size_t first, std::size_t end) {
    const std::vector<Passage>& passages = document_.passages;
    TextList texts;
    printed_.clear();
    block_end_ = passages[end - 1].span.end;
    const std::string figures = pack_figures(first, end, texts);
    const std::string mentions = pack_mentions(first, end, texts);
    const ByteSpan span{passages[first].span.begin, passages[end - 1].span.end};
    PackedWriter block;
    block.number(end - first);
    block.number(span.begin);
    for (std::size_t i = first; i < end; ++i) block.number(passages[i].span.end - passages[i].span.begin);
    block.text(span.in(document_.text));
    block.number(texts.texts().size());
    for (const std::string_view text : texts.texts()) block.text(text);
    block.text(figures);
    block.text(mentions);
    return compress(block.bytes(), phrases_);
  }

 private:
  std::string pack_figures(std::size_t first, std::size_t end, TextList& texts) {
    ColumnWriter<kFigureColumns> columns;
    PlaceBefore before(document_.passages[first].span.begin);
    std::size_t rows = 0;
    std::int64_t cell_before = 0;
    for (; next_figure_ < figures_.size() && figures_[next_figure_].passage < end; ++next_figure_, ++rows) {
      const auto& [passage, item] = figures_[next_figure_];
      const Figure& figure = *item;
      before.write(columns, passage - first, figure.span, document_.passages[passage].span.begin);
      columns[kKind].number(static_cast<std::uint64_t>(figure.kind) |
                            static_cast<std::uint64_t>(figure.bound) << kKindBits |
                            (figure.approx ? 1U : 0U) << (kKindBits + kBoundBits));
      const auto in = cells_.find(figure.span);
      columns[kTable].number(in ? in->table + 1 : 0);
      if (in) {
        columns[kCell].difference(static_cast<std::int64_t>(in->cell) - cell_before);
        cell_before = static_cast<std::int64_t>(in->cell);
      }
      write_texts(columns, figure, texts);
    }
    return columns.bytes(rows);
  }

  void write_texts(ColumnWriter<kFigureColumns>& columns, const Figure& figure, TextList& texts) {
    const bool is_within = figure.span.end <= block_end_;
    const std::string_view own = is_within ? figure.span.in(document_.text) : std::string_view();
    const auto write = [&](ContentBlock::Text text, std::string_view words) {
      columns.write_text(kFigureTexts + text, words, own, texts);
    };
    write(ContentBlock::value, printed(figure.value));
    write(ContentBlock::unit, figure.unit);
    write(ContentBlock::date, printed(figure.date));
    write(ContentBlock::date_from, printed(figure.from));
    write(ContentBlock::date_to, printed(figure.to));
    write(ContentBlock::low, printed(figure.low));
    write(ContentBlock::high, printed(figure.high));
    write(ContentBlock::row, figure.row);
    write(ContentBlock::column, figure.column);
    write(ContentBlock::subject, figure.subject);
    write(ContentBlock::measure, figure.measure);
    write(ContentBlock::period, figure.period);
    write(ContentBlock::place, figure.place);
    write(ContentBlock::rule, figure.rule);
  }

  std::string pack_mentions(std::size_t first, std::size_t end, TextList& texts) {
    ColumnWriter<kMentionColumns> columns;
    PlaceBefore before(document_.passages[first].span.begin);
    std::size_t rows = 0;
    for (; next_mention_ < mentions_.size() && mentions_[next_mention_].passage < end;
         ++next_mention_, ++rows) {
      const auto& [passage, item] = mentions_[next_mention_];
      before.write(columns, passage - first, item->span, document_.passages[passage].span.begin);
      columns[kKind].number(static_cast<std::uint64_t>(item->kind));
      columns[kEntity].number(item->entity);
      columns.write_text(kRule, item->rule, {}, texts);
    }
    return columns.bytes(rows);
  }

  std::string_view printed(const std::optional<Decimal>& value) {
    return value ? std::string_view(printed_.emplace_back(value->print())) : std::string_view();
  }
  std::string_view printed(const std::optional<PartialDate>& date) {
    return date ? std::string_view(printed_.emplace_back(date->iso())) : std::string_view();
  }

  const Document& document_;
  const PhraseBook& phrases_;
  CellFinder cells_;
  std::vector<Placed<Figure>> figures_;
  std::vector<Placed<Mention>> mentions_;
  std::size_t next_figure_ = 0;
  std::size_t next_mention_ = 0;
  std::size_t block_end_ = 0;
  std::deque<std::string> printed_;  // what the columns of the block refer to
};

template <typename Item>
std::span<const Item> of_passage(const std::vector<Item>& items, std::size_t passage) {
  const auto found = std::ranges::equal_range(items, passage, {}, &Item::passage);
  return {found.begin(), found.end()};
}

}  // namespace

PackedContent pack_content(const Document& document, const PhraseBook& phrases) {
  const std::vector<Passage>& passages = document.passages;
  PackedContent content;
  content.byte_count = document.text.size();
  for (const Passage& passage : passages) {
    content.code_points.push_back(content.code_point_count);
    content.code_point_count += count_code_points(passage.span.in(document.text));
  }
  for (const Table& table : document.tables) content.tables.push_back(pack_table(table));
  content.headings = pack_headings(document.sections, phrases);
  BlockPacker packer(document, phrases);
  content.figure_count = packer.figure_count();
  content.figure_kinds = packer.figure_kinds();
  content.units = packer.units();
  content.entity_uses = packer.entity_uses();
  // All of about the same size: a short one packs worst.
  const std::size_t bytes = document.text.size();
  const std::size_t enough = bytes / std::max<std::size_t>(1, (bytes + kBlockText / 2) / kBlockText);
  for (std::size_t first = 0; first < passages.size();) {
    std::size_t end = first + 1;
    while (end < passages.size() && passages[end].span.end - passages[first].span.begin <= enough) ++end;
    content.blocks.push_back({first, packer.pack(first, end)});
    first = end;
  }
  return content;
}

ContentBlock::ContentBlock(std::string_view frame, const PhraseBook& phrases)
    : content_(decompress(frame, phrases)) {
  PackedReader reader(content_);
  const std::size_t passages = reader.count();
  if (passages == 0) throw DamagedBytes();
  starts_.reserve(passages + 1);
  starts_.push_back(reader.size());
  for (std::size_t i = 0; i < passages; ++i) starts_.push_back(starts_.back() + reader.size());
  text_ = reader.text();
  if (text_.size() != starts_.back() - starts_.front()) throw DamagedBytes();
  strings_.resize(reader.count());
  for (std::string_view& text : strings_) text = reader.text();
  packed_figures_ = reader.text();
  packed_mentions_ = reader.text();
}

std::string_view ContentBlock::text(std::size_t passage) const {
  return text_.substr(starts_[passage] - starts_[0], starts_[passage + 1] - starts_[passage]);
}

std::span<const ContentBlock::StoredFigure> ContentBlock::figures() {
  if (!figures_) read_figures();
  return *figures_;
}
std::span<const ContentBlock::StoredFigure> ContentBlock::figures(std::size_t passage) {
  if (!figures_) read_figures();
  return of_passage(*figures_, passage);
}
std::span<const ContentBlock::StoredMention> ContentBlock::mentions() {
  if (!mentions_) read_mentions();
  return *mentions_;
}
std::span<const ContentBlock::StoredMention> ContentBlock::mentions(std::size_t passage) {
  if (!mentions_) read_mentions();
  return of_passage(*mentions_, passage);
}

void ContentBlock::read_figures() {
  ColumnReader<kFigureColumns> columns(packed_figures_);
  std::vector<StoredFigure> figures(columns.rows());
  PlaceBefore before(starts_[0]);
  std::int64_t cell = 0;
  const StoredFigure* last = nullptr;
  for (StoredFigure& figure : figures) {
    figure.span = before.read(columns, starts_);
    figure.passage = before.passage();
    figure.ordinal = last != nullptr && last->passage == figure.passage ? last->ordinal + 1 : 0;
    last = &figure;
    const std::uint64_t kind = columns[kKind].number();
    figure.kind = static_cast<FigureKind>(kind & ((1U << kKindBits) - 1));
    figure.bound = static_cast<FigureBound>(kind >> kKindBits & ((1U << kBoundBits) - 1));
    figure.approx = kind >> (kKindBits + kBoundBits) != 0;
    if (figure.kind > FigureKind::ordinal_ref || figure.bound > FigureBound::max) throw DamagedBytes();
    if (const std::size_t table = columns[kTable].size(); table != 0) {
      figure.table = table - 1;
      cell += columns[kCell].difference();
      figure.cell = static_cast<std::size_t>(cell);
    }
    const std::string_view own = own_text(figure.span);
    for (std::size_t i = 0; i < kTexts; ++i)
      figure.texts[i] = columns.read_text(kFigureTexts + i, own, strings_, made_);
  }
  figures_ = std::move(figures);
}

void ContentBlock::read_mentions() {
  ColumnReader<kMentionColumns> columns(packed_mentions_);
  std::vector<StoredMention> mentions(columns.rows());
  PlaceBefore before(starts_[0]);
  for (StoredMention& mention : mentions) {
    mention.span = before.read(columns, starts_);
    mention.passage = before.passage();
    mention.kind = static_cast<EntityKind>(columns[kKind].number());
    if (mention.kind > EntityKind::legislation) throw DamagedBytes();
    mention.entity = columns[kEntity].size();
    mention.rule = columns.read_text(kRule, {}, strings_, made_);
  }
  mentions_ = std::move(mentions);
}

// Empty where it runs past the block: then it stands among the texts.
std::string_view ContentBlock::own_text(ByteSpan span) const {
  if (span.end > starts_.back() || span.end < span.begin) return {};
  return text_.substr(span.begin - starts_[0], span.end - span.begin);
}

}  // namespace vraagbaak::store
