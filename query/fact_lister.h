// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/answer.h"
#include "model/entity.h"
#include "model/figure.h"
#include "model/result.h"
#include "query/answer/citation_builder.h"
#include "query/searcher.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Which figures to list; what is empty does not filter.
struct FigureRequest {
  std::string
      query;  // only figures in passages that match (query_syntax.h); then in the order of the ranking
  std::string document;  // as is_named() takes it
  std::optional<FigureKind> kind;
  std::string unit;                        // as UnitNames takes it: "euro" is EUR, project is projecten
  std::optional<store::ValueLimit> least;  // its value; figures without one (dates, references) fall away
  std::optional<store::ValueLimit> most;
  std::optional<std::pair<int, int>> years;  // its own date or period touches these, both inclusive
  std::string subject;    // every word stands in its subject; letter case and accents do not count
  std::size_t limit = 0;  // 0: all
  std::size_t offset = 0;
  // Another order than that of places holds for queries too.
  store::FigureOrder order = store::FigureOrder::place;
};

// A figure and where it stands. `start` and `end` are code points of the document's text.
struct ListedFigure {
  Figure figure;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
  Citation citation;
};

// Which names to list; what is empty does not filter.
struct EntityRequest {
  std::string
      query;  // every word stands in the name or in one of its aliases; letter case and accents do not count
  std::string document;
  std::optional<EntityKind> kind;
  std::size_t limit = 0;   // 0: all
  std::size_t offset = 0;  // leave out the first so many
  bool count_all = false;  // those behind the limit too
};

// One place where a name stands. Offsets are code points of the document's text.
struct ListedMention {
  std::string document;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
};

struct ListedEntity {
  std::string name;
  EntityKind kind = EntityKind::organisation;
  std::vector<std::string> aliases;
  std::vector<ListedMention> mentions;
};

// Lists what the index holds. One object serves one thread, like its reader.
class FactLister {
 public:
  // All three must outlive the lister.
  FactLister(const store::IndexReader& reader, const Searcher& searcher, const CitationBuilder& citations)
      : reader_(reader), searcher_(searcher), citations_(citations) {}

  // Hands every figure to `take`, by document and place; how many there were. A Problem where the query
  // cannot be searched or no document has the name.
  Result<std::size_t> list_figures(const FigureRequest& request,
                                   const std::function<void(const ListedFigure&)>& take) const;
  // How many figures there are, whatever the limit and offset.
  Result<std::size_t> count_figures(const FigureRequest& request) const;
  // Hands every name to `take`, by name; with a document, only what stands there. How many there were, with
  // those the offset leaves out.
  Result<std::size_t> list_entities(const EntityRequest& request,
                                    const std::function<void(const ListedEntity&)>& take) const;

 private:
  Result<std::vector<store::DocumentId>> document_ids(const std::string& name) const;
  // The figures asked for: those of the passages that match, or those that a filter allows.
  struct Selection {
    std::optional<std::vector<store::PassageId>> passages;
    store::FigureFilter filter;
  };
  Result<Selection> select(const FigureRequest& request) const;
  Result<std::vector<store::FigureRecord>> figures(const FigureRequest& request) const;
  store::FigureTest test_of(const FigureRequest& request) const;
  std::vector<ListedMention> mentions(store::EntityId entity,
                                      const std::vector<store::DocumentId>& documents) const;

  const store::IndexReader& reader_;
  const Searcher& searcher_;
  const CitationBuilder& citations_;
};

}  // namespace vraagbaak::query
