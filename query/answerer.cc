// SPDX-License-Identifier: EUPL-1.2
#include "query/answerer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/answer/calculator.h"
#include "query/answer/candidate_finder.h"
#include "query/answer/candidate_order.h"
#include "query/answer/passage_finder.h"
#include "query/answer/reading_knowledge.h"
#include "query/answer/term_matcher.h"
#include "query/understand/alias_expander.h"
#include "query/understand/computation.h"
#include "query/understand/spelling.h"
#include "query/understand/years.h"
#include "store/database.h"

namespace vraagbaak::query {

namespace {

// How many passages are read for candidates.
constexpr std::size_t kPassagesRead = 40;
// … where the time is over when they are found.
constexpr std::size_t kPassagesInHaste = 5;
// A change that a document states itself with this confidence is not reckoned.
constexpr double kStatedIsSure = 0.6;

}  // namespace

class AnswerKnowledge {
 public:
  AnswerKnowledge(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer)
      : reading(std::make_shared<const ReadingKnowledge>(dictionaries, analyzer)),
        spelling(dictionaries),
        dutch_computations(dictionaries, "nl"),
        english_computations(dictionaries, "en"),
        phrase(dictionaries) {}

  std::shared_ptr<const ReadingKnowledge> reading;
  Spelling spelling;
  ComputationFinder dutch_computations;
  ComputationFinder english_computations;
  FigurePhrase phrase;
};

namespace {

// One question on its way: understood, searched, its candidates scored.
class Inquiry {
 public:
  Inquiry(std::string_view text, const AnswerKnowledge& knowledge, const store::IndexReader& reader)
      : knowledge_(knowledge),
        reading_(*knowledge.reading),
        reader_(reader),
        citations_(reader, reading_.segmenter),
        question_(reading_.parser.parse(text)) {}
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  // Throws TimedOut where the index could not be searched in time; of the passages that were found only those
  // are read for which there is time.
  void search(const store::IndexReader::TimeLimit& time) {
    choose_language();
    add_aliases(question_, reader_, reading_.analyzer);
    knowledge_.spelling.mend(question_, reader_, reading_.analyzer);
    matcher_.emplace(question_, reading_.analyzer, reading_.tokenizer);
    weights_ = weigh_terms(question_, reader_);
    passages_ = find_passages(question_, weights_, *matcher_, reader_, kPassagesRead);
    if (time.is_over()) passages_.resize(std::min(passages_.size(), kPassagesInHaste));
    candidates_ = find_candidates(question_, weights_, *matcher_, reading_.segmenter, reading_.cutter,
                                  reading_.words, reader_, passages_);
    for (AnswerCandidate& candidate : candidates_) candidate.score = reading_.scorer.score(candidate);
    candidates_ = in_order(std::move(candidates_), [](const AnswerCandidate& a, const AnswerCandidate& b) {
      return a.is_excluded != b.is_excluded ? b.is_excluded : a.score > b.score;
    });
  }

  Answer answer(AnswerDetail detail) const {
    Answer answer = builder().build(candidates_, detail);
    answer.read_as = question_.read_as;
    if (detail != AnswerDetail::plain) answer.understanding = understanding();
    return answer;
  }

  // What is said where there was no time to search.
  Answer unfinished(std::chrono::milliseconds limit) const {
    Answer answer;
    answer.question = question_.text;
    answer.language = question_.language;
    answer.reason = "no answer within the time limit of " + std::to_string(limit.count()) +
                    " ms: ask with fewer words, or allow more time";
    answer.shortfall = {"too_slow", {std::to_string(limit.count())}};
    return answer;
  }

  Understanding understanding() const;
  void choose_language();
  const std::vector<AnswerCandidate>& candidates() const { return candidates_; }
  Candidate show(const AnswerCandidate& candidate, double confidence) const {
    return builder().show(candidate, confidence);
  }

 private:
  AnswerBuilder builder() const {
    return AnswerBuilder(question_, weights_, passages_, citations_, reading_.scorer, knowledge_.phrase);
  }

  const AnswerKnowledge& knowledge_;
  const ReadingKnowledge& reading_;
  const store::IndexReader& reader_;
  CitationBuilder citations_;
  Question question_;
  std::optional<TermMatcher> matcher_;
  TermWeights weights_;
  std::vector<FoundPassage> passages_;
  std::vector<AnswerCandidate> candidates_;
};

// How many terms, years and numbers aside, no document says in any way.
std::size_t unsaid_terms(const Question& question, const store::IndexReader& reader) {
  const auto occurs = [&](const TermVariant& variant) {
    return std::ranges::all_of(variant.terms,
                               [&](const std::string& word) { return reader.document_frequency(word) > 0; });
  };
  return static_cast<std::size_t>(std::ranges::count_if(question.terms, [&](const QuestionTerm& term) {
    return term.year == 0 && !term.is_number && std::ranges::none_of(term.variants, occurs);
  }));
}

// A look-up of few words may be of either language ("hinderpremie total support granted"): where no document
// says two of its words or more, the other language is taken if it makes sense of two more.
void Inquiry::choose_language() {
  constexpr std::size_t kTelling = 2;
  const std::size_t unsaid = unsaid_terms(question_, reader_);
  if (unsaid < kTelling || !question_.is_keywords) return;
  Question other = reading_.parser.parse(question_.text, question_.language == "en" ? "nl" : "en");
  if (unsaid_terms(other, reader_) + kTelling <= unsaid) question_ = std::move(other);
}

Understanding Inquiry::understanding() const {
  Understanding understood;
  for (std::size_t i = 0; i < kAnswerKinds; ++i) {
    const auto kind = static_cast<AnswerKind>(i);
    if (question_.kinds[kind] > 0) understood.kinds.emplace_back(to_string(kind), question_.kinds[kind]);
  }
  std::ranges::stable_sort(understood.kinds, std::ranges::greater{}, &std::pair<std::string, double>::second);
  for (std::size_t i = 0; i < question_.terms.size(); ++i) {
    const QuestionTerm& term = question_.terms[i];
    TermReading reading{term.word, weights_.weight[i], weights_.is_absent[i], {}};
    for (const TermVariant& variant : term.variants) {
      std::string said;
      for (const std::string& word : variant.terms) said += (said.empty() ? "" : " ") + word;
      reading.said_as.emplace_back(std::move(said), variant.strength);
    }
    understood.terms.push_back(std::move(reading));
  }
  return understood;
}

// The one year that a figure is of; 0: none is known, or several are.
int year_of(const Figure& figure) {
  int year = 0;
  for (const std::string* text : {&figure.period, &figure.column, &figure.row}) {
    const std::vector<int> years = years_in(*text);
    if (years.empty()) continue;
    if (years.size() > 1) return 0;
    year = years.front();
    break;
  }
  return year;
}

bool is_quantity(const AnswerCandidate& candidate) {
  return candidate.figure && candidate.figure->value && !is_temporal(candidate.figure->kind) &&
         !candidate.is_excluded;
}

// The figures of several years that stand beside the best one: in its sentence, or in its row or column.
std::optional<Candidate> compare_years(const Computation& computation, const AnswerKnowledge& knowledge,
                                       const store::IndexReader& reader,
                                       const store::IndexReader::TimeLimit& time, std::string_view language) {
  Inquiry inquiry(computation.operands.front().question, knowledge, reader);
  inquiry.search(time);
  const Answer answer = inquiry.answer(AnswerDetail::plain);
  const auto best = std::ranges::find_if(inquiry.candidates(), is_quantity);
  if (!answer.best || best == inquiry.candidates().end()) return std::nullopt;
  std::vector<Candidate> operands;
  std::vector<int> years;
  for (const AnswerCandidate& candidate : inquiry.candidates()) {
    if (!is_quantity(candidate) || candidate.passage != best->passage || candidate.kind != best->kind)
      continue;
    const bool is_beside =
        candidate.quote == best->quote ||
        (!best->figure->column.empty() && candidate.figure->column == best->figure->column);
    const int year = year_of(*candidate.figure);
    if (!is_beside || year == 0 || std::ranges::find(years, year) != years.end()) continue;
    years.push_back(year);
    operands.push_back(inquiry.show(candidate, answer.best->confidence));
  }
  return calculate(computation.operation, operands, years, language);
}

// The result of a computation; nullopt where an operand is not found, or where the documents state the change
// themselves ("steeg met 12 %").
std::optional<Candidate> compute(const Computation& computation, const Answer& stated,
                                 const AnswerKnowledge& knowledge, const store::IndexReader& reader,
                                 const store::IndexReader::TimeLimit& time) {
  if (computation.operation == Operation::maximum || computation.operation == Operation::minimum)
    return compare_years(computation, knowledge, reader, time, stated.language);
  const bool is_growth = computation.operation == Operation::growth;
  if (is_growth && stated.best && stated.best->confidence >= kStatedIsSure && stated.best->figure &&
      stated.best->figure->kind == FigureKind::percentage) {
    return std::nullopt;
  }
  std::vector<Candidate> operands;
  for (const Operand& operand : computation.operands) {
    Inquiry inquiry(operand.question, knowledge, reader);
    inquiry.search(time);
    Answer answer = inquiry.answer(AnswerDetail::plain);
    if (!answer.best || inquiry.candidates().empty()) return std::nullopt;
    const FeatureVector& features = inquiry.candidates().front().features;
    const bool is_of_year = features[Feature::year_here] > 0 || features[Feature::period_said] >= 1;
    if (operand.year != 0 && !is_of_year) return std::nullopt;
    operands.push_back(*std::move(answer.best));
  }
  return calculate(computation.operation, operands, {}, stated.language);
}

}  // namespace

std::shared_ptr<const AnswerKnowledge> read_answer_knowledge(const analysis::DictionarySource& dictionaries,
                                                             const analysis::Analyzer& analyzer) {
  return std::make_shared<const AnswerKnowledge>(dictionaries, analyzer);
}

std::shared_ptr<const ReadingKnowledge> reading_of(const AnswerKnowledge& knowledge) {
  return knowledge.reading;
}

Answerer::Answerer(const store::IndexReader& reader, const analysis::DictionarySource& dictionaries,
                   const analysis::Analyzer& analyzer)
    : Answerer(reader, read_answer_knowledge(dictionaries, analyzer)) {}

Answerer::Answerer(const store::IndexReader& reader, std::shared_ptr<const AnswerKnowledge> knowledge)
    : reader_(reader), knowledge_(std::move(knowledge)) {}

Answerer::~Answerer() = default;
Answerer::Answerer(Answerer&&) noexcept = default;

Answer Answerer::ask(std::string_view text, AnswerDetail detail, std::chrono::milliseconds limit) const {
  const store::IndexReader::TimeLimit time(reader_, limit);
  const store::IndexReader::Moment moment(reader_);
  Inquiry inquiry(text, *knowledge_, reader_);
  try {
    inquiry.search(time);
    Answer answer = inquiry.answer(detail);
    if (detail == AnswerDetail::candidates) return answer;
    const ComputationFinder& finder =
        answer.language == "en" ? knowledge_->english_computations : knowledge_->dutch_computations;
    if (const auto computation = finder.find(text)) {
      if (auto computed = compute(*computation, answer, *knowledge_, reader_, time)) {
        if (answer.best) answer.also.insert(answer.also.begin(), *std::move(answer.best));
        answer.best = std::move(computed);
        answer.status = AnswerStatus::answered;
        answer.reason.clear();
        answer.shortfall = {};
      }
    }
    return answer;
  } catch (const store::TimedOut&) {
    return inquiry.unfinished(limit);
  }
}

}  // namespace vraagbaak::query
