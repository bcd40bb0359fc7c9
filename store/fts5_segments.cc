// SPDX-License-Identifier: EUPL-1.2
#include "store/fts5_segments.h"

#include <algorithm>
#include <limits>

#include "store/index_file.h"
#include "store/packed_bytes.h"

namespace vraagbaak::store {
namespace {

// Rows of passage_fts_data: totals, structure, and the leaf pages of each segment.
constexpr std::int64_t kSegmentShift = 37;
constexpr std::int64_t kDirectory = std::int64_t{1} << 36;
// What FTS5 puts before each term: the index of whole terms, of which ours has no other.
constexpr char kMainIndex = '0';
// In a structure record: that it is of a newer kind.
constexpr std::string_view kNewerKind("\xFF\x00\x00\x01", 4);
constexpr std::size_t kCookieBytes = 4;

constexpr std::size_t kLeafHeader = 4;

// Pages that are sooner read than passed over.
constexpr std::int64_t kNear = 4;
// Of the directory of one term, at some 2,000 pages of postings each.
constexpr std::int64_t kMostDirectoryPages = 1 << 16;

// In a list of positions: a column's number follows; positions are told by their distance, and two.
constexpr std::uint64_t kColumnFollows = 1;
constexpr std::uint64_t kAddedToDistance = 2;
constexpr unsigned char kMoreFollow = 0x80;  // or above: a number that goes on in the next byte

// SQLite's varints: seven bits a byte, high ones first; of a ninth byte all eight.
class Varints {
 public:
  explicit Varints(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

  std::uint64_t next() {
    std::uint64_t value = 0;
    for (int i = 0; i < 9; ++i) {
      if (at_ >= bytes_.size()) throw DamagedBytes();
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      if (i == 8) return value << 8U | byte;
      value = value << 7U | (byte & 0x7FU);
      if (byte < kMoreFollow) return value;
    }
    return value;
  }
  std::string_view bytes(std::uint64_t count) {
    if (count > bytes_.size() - at_) throw DamagedBytes();
    at_ += static_cast<std::size_t>(count);
    return bytes_.substr(at_ - static_cast<std::size_t>(count), static_cast<std::size_t>(count));
  }
  std::size_t at() const { return at_; }
  bool is_at_end() const { return at_ >= bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_;
};

std::size_t two_bytes(std::string_view bytes, std::size_t at) {
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8U |
         static_cast<unsigned char>(bytes[at + 1]);
}

}  // namespace

ColumnCounts TermPlaces::counts() const {
  ColumnCounts counts;
  std::uint32_t* column = &counts.body;
  // Nearly all are of one byte.
  for (std::size_t at = 0; at < packed_.size(); ++at) {
    const auto byte = static_cast<unsigned char>(packed_[at]);
    if (byte >= kMoreFollow) {
      while (at + 1 < packed_.size() && static_cast<unsigned char>(packed_[at]) >= kMoreFollow) ++at;
      ++*column;
    } else if (byte != kColumnFollows) {
      ++*column;
    } else {
      const char which = at + 1 < packed_.size() ? packed_[at + 1] : '\0';
      if (which != 1 && which != 2) throw DamagedBytes();
      column = which == 1 ? &counts.heading : &counts.title;
      ++at;
    }
  }
  return counts;
}

void TermPlaces::read(std::vector<std::uint64_t>& places) const {
  places.clear();
  std::uint64_t place = 0;
  for (Varints numbers(packed_); !numbers.is_at_end();) {
    const std::uint64_t number = numbers.next();
    if (number == kColumnFollows) {
      place = numbers.next() << 32U;
    } else {
      place += number - kAddedToDistance;
      places.push_back(place);
    }
  }
}

bool Fts5Segments::is_readable() {
  if (state_ == State::unread) state_ = read_structure();
  return state_ == State::readable;
}

// See fts5StructureDecode().
Fts5Segments::State Fts5Segments::read_structure() {
  segments_.clear();
  if (statements_["SELECT v FROM passage_fts_config WHERE k = 'version'"]->first_number() != 4)
    return State::foreign;
  if (!read_totals()) return State::foreign;
  // Not the greatest that is there: postings may tell of passages that have gone.
  const auto next = statements_["SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?"]->first_number(
      std::string_view(kMetaNextPassage));
  last_passage_ = next.value_or(0) - 1;
  if (last_passage_ > std::numeric_limits<std::uint32_t>::max()) return State::foreign;
  const StatementLease row = statements_["SELECT block FROM passage_fts_data WHERE id = 10"];
  if (!row->step()) return State::foreign;
  const std::string_view record = row->blob(0);
  if (record.size() < kCookieBytes || record.substr(kCookieBytes).starts_with(kNewerKind))
    return State::foreign;
  Varints numbers(record, kCookieBytes);
  const std::uint64_t levels = numbers.next();
  numbers.next();  // segments in all levels together
  numbers.next();  // pages written
  for (std::uint64_t level = 0; level < levels; ++level) {
    numbers.next();  // of which a merge is under way
    const std::uint64_t count = numbers.next();
    std::vector<Segment> of_level;
    for (std::uint64_t i = 0; i < count; ++i) {
      Segment segment;
      segment.id = static_cast<std::int64_t>(numbers.next());
      segment.first_page = static_cast<std::int64_t>(numbers.next());
      segment.last_page = static_cast<std::int64_t>(numbers.next());
      of_level.push_back(segment);
    }
    // The last one of a level is its newest.
    segments_.insert(segments_.end(), of_level.rbegin(), of_level.rend());
  }
  std::erase_if(segments_, [](const Segment& segment) { return segment.last_page < segment.first_page; });
  return State::readable;
}

bool Fts5Segments::read_totals() {
  const StatementLease row = statements_["SELECT block FROM passage_fts_data WHERE id = 1"];
  if (!row->step() || row->blob(0).empty()) return false;
  Varints numbers(row->blob(0));
  passages_ = static_cast<std::int64_t>(numbers.next());
  words_ = 0;
  while (!numbers.is_at_end()) words_ += static_cast<std::int64_t>(numbers.next());
  return passages_ > 0;
}

// The leaf pages of a segment from one of them on, and a place in them.
class Fts5Segments::Leaves {
 public:
  Leaves(StatementCache& statements, const Segment& segment, std::int64_t page, std::int64_t last_passage)
      : last_passage_(last_passage),
        rows_(statements["SELECT block FROM passage_fts_data WHERE id BETWEEN ? AND ? ORDER BY id"]) {
    first_row_ = segment.id << kSegmentShift;
    last_row_ = first_row_ + segment.last_page;
    row_ = first_row_ + page - 1;
    rows_->bind_all(row_ + 1, last_row_);
    is_there_ = next_page();
  }
  // Where pages of the postings of the term that it comes to begin, as far as FTS5 has noted it with that
  // page.
  void use_directory(StatementCache& statements, std::int64_t page) {
    directory_ = read_directory(statements, page);
  }

  // Goes to the first term, from here on, that is not below; not beyond this page unless it `turns` pages.
  // False where there is none.
  bool seek(std::string_view term, bool turns) {
    if (is_there_ && term_.empty()) is_there_ = next_term();
    while (is_there_ && term_ < term) is_there_ = (turns || ends_on_page()) && next_term();
    return is_there_;
  }
  // Goes to the term behind this one.
  bool next_term() {
    while (true) {
      if (!terms_.is_at_end()) {
        begin_term(term_offset_ + static_cast<std::size_t>(terms_.next()));
        return true;
      }
      is_there_ = next_page();
      if (!is_there_) return false;
      if (term_is_at_page_begin_) return true;
    }
  }
  const std::string& term() const { return term_; }

  // Shows the postings of the term that it stands on; then it stands on the next. False where the visitor did
  // not go on.
  bool read_postings(Visitor& visitor) {
    std::int64_t passage = 0;
    std::size_t at = postings_begin_;
    bool is_first_on_page = true;
    while (true) {
      while (at < end_of_postings()) {
        Varints numbers(page_.substr(0, end_of_postings()), at);
        const auto distance = static_cast<std::int64_t>(numbers.next());
        passage = is_first_on_page ? distance : passage + distance;
        is_first_on_page = false;
        if (passage < 0 || passage > last_passage_) throw DamagedBytes();
        const auto length = static_cast<std::size_t>(numbers.next() >> 1U);  // below it: a mark of FTS5's own
        at = numbers.at();
        if (length <= end_of_postings() - at) {
          visitor.visit(static_cast<std::uint32_t>(passage), page_.substr(at, length));
          at += length;
        } else {
          visitor.visit(static_cast<std::uint32_t>(passage), read_over_pages(at, length));
          at = first_posting();
          is_first_on_page = true;
        }
      }
      if (ends_on_page()) {
        next_term();
        return true;
      }
      if (!visitor.goes_on()) return false;
      pass_over(visitor.next_wanted());
      is_there_ = next_page();
      if (!is_there_ || term_is_at_page_begin_) return true;
      at = first_posting();
      is_first_on_page = true;
    }
  }
  bool is_there() const { return is_there_; }

 private:
  // Reads the header of the next page and, where it begins with a term, that.
  bool next_page() {
    if (!rows_->step()) return false;
    ++row_;
    const std::string_view block = rows_->blob(0);
    if (block.size() < kLeafHeader) throw DamagedBytes();
    const std::size_t size = two_bytes(block, 2);
    if (size < kLeafHeader || size > block.size()) throw DamagedBytes();
    first_posting_ = two_bytes(block, 0);
    page_ = block.substr(0, size);
    if (first_posting_ != 0 && (first_posting_ < kLeafHeader || first_posting_ > size)) throw DamagedBytes();
    terms_ = Varints(block.substr(size));
    term_offset_ = 0;
    is_first_term_ = true;
    find_end();
    term_is_at_page_begin_ = ends_on_page() && end_ == kLeafHeader;
    if (term_is_at_page_begin_) begin_term(static_cast<std::size_t>(terms_.next()));
    return true;
  }

  void begin_term(std::size_t offset) {
    if (offset < kLeafHeader || offset >= page_.size()) throw DamagedBytes();
    term_offset_ = offset;
    Varints numbers(page_, offset);
    const std::uint64_t kept = is_first_term_ ? 0 : numbers.next();
    if (kept > term_.size()) throw DamagedBytes();
    const std::uint64_t more = numbers.next();
    term_.resize(static_cast<std::size_t>(kept));
    term_ += numbers.bytes(more);
    is_first_term_ = false;
    postings_begin_ = numbers.at();
    find_end();
    if (postings_begin_ > end_) throw DamagedBytes();
  }

  // The places of a posting that begin there and go on behind this page.
  std::string_view read_over_pages(std::size_t at, std::size_t length) {
    split_.assign(page_.substr(at, end_ - at));
    while (split_.size() < length) {
      if (ends_on_page() || !next_page() || term_is_at_page_begin_) throw DamagedBytes();
      split_.append(page_.substr(kLeafHeader, std::min(length - split_.size(), end_ - kLeafHeader)));
    }
    return split_;
  }

  // Where on this page the postings of the term that it stands on end, and where the first one of them begins
  // if the term stands on an earlier page.
  std::size_t end_of_postings() const { return end_; }
  std::size_t first_posting() const { return first_posting_ == 0 ? end_ : first_posting_; }
  void find_end() {
    end_ = page_.size();
    if (terms_.is_at_end()) return;
    Varints ahead = terms_;
    end_ = term_offset_ + static_cast<std::size_t>(ahead.next());
    if (end_ > page_.size() || end_ < kLeafHeader) throw DamagedBytes();
  }
  bool ends_on_page() const { return !terms_.is_at_end(); }

  // A page of postings, and the first passage in it.
  struct Entry {
    std::int64_t row = 0;
    std::int64_t passage = 0;
  };

  // Without its levels: the lowest one has the page's own number, then those behind it. See
  // fts5DlidxLvlNext().
  std::vector<Entry> read_directory(StatementCache& statements, std::int64_t page) const {
    std::vector<Entry> entries;
    bool has_more = true;
    for (std::int64_t at = page; has_more && at < page + kMostDirectoryPages; ++at) {
      const StatementLease row = statements["SELECT block FROM passage_fts_data WHERE id = ?"];
      row->bind_all(first_row_ + kDirectory + at);
      if (!row->step() || row->blob(0).empty()) break;
      has_more = (row->blob(0).front() & 1) != 0;
      Varints numbers(row->blob(0), 1);
      Entry entry{first_row_ + static_cast<std::int64_t>(numbers.next()),
                  static_cast<std::int64_t>(numbers.next())};
      entries.push_back(entry);
      while (!numbers.is_at_end()) {
        ++entry.row;
        const auto distance = static_cast<std::int64_t>(numbers.next());
        if (distance == 0) continue;  // no posting begins there
        entry.passage += distance;
        entries.push_back(entry);
      }
    }
    return entries;
  }

  // So that the next page is the one that has the passage, or the last one before it, unless it is near.
  void pass_over(std::uint32_t passage) {
    while (entry_ + 1 < directory_.size() && directory_[entry_ + 1].passage <= passage) ++entry_;
    if (entry_ >= directory_.size() || directory_[entry_].passage > passage) return;
    const std::int64_t row = directory_[entry_].row;
    if (row <= row_ + kNear || row > last_row_) return;
    row_ = row - 1;
    rows_->reset();
    rows_->bind_all(row, last_row_);
  }

  const std::int64_t last_passage_;
  std::int64_t first_row_ = 0;  // of the segment, less one
  std::int64_t last_row_ = 0;   // of the segment
  std::int64_t row_ = 0;        // of this page
  std::vector<Entry> directory_;
  std::size_t entry_ = 0;
  StatementLease rows_;
  std::string_view page_;           // without the offsets of its terms …
  Varints terms_{{}};               // … which these are: of those behind the one it stands on
  std::size_t first_posting_ = 0;   // offset of the first one that begins here; 0: none does
  std::size_t end_ = 0;             // see end_of_postings()
  std::size_t term_offset_ = 0;     // of the last term of this page that was begun
  std::size_t postings_begin_ = 0;  // of the term it stands on
  bool is_first_term_ = true;       // on this page
  bool term_is_at_page_begin_ = false;
  bool is_there_ = false;
  std::string term_;
  std::string split_;  // a posting that stands on several pages
};

void Fts5Segments::read(std::size_t segment, std::string_view term, bool is_prefix, Visitor& visitor) {
  const Segment& in = segments_[segment];
  const std::string key = kMainIndex + std::string(term);
  // Where it begins, below a mark of FTS5's own.
  const auto found =
      statements_["SELECT pgno FROM passage_fts_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1"]
          ->first_number(in.id, Blob{key});
  const std::int64_t page = std::max(found.value_or(0) >> 1, in.first_page);
  Leaves leaves(statements_, in, page, last_passage_);
  bool goes_on = leaves.seek(key, is_prefix);
  if (!is_prefix) {
    if (!goes_on || leaves.term() != key) return;
    if (visitor.next_wanted() > 0) leaves.use_directory(statements_, page);
    leaves.read_postings(visitor);
    return;
  }
  while (goes_on && leaves.is_there() && leaves.term().starts_with(key))
    goes_on = leaves.read_postings(visitor);
}

}  // namespace vraagbaak::store
