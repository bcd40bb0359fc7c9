// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::web {

// What the pages say, in Dutch and English (dictionaries/interface/messages.tsv). Immutable; safe to share
// between threads.
class Wording {
 public:
  // Throws Error where the dictionary is broken.
  explicit Wording(const analysis::DictionarySource& dictionaries);

  // The message `key` in that language ("nl" or "en") with {0}, {1} … filled in; the key itself where there
  // is no such message.
  std::string say(std::string_view language, std::string_view key,
                  std::initializer_list<std::string_view> fillings = {}) const;
  bool has(std::string_view key) const { return messages_.contains(key); }

 private:
  struct Message {
    std::string dutch;
    std::string english;
  };
  std::map<std::string, Message, std::less<>> messages_;
};

// The language a browser would rather have, "nl" or "en", by an Accept-Language header; Dutch where it names
// neither, since the documents are.
std::string_view preferred_language(std::string_view accept_language);

}  // namespace vraagbaak::web
