// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_numbers.h"
#include "model/entity.h"
#include "model/token.h"

namespace vraagbaak::analysis {

class EntityLexicon;

// Finds the named entities of a document: persons, organisations, places, programmes and legislation.
// Gazetteers and patterns give the sure ones; runs of capitalised words, names the text itself defines
// ("Federaal Planbureau (FPB)") and the words around a name give the others. A name has one kind in the whole
// document. Immutable; safe to share between threads.
class EntityFinder {
 public:
  // Reads the dictionaries under gazetteer/. Throws Error where one is missing or broken.
  explicit EntityFinder(const DictionarySource& dictionaries);
  ~EntityFinder();
  EntityFinder(EntityFinder&&) noexcept;
  EntityFinder& operator=(EntityFinder&&) noexcept;

  // The entities of `text` and their mentions: spans in bytes of `text`, in order, none inside another. A
  // mention broken over a line end is one mention. Empty text gives an empty list; ill-formed UTF-8 is no
  // part of any name; never throws on any input. Time is linear in the text. `segmentation` belongs to
  // `text`; its sentence starts tell a capital that means nothing from one that does.
  EntityList find(std::string_view text, const Segmentation& segmentation) const;
  // The same where the tokens have their numbers (number_words), while a WordHold lives.
  EntityList find(std::string_view text, const Segmentation& segmentation,
                  std::span<const WordNumber> numbers) const;

 private:
  std::unique_ptr<const EntityLexicon> lexicon_;
};

}  // namespace vraagbaak::analysis
