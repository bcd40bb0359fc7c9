// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/question_scorer.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "model/offset_map.h"
#include "query/evaluation/gold_text.h"
#include "query/render/text.h"

namespace vraagbaak::query {
namespace {

constexpr double kSameText = 0.75;      // word F1 from which two texts say the same
constexpr double kCitedShare = 0.5;     // of the shorter one's words that evidence and quote share
constexpr double kEvidenceShare = 0.8;  // of the evidence's words that a passage must hold
constexpr std::size_t kFirstAnswers = 3;
constexpr std::size_t kFirstPassages = 10;

std::string unit_of(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAliases = {
      {{"eur", "EUR"}, {"euro", "EUR"}, {"€", "EUR"}, {"percent", "%"}, {"procent", "%"}, {"pct", "%"}}};
  const auto first = unit.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return "";
  const std::string bare(unit.substr(first, unit.find_last_not_of(" \t\n") - first + 1));
  std::string lower = bare;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const auto& [alias, name] : kAliases) {
    if (lower == alias) return std::string(name);
  }
  return bare;
}

// Of nouns counted the value alone decides.
bool is_same_unit(const std::string& gold, const std::string& found) {
  const auto is_one_of = [](const std::string& unit, std::initializer_list<std::string_view> units) {
    return std::ranges::find(units, unit) != units.end();
  };
  const std::string a = unit_of(gold);
  const std::string b = unit_of(found);
  if (is_one_of(a, {"EUR", "%", "ha", "USD", "BEF"}) || is_one_of(b, {"EUR", "%", "ha"})) return a == b;
  return true;
}

double word_f1(const std::string& a, const std::string& b) {
  const WordCounts words_a = count_words(a);
  const WordCounts words_b = count_words(b);
  const std::size_t both = common(words_a, words_b);
  return both == 0 ? 0.0 : f1(rate(both, total(words_b)), rate(both, total(words_a)));
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

bool cites(const std::string& document, const std::string& evidence, const Citation& citation) {
  if (!document.empty() && file_name(citation.document) != document) return false;
  const std::string wanted = fold_for_comparison(evidence);
  const std::string quote = fold_for_comparison(citation.quote);
  if (wanted.empty() || quote.empty()) return false;
  if (quote.find(wanted) != std::string::npos || wanted.find(quote) != std::string::npos) return true;
  const WordCounts a = count_words(wanted);
  const WordCounts b = count_words(quote);
  return static_cast<double>(common(a, b)) >= kCitedShare * static_cast<double>(std::min(total(a), total(b)));
}

bool is_cited(const GoldQuestion& gold, const Candidate& candidate) {
  if (cites(gold.document, gold.evidence, candidate.citation)) return true;
  return std::ranges::any_of(gold.answers, [&](const GoldAnswer& answer) {
    return !answer.document.empty() && is_right(answer, candidate) &&
           cites(answer.document, answer.evidence, candidate.citation);
  });
}

bool holds_evidence(const std::string& document, const std::string& evidence, const Citation& passage,
                    const WordCounts& words) {
  if (file_name(passage.document) != document) return false;
  const WordCounts wanted = count_words(fold_for_comparison(evidence));
  return static_cast<double>(common(wanted, words)) >= kEvidenceShare * static_cast<double>(total(wanted));
}

// The place, from 0, of the first passage that holds the evidence.
std::optional<std::size_t> evidence_rank(const GoldQuestion& gold, const Answer& answer) {
  for (std::size_t i = 0; i < answer.passages.size(); ++i) {
    const Citation& passage = answer.passages[i];
    const WordCounts words = count_words(fold_for_comparison(passage.quote));
    if (holds_evidence(gold.document, gold.evidence, passage, words)) return i;
    for (const GoldAnswer& other : gold.answers) {
      if (!other.document.empty() && holds_evidence(other.document, other.evidence, passage, words)) return i;
    }
  }
  return std::nullopt;
}

struct Judgement {
  bool right = false;
  bool in_first = false;  // right, or one of the first answers is
  bool cited = false;     // right, with the evidence as proof
};

Judgement judge_list(const GoldQuestion& gold, const Answer& answer) {
  std::string given;
  for (const std::string& item : answer.best->items) given += fold_for_comparison(item) + " | ";
  given += " | " + fold_for_comparison(answer.best->text);
  for (const Candidate& also : answer.also) given += " | " + fold_for_comparison(also.text);
  const bool all = std::ranges::all_of(gold.answers, [&](const GoldAnswer& wanted) {
    return given.find(fold_for_comparison(wanted.text)) != std::string::npos;
  });
  return {all, all, all && is_cited(gold, *answer.best)};
}

Judgement judge(const GoldQuestion& gold, const Answer& answer) {
  const bool silent = !answer.best;
  if (gold.type == "none") return {silent, silent, silent};
  if (silent) return {};
  if (gold.all) return judge_list(gold, answer);
  const auto says = [&](const Candidate& candidate) {
    return std::ranges::any_of(gold.answers,
                               [&](const GoldAnswer& wanted) { return is_right(wanted, candidate); });
  };
  Judgement judgement;
  judgement.right = says(*answer.best);
  const std::size_t others = std::min(kFirstAnswers - 1, answer.also.size());
  judgement.in_first =
      judgement.right ||
      std::any_of(answer.also.begin(), answer.also.begin() + static_cast<std::ptrdiff_t>(others), says);
  judgement.cited = judgement.right && is_cited(gold, *answer.best);
  return judgement;
}

std::string describe_miss(const GoldQuestion& gold, const Answer& answer) {
  std::string text = gold.id + " [" + gold.type + "] " + render::printable(gold.question) + "\n     gold:";
  for (const GoldAnswer& wanted : gold.answers)
    text.append(" ").append(render::printable(wanted.text)).append(";");
  text.append("\n     got:  ").append(to_string(answer.status));
  if (!answer.best) return text.append(": ").append(answer.reason);
  text.append(" ").append(render::printable(answer.best->text));
  if (answer.best->figure) text.append(" (").append(render::describe(*answer.best->figure)).append(")");
  text.append(" in ").append(render::describe(answer.best->citation));
  return text.append(": ").append(render::printable(answer.best->citation.quote));
}

// Running counts of the summary.
struct Counts {
  std::size_t right = 0, in_first = 0, cited = 0, answered = 0, answered_right = 0;
  std::size_t answerable = 0, evidence_first = 0, evidence_in_ten = 0;

  void add(const GoldQuestion& question, const Answer& answer, const Judgement& judgement) {
    right += judgement.right ? 1 : 0;
    in_first += judgement.in_first ? 1 : 0;
    cited += judgement.cited ? 1 : 0;
    answered += answer.best ? 1 : 0;
    if (question.type == "none") return;
    answered_right += answer.best && judgement.right ? 1 : 0;
    const auto rank = evidence_rank(question, answer);
    ++answerable;
    evidence_first += rank && *rank == 0 ? 1 : 0;
    evidence_in_ten += rank && *rank < kFirstPassages ? 1 : 0;
  }
};

}  // namespace

bool is_right(const GoldAnswer& gold, const Candidate& candidate) {
  const Figure figure = candidate.figure.value_or(Figure{});
  if (gold.has_value) {
    const auto value = is_temporal(figure.kind) ? std::nullopt : figure.value;
    return gold.value && value && *gold.value == *value && is_same_unit(gold.unit, figure.unit);
  }
  const std::string wanted = fold_for_comparison(gold.text);
  const std::string found = fold_for_comparison(candidate.text);
  if (!gold.date.empty() || !gold.from.empty() || !gold.to.empty()) {
    const auto is_same = [](const std::string& day, const std::optional<PartialDate>& date) {
      return day.empty() || (date && day == date->iso());
    };
    if (is_same(gold.date, figure.date) && is_same(gold.from, figure.from) && is_same(gold.to, figure.to))
      return true;
    return !wanted.empty() && wanted == found;
  }
  if (wanted.empty() || found.empty()) return false;
  if (wanted == found) return true;
  if (found.find(wanted) != std::string::npos &&
      count_code_points(found) <= 2 * count_code_points(wanted) + 10) {
    return true;
  }
  return word_f1(wanted, found) >= kSameText;
}

EvaluationReport score_questions(const std::vector<GoldQuestion>& gold,
                                 const std::function<Answer(const std::string&)>& ask) {
  EvaluationReport report;
  report.what = "questions";
  Counts counts;
  for (const GoldQuestion& question : gold) {
    const Answer answer = ask(question.question);
    const Judgement judgement = judge(question, answer);
    counts.add(question, answer, judgement);
    for (const std::string& group : {question.type, "lang:" + question.language}) {
      Tally& tally = report.groups[group];
      ++tally.count;
      tally.right += judgement.right ? 1 : 0;
    }
    if (!judgement.right) report.misses.push_back(describe_miss(question, answer));
  }
  report.add("questions", gold.size());
  report.add("accuracy", rate(counts.right, gold.size()));
  report.add("top3", rate(counts.in_first, gold.size()));
  report.add("right_and_cited", rate(counts.cited, gold.size()));
  report.add("precision_when_answered", rate(counts.answered_right, counts.answered));
  report.add("evidence_first", rate(counts.evidence_first, counts.answerable));
  report.add("evidence_in_ten", rate(counts.evidence_in_ten, counts.answerable));
  return report;
}

}  // namespace vraagbaak::query
