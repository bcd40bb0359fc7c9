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

// Units as users type them and as figures hold them.
std::string unit_key(std::string_view unit) {
  const std::string folded = analysis::normalize(unit);
  if (folded == "euro" || folded == "euros" || unit == "€") return "eur";
  if (folded == "procent" || folded == "percent" || folded == "pct") return "%";
  return folded;
}

bool touches(const Figure& figure, int year) {
  if (figure.date && figure.date->year == year) return true;
  const auto first = figure.from ? figure.from : figure.to;
  const auto last = figure.to ? figure.to : figure.from;
  return first && last && first->year <= year && year <= last->year;
}

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
  const std::string folded = analysis::normalize(name);
  return std::ranges::all_of(words,
                             [&](const std::string& word) { return folded.find(word) != std::string::npos; });
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

}  // namespace

Result<std::size_t> FactLister::list_figures(const FigureRequest& request,
                                             const std::function<void(const ListedFigure&)>& take) const {
  const auto found = figures(request);
  if (!found) return found.problem();
  const std::string unit = unit_key(request.unit);
  PassageCache passages(reader_);
  std::size_t count = 0;
  for (const store::FigureRecord& record : *found) {
    const Figure& figure = record.figure;
    if (request.kind && figure.kind != *request.kind) continue;
    if (!unit.empty() && unit_key(figure.unit) != unit) continue;
    if (request.year && !touches(figure, *request.year)) continue;
    if (request.limit > 0 && count == request.limit) break;
    const store::PassageRecord& passage = passages.get(record.passage);
    const Placed placed = place(passage, figure.span);
    take({figure, placed.text, placed.start, placed.end, citations_.of_figure(passage, record)});
    ++count;
  }
  return count;
}

// What may be listed; kind, unit and year are still to be looked at.
Result<std::vector<store::FigureRecord>> FactLister::figures(const FigureRequest& request) const {
  std::vector<store::DocumentId> documents;
  if (!request.document.empty()) {
    auto named = document_ids(request.document);
    if (!named) return named.problem();
    documents = std::move(named).value();
  }
  if (!request.query.empty()) {
    const auto matching = searcher_.passages(request.query);
    if (!matching) return matching.problem();
    std::vector<store::FigureRecord> found;
    for (const store::RankedPassage& passage : *matching) {
      if (!documents.empty() && std::ranges::find(documents, passage.document) == documents.end()) continue;
      std::ranges::move(reader_.figures_in_passage(passage.passage), std::back_inserter(found));
    }
    return found;
  }
  store::FigureFilter filter;
  filter.kind = request.kind;
  filter.year = request.year;
  if (documents.empty()) return reader_.figures(filter);
  std::vector<store::FigureRecord> found;
  for (const store::DocumentId document : documents) {
    filter.document = document;
    std::ranges::move(reader_.figures(filter), std::back_inserter(found));
  }
  return found;
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
    std::vector<std::string> aliases = reader_.aliases(entity.id);
    const bool named =
        holds_all(entity.name, words) ||
        std::ranges::any_of(aliases, [&](const std::string& alias) { return holds_all(alias, words); });
    if (!named) continue;
    if (request.limit > 0 && count == request.limit) break;
    take({entity.name, entity.kind, std::move(aliases), mentions(entity.id, documents)});
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
