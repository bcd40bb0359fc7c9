// SPDX-License-Identifier: EUPL-1.2
#include "query/fact_lister.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "analysis/text/normalizer.h"
#include "model/offset_map.h"
#include "query/document_text.h"

namespace vraagbaak::query {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

bool holds_all(const std::string& name, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  const std::string folded = analysis::normalize(name);
  return std::ranges::all_of(words,
                             [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

// How many documents' figures are in memory when all are listed.
constexpr std::size_t kDocumentsAtATime = 64;

// The documents, or the chosen ones among them (sorted by id), by path.
std::vector<store::DocumentId> ids_by_path(const store::IndexReader& reader,
                                           const std::optional<std::vector<store::DocumentId>>& chosen) {
  std::vector<store::DocumentId> ids;
  for (const store::DocumentRecord& document : reader.documents()) {
    if (!chosen || std::ranges::binary_search(*chosen, document.id)) ids.push_back(document.id);
  }
  return ids;
}

// Passages read one after the other; figures and mentions come many from one passage.
class PassageCache {
 public:
  explicit PassageCache(const store::IndexReader& reader) : reader_(reader) {}

  const store::PassageRecord& get(store::PassageId id) {
    if (!passage_ || passage_->id != id) {
      passage_ = reader_.passage(id).value_or(store::PassageRecord{});
      passage_->id = id;
    }
    return *passage_;
  }

 private:
  const store::IndexReader& reader_;
  std::optional<store::PassageRecord> passage_;
};

// `span` of the document's text in the passage that holds it: its text and its code points.
struct Placed {
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
};

Placed place(const store::PassageRecord& passage, ByteSpan span) {
  if (!passage.span.contains(span)) return {};
  const std::string_view text = passage.text;
  const ByteSpan inner{span.begin - passage.span.begin, span.end - passage.span.begin};
  Placed placed;
  placed.text = inner.in(text);
  placed.start = passage.start_code_point + count_code_points(text.substr(0, inner.begin));
  placed.end = placed.start + count_code_points(placed.text);
  return placed;
}

// Those without a value last; equal ones keep their order.
void sort_by_value(std::vector<store::FigureRecord>& figures, store::FigureOrder order) {
  if (order == store::FigureOrder::place) return;
  std::ranges::stable_sort(figures, [order](const store::FigureRecord& a, const store::FigureRecord& b) {
    if (!a.figure.value || !b.figure.value) return a.figure.value.has_value() && !b.figure.value;
    return order == store::FigureOrder::largest ? *a.figure.value > *b.figure.value
                                                : *a.figure.value < *b.figure.value;
  });
}

}  // namespace

Result<std::size_t> FactLister::list_figures(const FigureRequest& request,
                                             const std::function<void(const ListedFigure&)>& take) const {
  PassageCache passages(reader_);
  std::size_t count = 0;
  const auto give = [&](const std::vector<store::FigureRecord>& records) {
    for (const store::FigureRecord& record : records) {
      if (request.limit > 0 && count == request.limit) return;
      const Figure& figure = record.figure;
      const store::PassageRecord& passage = passages.get(record.passage);
      const Placed placed = place(passage, figure.span);
      take({figure, placed.text, placed.start, placed.end, citations_.of_figure(passage, record)});
      ++count;
    }
  };
  const bool is_everything =
      request.limit == 0 && request.query.empty() && request.order == store::FigureOrder::place;
  if (!is_everything) {
    const auto found = figures(request);
    if (!found) return found.problem();
    give(*found);
    return count;
  }
  // All of a large index does not fit in memory at once.
  auto selection = select(request);
  if (!selection) return selection.problem();
  store::FigureFilter& filter = selection.value().filter;
  const std::vector<store::DocumentId> documents = ids_by_path(reader_, filter.documents);
  const std::size_t offset = std::exchange(filter.offset, 0);
  std::size_t passed_over = 0;
  for (std::size_t at = 0; at < documents.size(); at += kDocumentsAtATime) {
    const std::size_t end = std::min(at + kDocumentsAtATime, documents.size());
    filter.documents.emplace(documents.begin() + static_cast<std::ptrdiff_t>(at),
                             documents.begin() + static_cast<std::ptrdiff_t>(end));
    std::vector<store::FigureRecord> some = reader_.figures(filter);
    const std::size_t skipped = std::min(offset - passed_over, some.size());
    some.erase(some.begin(), some.begin() + static_cast<std::ptrdiff_t>(skipped));
    passed_over += skipped;
    give(some);
  }
  return count;
}

Result<std::size_t> FactLister::count_figures(const FigureRequest& request) const {
  const auto selection = select(request);
  if (!selection) return selection.problem();
  if (!selection->passages) return reader_.figure_count(selection->filter);
  return reader_.figures_in_passages(*selection->passages, selection->filter.condition).size();
}

Result<std::vector<store::FigureRecord>> FactLister::figures(const FigureRequest& request) const {
  const auto selection = select(request);
  if (!selection) return selection.problem();
  if (!selection->passages) return reader_.figures(selection->filter);
  auto figures = reader_.figures_in_passages(*selection->passages, selection->filter.condition);
  sort_by_value(figures, request.order);
  figures.erase(figures.begin(),
                figures.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, figures.size())));
  return figures;
}

Result<FactLister::Selection> FactLister::select(const FigureRequest& request) const {
  Selection chosen;
  store::FigureFilter& filter = chosen.filter;
  filter.condition.children.push_back({store::FigureCondition::Kind::test, test_of(request), {}});
  if (!request.document.empty()) {
    auto named = document_ids(request.document);
    if (!named) return named.problem();
    filter.documents = std::move(named).value();
    std::ranges::sort(*filter.documents);
  }
  if (!request.query.empty()) {
    auto selected = searcher_.select_figures(request.query);
    if (!selected) return selected.problem();
    Searcher::FigureSelection& selection = selected.value();
    filter.condition.children.push_back(std::move(selection.condition));
    if (selection.passages) {
      chosen.passages.emplace();
      for (const store::RankedPassage& passage : *selection.passages) {
        if (!filter.documents || std::ranges::binary_search(*filter.documents, passage.document))
          chosen.passages->push_back(passage.passage);
      }
      return chosen;
    }
    if (selection.documents && filter.documents) {
      std::erase_if(*filter.documents, [&](store::DocumentId id) {
        return !std::ranges::binary_search(*selection.documents, id);
      });
    } else if (selection.documents) {
      filter.documents = std::move(selection.documents);
    }
  }
  if (request.limit > 0) filter.limit = request.limit;
  filter.offset = request.offset;
  filter.order = request.order;
  return chosen;
}

store::FigureTest FactLister::test_of(const FigureRequest& request) const {
  store::FigureTest test;
  test.kind = request.kind;
  if (!request.unit.empty()) test.units = searcher_.units().meant_by(request.unit);
  test.least = request.least;
  test.most = request.most;
  if (request.years) {
    test.first_year = request.years->first;
    test.last_year = request.years->second;
  }
  test.subject = words_of(analysis::normalize(request.subject));
  return test;
}

Result<std::size_t> FactLister::list_entities(const EntityRequest& request,
                                              const std::function<void(const ListedEntity&)>& take) const {
  std::vector<store::DocumentId> documents;
  std::vector<store::EntityRecord> entities;
  if (request.document.empty()) {
    entities = reader_.entities();
  } else {
    auto named = document_ids(request.document);
    if (!named) return named.problem();
    documents = std::move(named).value();
    std::map<std::pair<std::string, store::EntityId>, store::EntityRecord> once;
    for (const store::DocumentId document : documents) {
      for (store::EntityRecord& entity : reader_.entities_in(document)) {
        once.try_emplace({entity.name, entity.id}, std::move(entity));
      }
    }
    for (auto& [key, entity] : once) entities.push_back(std::move(entity));
  }
  const std::vector<std::string> words = words_of(analysis::normalize(request.query));
  std::size_t count = 0;
  for (const store::EntityRecord& entity : entities) {
    if (request.kind && entity.kind != *request.kind) continue;
    if (!holds_all(entity.name, words) &&
        std::ranges::none_of(reader_.aliases(entity.id),
                             [&](const std::string& alias) { return holds_all(alias, words); }))
      continue;
    const bool is_behind = request.limit > 0 && count >= request.offset + request.limit;
    if (is_behind && !request.count_all) break;
    if (!is_behind && count >= request.offset)
      take({entity.name, entity.kind, reader_.aliases(entity.id), mentions(entity.id, documents)});
    ++count;
  }
  return count;
}

std::vector<ListedMention> FactLister::mentions(store::EntityId entity,
                                                const std::vector<store::DocumentId>& documents) const {
  PassageCache passages(reader_);
  std::unordered_map<store::DocumentId, std::string> paths;
  std::vector<ListedMention> listed;
  for (const store::MentionRecord& mention :
       reader_.mentions_of(entity, std::numeric_limits<std::int32_t>::max())) {
    const store::PassageRecord& passage = passages.get(mention.passage);
    if (!documents.empty() && std::ranges::find(documents, passage.document) == documents.end()) continue;
    auto path = paths.find(passage.document);
    if (path == paths.end()) {
      const auto document = reader_.document(passage.document);
      path = paths.emplace(passage.document, document ? document->path : "").first;
    }
    Placed placed = place(passage, mention.span);
    listed.push_back({path->second, std::move(placed.text), placed.start, placed.end});
  }
  return listed;
}

Result<std::vector<store::DocumentId>> FactLister::document_ids(const std::string& name) const {
  const auto documents = named_documents(reader_, name);
  if (!documents) return documents.problem();
  std::vector<store::DocumentId> ids;
  for (const store::DocumentRecord& document : *documents) ids.push_back(document.id);
  return ids;
}

}  // namespace vraagbaak::query
