// SPDX-License-Identifier: EUPL-1.2
#include "store/phrase_lists.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "store/term_counts.h"

namespace vraagbaak::store {
namespace {

// Lists that are kept: those of ten million postings, the common words of some hundreds of megabytes of text
// among them.
constexpr std::size_t kKeptBytes = 64 << 20;

// FTS5 cuts nothing shorter, nor does the analyzer's list.
constexpr std::size_t kLongestTerm = 1000;

// Postings that memory is set aside for before one is seen: an index may be damaged.
constexpr std::int64_t kMostReserved = 1 << 22;

// A list this many times as long as what is looked for in it is passed over the first time; it is read when
// it comes again, unless it is as many times as long as the second says: then it is not worth a place among
// those kept.
constexpr std::size_t kLong = 4;
constexpr std::size_t kVeryLong = 4000;
constexpr std::size_t kMostPassedOver = 20'000;

// Postings of a prefix that are put in order by sorting; more go into a table with a row for each passage.
constexpr std::size_t kMostSorted = 1 << 15;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    at = std::min(text.find(' ', begin), text.size());
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

// Gathers what one segment holds.
class PagesVisitor : public Fts5Segments::Visitor {
 public:
  explicit PagesVisitor(const PhraseLists::IsLate& is_late) : is_late_(is_late) {}
  bool goes_on() override {
    is_cut_off_ = is_late_(std::exchange(seen_, 0));
    return !is_cut_off_;
  }
  bool is_cut_off() const { return is_cut_off_; }

 protected:
  void note() { ++seen_; }

 private:
  const PhraseLists::IsLate& is_late_;
  std::size_t seen_ = 0;
  bool is_cut_off_ = false;
};

class TermVisitor final : public PagesVisitor {
 public:
  using PagesVisitor::PagesVisitor;
  void visit(std::uint32_t passage, std::string_view places) override {
    note();
    has_gone = has_gone || places.empty();
    list.add(passage, TermPlaces(places).counts());
  }
  PostingList list;       // a passage that no longer holds the term with no places …
  bool has_gone = false;  // … if there is one
};

// Of all segments what stands in the first of them that has the passage; no passage without places.
PostingList merged(const std::vector<PostingList>& parts) {
  PostingList list;
  std::vector<std::size_t> at(parts.size(), 0);
  while (true) {
    std::size_t first = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (at[i] == parts[i].size()) continue;
      if (first == parts.size() || parts[i].passages()[at[i]] < parts[first].passages()[at[first]]) first = i;
    }
    if (first == parts.size()) break;
    const std::uint32_t passage = parts[first].passages()[at[first]];
    const ColumnCounts counts = parts[first].counts(parts[first].code(at[first]));
    if (!counts.is_empty()) list.add(passage, counts);
    for (std::size_t i = 0; i < parts.size(); ++i)
      at[i] += at[i] < parts[i].size() && parts[i].passages()[at[i]] == passage ? 1 : 0;
  }
  if (!std::ranges::all_of(parts, &PostingList::is_exact)) list.spoil();
  return list;
}

// Of one segment the postings of many terms, those of a passage taken together.
class PrefixVisitor final : public PagesVisitor {
 public:
  using PagesVisitor::PagesVisitor;
  void visit(std::uint32_t passage, std::string_view places) override {
    note();
    const Posting posting{passage, TermPlaces(places).counts()};
    if (sums_.empty() && postings_.size() < kMostSorted) {
      postings_.push_back(posting);
      return;
    }
    for (const Posting& waiting : std::exchange(postings_, {})) sum_up(waiting);
    sum_up(posting);
  }

  PostingList take_list() {
    PostingList list;
    if (!is_exact_) list.spoil();
    for (std::size_t passage = 0; passage < sums_.size(); ++passage) {
      if (sums_[passage].is_there) list.add(static_cast<std::uint32_t>(passage), counts_of(sums_[passage]));
    }
    std::ranges::stable_sort(postings_, {}, &Posting::passage);
    for (std::size_t i = 0; i < postings_.size();) {
      const std::uint32_t passage = postings_[i].passage;
      ColumnCounts counts;
      for (; i < postings_.size() && postings_[i].passage == passage; ++i) {
        counts.body += postings_[i].counts.body;
        counts.heading += postings_[i].counts.heading;
        counts.title += postings_[i].counts.title;
      }
      list.add(passage, counts);
    }
    return list;
  }

 private:
  struct Posting {
    std::uint32_t passage = 0;
    ColumnCounts counts;
  };
  struct Sum {
    std::uint16_t body = 0;
    std::uint8_t heading = 0;
    std::uint8_t title = 0;
    bool is_there = false;
  };

  void sum_up(const Posting& posting) {
    if (posting.passage >= sums_.size())
      sums_.resize(std::max<std::size_t>(posting.passage + 1, sums_.size() * 2));
    Sum& sum = sums_[posting.passage];
    const ColumnCounts now = counts_of(sum);
    sum.body = narrowed<std::uint16_t>(now.body + posting.counts.body);
    sum.heading = narrowed<std::uint8_t>(now.heading + posting.counts.heading);
    sum.title = narrowed<std::uint8_t>(now.title + posting.counts.title);
    sum.is_there = true;
  }
  template <typename Number>
  Number narrowed(std::uint32_t number) {
    is_exact_ = is_exact_ && number <= std::numeric_limits<Number>::max();
    return static_cast<Number>(number);
  }
  static ColumnCounts counts_of(const Sum& sum) { return {sum.body, sum.heading, sum.title}; }

  std::vector<Posting> postings_;
  std::vector<Sum> sums_;  // by passage; empty as long as there are few postings
  bool is_exact_ = true;
};

// Takes a term's postings in some passages, those that a later segment has not given before.
class WantedVisitor : public PagesVisitor {
 public:
  WantedVisitor(const PhraseLists::IsLate& is_late, const std::vector<std::uint32_t>& wanted)
      : PagesVisitor(is_late), wanted_(wanted), is_seen_(wanted.size(), false) {}
  void visit(std::uint32_t passage, std::string_view places) final {
    note();
    while (at_ < wanted_.size() && wanted_[at_] < passage) ++at_;
    if (at_ == wanted_.size() || wanted_[at_] != passage || is_seen_[at_]) return;
    is_seen_[at_] = true;
    take(at_, TermPlaces(places));
  }
  bool goes_on() final { return at_ < wanted_.size() && PagesVisitor::goes_on(); }
  std::uint32_t next_wanted() const final { return at_ < wanted_.size() ? wanted_[at_] : 0; }
  void begin_segment() { at_ = 0; }

 private:
  virtual void take(std::size_t place, const TermPlaces& places) = 0;

  const std::vector<std::uint32_t>& wanted_;
  std::vector<bool> is_seen_;
  std::size_t at_ = 0;
};

class CountsVisitor final : public WantedVisitor {
 public:
  CountsVisitor(const PhraseLists::IsLate& is_late, const std::vector<std::uint32_t>& wanted)
      : WantedVisitor(is_late, wanted), counts(wanted.size()) {}
  std::vector<ColumnCounts> counts;  // of each that is wanted

 private:
  void take(std::size_t place, const TermPlaces& places) override { counts[place] = places.counts(); }
};

class PlacesVisitor final : public WantedVisitor {
 public:
  PlacesVisitor(const PhraseLists::IsLate& is_late, const std::vector<std::uint32_t>& wanted)
      : WantedVisitor(is_late, wanted), places(wanted.size()) {}
  std::vector<std::vector<std::uint64_t>> places;  // of each that is wanted

 private:
  void take(std::size_t place, const TermPlaces& found) override { found.read(places[place]); }
};

void count_place(ColumnCounts& counts, std::uint64_t place) {
  const std::uint64_t column = place >> 32U;
  ++(column == 0 ? counts.body : column == 1 ? counts.heading : counts.title);
}

}  // namespace

bool PhraseLists::can_read(const MatchPhrase& phrase) {
  const std::vector<std::string_view> words = words_of(phrase.text);
  return !words.empty() && (words.size() == 1 || !phrase.is_prefix) &&
         std::ranges::all_of(words, [](std::string_view word) { return word.size() <= kLongestTerm; }) &&
         (words.size() > 1 || words.front().size() == phrase.text.size());
}

PhraseLists::List PhraseLists::find(const MatchPhrase& phrase, const IsLate& is_late) {
  const std::string name = phrase.name();
  if (List list = kept(name)) return list;
  bool is_whole = true;
  List list = phrase.is_prefix ? read_prefix(phrase.text, is_late, is_whole)
              : phrase.is_term ? read_term(phrase.text, is_late, is_whole)
                               : read_phrase(phrase.text, is_late, is_whole);
  if (is_whole) keep(name, list);
  return list;
}

PhraseLists::List PhraseLists::find(const MatchPhrase& phrase) {
  return find(phrase, [](std::size_t) { return false; });
}

PhraseLists::List PhraseLists::read_term(std::string_view term, const IsLate& is_late, bool& is_whole) {
  std::vector<PostingList> parts;
  bool has_gone = false;
  const std::optional<std::int64_t> frequent =
      statements_["SELECT passages FROM frequent_term WHERE term = ?"]->first_number(term);
  for (std::size_t i = 0; i < segments_.segment_count() && is_whole; ++i) {
    TermVisitor visitor(is_late);
    if (i + 1 == segments_.segment_count())  // the oldest, which has most
      visitor.list.reserve(
          static_cast<std::size_t>(std::clamp<std::int64_t>(frequent.value_or(0), 0, kMostReserved)));
    segments_.read(i, term, false, visitor);
    is_whole = !visitor.is_cut_off();
    has_gone = has_gone || visitor.has_gone;
    if (visitor.list.size() > 0 || !visitor.list.is_exact()) parts.push_back(std::move(visitor.list));
  }
  PostingList list = parts.size() == 1 && !has_gone ? std::move(parts.front()) : merged(parts);
  list.shrink();
  return std::make_shared<PostingList>(std::move(list));
}

// A passage that was written anew has all its terms in the later segment, those too that it holds no more: so
// what holds for one term holds for all of a passage together.
PhraseLists::List PhraseLists::read_prefix(std::string_view beginning, const IsLate& is_late,
                                           bool& is_whole) {
  std::vector<PostingList> parts;
  for (std::size_t i = 0; i < segments_.segment_count() && is_whole; ++i) {
    PrefixVisitor visitor(is_late);
    segments_.read(i, beginning, true, visitor);
    is_whole = !visitor.is_cut_off();
    parts.push_back(visitor.take_list());
  }
  PostingList list = merged(parts);
  list.shrink();
  return std::make_shared<PostingList>(std::move(list));
}

PhraseLists::List PhraseLists::find_among(const std::string& term, const std::vector<std::uint32_t>& passages,
                                          const IsLate& is_late) {
  CountsVisitor visitor(is_late, passages);
  read_wanted(term, visitor);
  PostingList list;
  for (std::size_t i = 0; i < passages.size(); ++i)
    if (!visitor.counts[i].is_empty()) list.add(passages[i], visitor.counts[i]);
  return std::make_shared<PostingList>(std::move(list));
}

std::size_t PhraseLists::most(const MatchPhrase& phrase) {
  if (const List list = kept(phrase.name())) return list->size();
  if (!phrase.is_term) return std::numeric_limits<std::size_t>::max();
  const auto frequent =
      statements_["SELECT passages FROM frequent_term WHERE term = ?"]->first_number(phrase.text);
  return static_cast<std::size_t>(std::max<std::int64_t>(frequent.value_or(kFrequent - 1), 0));
}

bool PhraseLists::is_worth_passing_over(const MatchPhrase& phrase, std::size_t passages) {
  if (!phrase.is_term || kept(phrase.name())) return false;
  const std::size_t size = most(phrase);
  if (size < static_cast<std::size_t>(kFrequent) || size / kLong < passages) return false;
  if (size / kVeryLong >= passages) return true;
  if (passed_over_.size() >= kMostPassedOver) passed_over_.clear();
  return passed_over_.insert(phrase.text).second;
}

// The rarest word has the passages; of the others only what stands there is looked at.
PhraseLists::List PhraseLists::read_phrase(std::string_view text, const IsLate& is_late, bool& is_whole) {
  const std::vector<std::string_view> words = words_of(text);
  const auto term = [](std::string_view word) { return MatchPhrase{std::string(word), true, false}; };
  const std::string_view rarest =
      *std::ranges::min_element(words, {}, [&](std::string_view word) { return most(term(word)); });
  const List list = find(term(rarest), is_late);
  auto found = std::make_shared<PostingList>();
  if (!list->is_exact()) found->spoil();
  const std::vector<std::uint32_t>& wanted = list->passages();
  if (wanted.empty()) return found;
  std::vector<std::vector<std::vector<std::uint64_t>>> places;  // of each word and passage
  for (const std::string_view word : words) {
    PlacesVisitor visitor(is_late, wanted);
    read_wanted(word, visitor);
    is_whole = is_whole && !visitor.is_cut_off() && !is_late(0);
    places.push_back(std::move(visitor.places));
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    ColumnCounts counts;
    for (const std::uint64_t place : places[0][i]) {
      bool stands = true;
      for (std::size_t word = 1; word < words.size() && stands; ++word)
        stands = std::ranges::binary_search(places[word][i], place + word);
      if (stands) count_place(counts, place);
    }
    if (!counts.is_empty()) found->add(wanted[i], counts);
  }
  found->shrink();
  return found;
}

template <typename Visitor>
void PhraseLists::read_wanted(std::string_view term, Visitor& visitor) {
  for (std::size_t i = 0; i < segments_.segment_count() && !visitor.is_cut_off(); ++i) {
    visitor.begin_segment();
    segments_.read(i, term, false, visitor);
  }
}

PhraseLists::List PhraseLists::kept(const std::string& name) {
  const auto place = places_.find(name);
  if (place == places_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, place->second);
  return place->second->list;
}

void PhraseLists::keep(const std::string& name, const List& list) {
  kept_.push_front({name, list});
  places_.emplace(kept_.front().name, kept_.begin());
  kept_bytes_ += list->byte_count();
  while (kept_bytes_ > kKeptBytes && kept_.size() > 1) {
    kept_bytes_ -= kept_.back().list->byte_count();
    places_.erase(kept_.back().name);
    kept_.pop_back();
  }
}

void PhraseLists::forget() {
  segments_.forget();
  places_.clear();
  kept_.clear();
  kept_bytes_ = 0;
  passed_over_.clear();
}

}  // namespace vraagbaak::store
