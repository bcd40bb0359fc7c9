// SPDX-License-Identifier: EUPL-1.2
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "analysis/figures/figure_finder.h"
#include "analysis/text/segmenter.h"
#include "cli/command.h"
#include "cli/document_folder.h"
#include "cli/open_index.h"
#include "indexer/indexer.h"
#include "model/error.h"
#include "query/answerer.h"
#include "query/claim_checker.h"
#include "query/evaluation/alias_scorer.h"
#include "query/evaluation/document_scorers.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/number_scorer.h"
#include "query/evaluation/question_scorer.h"
#include "query/evaluation/segmentation_scorer.h"
#include "query/evaluation/subject_scorer.h"
#include "query/evaluation/verdict_scorer.h"
#include "query/render/report.h"

namespace vraagbaak::cli {
namespace {

namespace fs = std::filesystem;
using query::EvaluationReport;
using query::GoldFile;

// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "vraagbaak-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw Error(pattern, "cannot be made", "make room or set TMPDIR");
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// The gold files of the command line; a folder stands for those directly or deeper in it, by path.
std::vector<fs::path> gold_files(const std::vector<std::string>& names) {
  std::vector<fs::path> files;
  for (const std::string& name : names) {
    if (!fs::is_directory(name)) {
      files.emplace_back(name);
      continue;
    }
    std::set<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(name)) {
      const fs::path extension = entry.path().extension();
      if (extension == ".jsonl" || extension == ".conllu") found.insert(entry.path());
    }
    if (found.empty()) throw Error(name, "holds no .jsonl or .conllu file", "name gold files");
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

// Measures gold files; what it needs for that is made when the first file needs it.
class Evaluation {
 public:
  Evaluation(const EvaluateOptions& options, Context& context) : options_(options), context_(context) {}

  EvaluationReport questions(const GoldFile& gold) {
    const query::Answerer& answers = answerer();
    return query::score_questions(gold.questions,
                                  [&](const std::string& question) { return answers.ask(question); });
  }
  EvaluationReport claims(const GoldFile& gold) {
    open_index();
    if (!checker_) checker_.emplace(index_->reader, context_.dictionaries, index_->analyzer);
    return query::score_claims(gold.claims, [&](const std::string& claim) { return checker_->check(claim); });
  }
  EvaluationReport figures(const GoldFile& gold) { return query::score_figures(gold.figures, documents()); }
  EvaluationReport subjects(const GoldFile& gold) {
    return query::score_subjects(gold.figures, documents(), context_.dictionaries);
  }
  EvaluationReport entities(const GoldFile& gold) {
    return query::score_entities(gold.entities, documents());
  }
  EvaluationReport aliases(const GoldFile& gold) { return query::score_aliases(gold.aliases, documents()); }
  EvaluationReport links(const GoldFile& gold) { return query::score_links(gold.links, documents()); }
  EvaluationReport numbers(const GoldFile& gold) const {
    const analysis::FigureFinder finder(context_.dictionaries);
    return query::score_numbers(
        gold.numbers,
        [&](std::string_view text, const std::optional<PartialDate>& reference) {
          return finder.find(text, {reference});
        },
        options_.tier);
  }
  EvaluationReport segmentation(const GoldFile& gold) const {
    const analysis::Segmenter segmenter(context_.dictionaries);
    return query::score_segmentation(gold.treebank,
                                     [&](std::string_view text) { return segmenter.segment(text); });
  }

 private:
  query::DocumentSource documents() {
    if (options_.docs.empty()) {
      throw Error("--docs", "is missing", "name the folder of the documents that the gold file speaks of");
    }
    if (!folder_) folder_.emplace(options_.docs, context_.dictionaries);
    return [this](const std::string& name) { return folder_->analyze(name); };
  }

  // An index of --docs made for the occasion, else --db.
  void open_index() {
    if (index_) return;
    std::string db = context_.options.db;
    if (!options_.docs.empty()) {
      temporary_ = std::make_unique<TemporaryFolder>();
      db = (temporary_->path() / "evaluate.db").string();
      indexer::index_paths({options_.docs}, db, context_.dictionaries);
    }
    index_ = std::make_unique<OpenIndex>(db, context_.dictionaries);
  }

  const query::Answerer& answerer() {
    open_index();
    if (!answerer_) answerer_.emplace(index_->reader, context_.dictionaries, index_->analyzer);
    return *answerer_;
  }

  const EvaluateOptions& options_;
  Context& context_;
  std::optional<DocumentFolder> folder_;
  std::unique_ptr<TemporaryFolder> temporary_;
  std::unique_ptr<OpenIndex> index_;
  std::optional<query::Answerer> answerer_;
  std::optional<query::ClaimChecker> checker_;
};

}  // namespace

int run(const EvaluateOptions& options, Context& context) {
  Evaluation evaluation(options, context);
  const auto print = [&](EvaluationReport report, const std::string& gold) {
    report.gold = gold;
    if (context.options.json) {
      context.console.print_line(query::render::report_json(report, options.misses));
    } else {
      context.console.print(query::render::report_text(report, context.console.style(), options.misses));
    }
    context.console.flush();
  };
  GoldFile numbers;  // the number suites are many small files: one table for all
  for (const fs::path& file : gold_files(options.gold)) {
    GoldFile gold = query::read_gold(file);
    if (!gold.questions.empty()) print(evaluation.questions(gold), gold.name);
    if (!gold.claims.empty()) print(evaluation.claims(gold), gold.name);
    if (!gold.figures.empty()) print(evaluation.figures(gold), gold.name);
    if (gold.has_subjects) print(evaluation.subjects(gold), gold.name);
    if (!gold.entities.empty()) print(evaluation.entities(gold), gold.name);
    if (!gold.aliases.empty()) print(evaluation.aliases(gold), gold.name);
    if (!gold.links.empty()) print(evaluation.links(gold), gold.name);
    if (!gold.treebank.empty()) print(evaluation.segmentation(gold), gold.name);
    if (numbers.name.empty() && !gold.numbers.empty()) numbers.name = gold.name;
    std::ranges::move(gold.numbers, std::back_inserter(numbers.numbers));
  }
  if (!numbers.numbers.empty()) print(evaluation.numbers(numbers), numbers.name);
  return kFound;
}

}  // namespace vraagbaak::cli
