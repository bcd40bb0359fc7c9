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

  struct Kept {
    std::string name;
    List list;
  };

  StatementCache& statements_;
  Fts5Segments segments_;
  std::list<Kept> kept_;  // what was asked for last in front
  std::unordered_map<std::string_view, std::list<Kept>::iterator> places_;  // by name
  std::size_t kept_bytes_ = 0;
};

}  // namespace vraagbaak::store
