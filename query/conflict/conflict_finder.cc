// SPDX-License-Identifier: EUPL-1.2
#include "query/conflict/conflict_finder.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "model/offset_map.h"
#include "query/claim/claim.h"
#include "query/claim/claim_reader.h"
#include "query/claim/figure_match.h"
#include "query/document_text.h"

namespace vraagbaak::query {

namespace {

// The asker puts it in other words than the minister: how alike the two must be, without their figures.
constexpr double kAlikeAcross = 0.3;
// Words of substance that both must say: fewer are a formula ("dat zijn er 12").
constexpr std::size_t kFewestShared = 2;
constexpr std::size_t kFewestSharedAcross = 3;
// A word in more statements than this tells nothing apart.
constexpr std::size_t kCommon = 60;

class Finder {
 public:
  Finder(const store::IndexReader& reader, const CitationBuilder& citations,
         std::vector<StatedFigure> statements)
      : reader_(reader), citations_(citations), statements_(std::move(statements)) {
    for (const StatedFigure& stated : statements_) {
      for (const std::string& term : stated.terms) ++frequency_[term];
    }
    for (const store::DocumentRecord& document : reader.documents()) {
      if (document.metadata.date) years_[document.id] = document.metadata.date->year;
    }
  }

  std::vector<Conflict> find(const std::set<store::DocumentId>& wanted) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> holders;  // of rare terms
    std::vector<Conflict> found;
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      std::set<std::uint32_t> met;
      for (const std::string& term : statements_[i].terms) {
        const std::size_t frequency = frequency_[term];
        if (frequency < 2 || frequency > kCommon) continue;
        std::vector<std::uint32_t>& before = holders[term];
        met.insert(before.begin(), before.end());
        before.push_back(i);
      }
      for (const std::uint32_t j : met) {
        if (!wanted.contains(statements_[i].document) && !wanted.contains(statements_[j].document)) continue;
        if (auto conflict = judge(statements_[j], statements_[i])) found.push_back(*std::move(conflict));
      }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Conflict::likeness);
    return found;
  }

 private:
  double weight(const std::string& term) const {
    const auto known = frequency_.find(term);
    const double frequency = known == frequency_.end() ? 1 : static_cast<double>(known->second);
    return std::log(1 + static_cast<double>(statements_.size()) / frequency);
  }
  double alike(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
    return likeness(a, b, [&](const std::string& term) { return weight(term); });
  }

  static std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both.size();
  }

  // The values differ, whichever is taken for the claim.
  static bool differ(const StatedFigure& a, const StatedFigure& b) {
    const auto claims = [](const StatedFigure& of, const StatedFigure& against) {
      ClaimFigure claimed;
      claimed.figure = of.record.figure;
      set_interval(claimed, claimed.figure.value ? claimed.figure.value->print() : "");
      return match(claimed, against.record.figure);
    };
    return claims(a, b) == FigureMatch::differs && claims(b, a) == FigureMatch::differs;
  }

  // Says all of what it is about itself: what leans on a sentence before it, on its speaker or on its day is
  // one of many of its form.
  static bool stands_alone(const StatedFigure& stated) {
    return !stated.is_deictic && !stated.is_now && (stated.record.table || !stated.names.empty());
  }

  // Written in the same year, as far as known.
  bool same_day(const StatedFigure& a, const StatedFigure& b) const {
    const auto one = years_.find(a.document);
    const auto other = years_.find(b.document);
    return one == years_.end() || other == years_.end() || one->second == other->second;
  }

  // The asker's figure against the minister's: in other words, but with nothing that tells them apart.
  std::optional<double> across(const StatedFigure& a, const StatedFigure& b) const {
    const auto clash = [](const auto& one, const auto& other) {
      return !one.empty() && !other.empty() && one != other;
    };
    if (a.record.table || b.record.table) return std::nullopt;
    if (!a.says_time || !b.says_time || a.years.empty() || a.years != b.years) return std::nullopt;
    if (clash(a.names, b.names)) return std::nullopt;
    if (clash(a.record.figure.place, b.record.figure.place)) return std::nullopt;
    const double whole = alike(a.terms, b.terms);
    const bool is_one = whole >= kAlikeAcross && shared(a.terms, b.terms) >= kFewestSharedAcross;
    return is_one ? std::optional(whole) : std::nullopt;
  }

  // The very same, as far as their words go: one word of substance more narrows ("in de gevangenis van
  // Gent").
  bool same_statement(const StatedFigure& a, const StatedFigure& b) const {
    return a.peers == b.peers && a.rank == b.rank && stands_alone(a) && stands_alone(b) &&
           a.terms == b.terms && a.terms.size() >= kFewestShared && a.times == b.times &&
           a.names == b.names && a.record.figure.place == b.record.figure.place &&
           (a.document == b.document ? a.says_time && b.says_time : !a.times.empty() || same_day(a, b));
  }

  std::optional<Conflict> judge(const StatedFigure& a, const StatedFigure& b) const {
    const bool together = a.document == b.document;
    if (together && a.sentence == b.sentence) return std::nullopt;
    const Figure& one = a.record.figure;
    const Figure& other = b.record.figure;
    if (one.kind != other.kind || one.unit != other.unit || a.standing != b.standing) return std::nullopt;
    if (!one.measure.empty() && !other.measure.empty() && one.measure != other.measure) return std::nullopt;
    if (one.unit.empty()) return std::nullopt;
    if (a.record.table.has_value() != b.record.table.has_value()) return std::nullopt;
    // Tables of one document are cases beside each other.
    if (together && a.record.table) return std::nullopt;
    const bool asked = a.side == Side::question;
    const bool crosses = together && asked != (b.side == Side::question);
    Conflict conflict;
    if (crosses) {
      const auto likeness = across(a, b);
      if (!likeness) return std::nullopt;
      conflict.kind = ConflictKind::asker_minister;
      conflict.likeness = *likeness;
    } else {
      if (asked || b.side == Side::question || !same_statement(a, b)) return std::nullopt;
      conflict.kind = together ? ConflictKind::within_document : ConflictKind::between_documents;
      conflict.likeness = 1;
    }
    if (!differ(a, b)) return std::nullopt;
    const bool swap = crosses && !asked;
    conflict.first = side_of(swap ? b : a);
    conflict.second = side_of(swap ? a : b);
    return conflict;
  }

  ConflictSide side_of(const StatedFigure& stated) const {
    ConflictSide side;
    side.figure = stated.record.figure;
    side.side = stated.side;
    side.standing = stated.standing;
    const auto passage = reader_.passage(stated.record.passage);
    if (!passage) return side;
    const ByteSpan span = stated.record.figure.span;
    const ByteSpan local{span.begin - passage->span.begin, span.end - passage->span.begin};
    side.text = local.in(passage->text);
    side.start = passage->start_code_point + count_code_points(ByteSpan{0, local.begin}.in(passage->text));
    side.end = side.start + count_code_points(side.text);
    side.citation = citations_.of_figure(*passage, stated.record);
    return side;
  }

  const store::IndexReader& reader_;
  const CitationBuilder& citations_;
  std::vector<StatedFigure> statements_;
  std::unordered_map<std::string, std::size_t> frequency_;
  std::unordered_map<store::DocumentId, int> years_;
};

}  // namespace

Result<std::vector<Conflict>> find_conflicts(const store::IndexReader& reader,
                                             const StatementReader& statements,
                                             const CitationBuilder& citations,
                                             const ConflictRequest& request) {
  const store::IndexReader::Moment moment(reader);
  const auto named = named_documents(reader, request.document);
  if (!named) return named.problem();
  std::set<store::DocumentId> wanted;
  for (const store::DocumentRecord& document : *named) wanted.insert(document.id);
  std::vector<StatedFigure> all;
  for (const store::DocumentRecord& document : reader.documents()) {
    for (StatedFigure& stated : statements.read(document.id, reader)) {
      std::erase_if(stated.terms, [&](const std::string& term) { return statements.is_light(term); });
      all.push_back(std::move(stated));
    }
  }
  std::vector<Conflict> found = Finder(reader, citations, std::move(all)).find(wanted);
  if (request.limit > 0 && found.size() > request.limit) found.resize(request.limit);
  return found;
}

}  // namespace vraagbaak::query
