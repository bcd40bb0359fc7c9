// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: in which passages phrases stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/fts5_segments.h"
#include "store/match_expression.h"
#include "store/posting_list.h"

namespace vraagbaak::store {

// Reads the lists of phrases and keeps those that were asked for last. One connection, one thread, within a
// transaction. Damage throws DamagedBytes.
class PhraseLists {
 public:
  using List = std::shared_ptr<const PostingList>;
  // Asked now and then with how many postings have been read since the last time: whether there is time no
  // more.
  using IsLate = std::function<bool(std::size_t postings)>;

  explicit PhraseLists(StatementCache& statements) : statements_(statements), segments_(statements) {}

  // Whether the index is in the format known here; everything below may be called only then.
  bool is_readable() { return segments_.is_readable(); }
  // Passages, and words in all their columns together.
  std::int64_t passages() const { return segments_.passages(); }
  std::int64_t words() const { return segments_.words(); }

  // Whether lists of such phrases can be read.
  static bool can_read(const MatchPhrase& phrase);
  // Where the phrase stands. Part of it where time is over.
  List find(const MatchPhrase& phrase, const IsLate& is_late);
  // Where a term stands among `passages`, which are in ascending order: for a fraction of the work where they
  // are few.
  List find_among(const std::string& term, const std::vector<std::uint32_t>& passages, const IsLate& is_late);
  // In how many passages it stands, at most, as far as that is known without reading its list: a term alone.
  // Exact from kFrequent (store/term_counts.h) on.
  std::size_t most(const MatchPhrase& phrase);
  // Whether find_among() these is to take the place of find() this time: the list is not kept and long beside
  // them, and they are very few or it is the first time.
  bool is_worth_passing_over(const MatchPhrase& phrase, std::size_t passages);
  // The same, as long as it takes.
  List find(const MatchPhrase& phrase);

  // The index has changed.
  void forget();

 private:
  List kept(const std::string& name);
  void keep(const std::string& name, const List& list);
  List read_term(std::string_view term, const IsLate& is_late, bool& is_whole);
  List read_prefix(std::string_view beginning, const IsLate& is_late, bool& is_whole);
  List read_phrase(std::string_view text, const IsLate& is_late, bool& is_whole);
  template <typename Visitor>
  void read_wanted(std::string_view term, Visitor& visitor);

  struct Kept {
    std::string name;
    List list;
  };

  StatementCache& statements_;
  Fts5Segments segments_;
  std::list<Kept> kept_;  // what was asked for last in front
  std::unordered_map<std::string_view, std::list<Kept>::iterator> places_;  // by name
  std::size_t kept_bytes_ = 0;
  std::unordered_set<std::string> passed_over_;
};

}  // namespace vraagbaak::store
